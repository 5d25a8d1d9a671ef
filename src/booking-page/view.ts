/**
 * What the pages need to know, as plain data. Dates are local calendar dates ('2026-12-01'), months '2026-12',
 * instants ISO strings in UTC ('2026-12-01T08:00:00Z'), lengths minutes. Nothing here is escaped: the templates do that.
 */
import type { Clock } from '#platform/messages/language.ts';
import type { Language } from '#platform/messages/messages.ts';

/** What every page knows. */
export type Frame = {
  language: Language;
  clock: Clock;
  /** `accent` is '#rrggbb'; without one Rondo's green. */
  workspace: { name: string; accent?: string; logo?: LogoShown };
  /** The nonce of the one `<style>`, as said in the Content-Security-Policy. */
  nonce: string;
  /** Path and query under which this very page can be read again (GET): the languages lead there. */
  address: string;
  now: string;
  /** No mail leaves this house: pages promise none. */
  mailStays?: boolean;
  /** Set where a colleague looks at the page before visitors do, with what visitors find there now. */
  preview?: 'open' | 'gone' | 'closed';
  embed?: Embedded;
};

/** L5: the page stands in another website. */
export type Embedded = {
  mode: 'inline' | 'dialog';
  /** Left out, the page follows the device. */
  theme?: 'light' | 'dark';
  /** The address whose pages stay in the frame; '' when none does. */
  path: string;
  /** The websites that may show it. */
  origins: string[];
};

/** L5: what the website around the page is told once the page is shown: when, never who. */
export type Told =
  | { step: 'time'; start: string }
  | { step: 'booked'; start: string; end: string; status: 'scheduled' | 'unverified'; onward?: string };

/** `seeThrough`: in the dark it stands on a light plate. Width and height are its shape, not its size. */
export type LogoShown = { path: string; width: number; height: number; seeThrough: boolean };

/** Where the page stands: links keep `query` (language, c, step) and add what they choose. */
export type At = { path: string; query: Record<string, string> };

export type Location = { kind: 'video' | 'phone' | 'address' | 'ask'; value?: string };

/** The left pane. `hosts` only where they may be shown; `together` says how several share the work. */
export type About = {
  title: string;
  description?: string;
  minutes?: number;
  location?: Location;
  hosts?: string[];
  together?: 'any' | 'all' | 'some' | 'offers';
  /** How many of the hosts take part. */
  seats?: number;
};

export type Meeting = {
  start: string;
  end: string;
  timeZone: string;
  hosts?: string[];
  location?: Location;
  bookedBy?: { name: string; email: string };
  guests?: string[];
  answers?: { label: string; value: string }[];
};

/** Month, times of the day, zone. `days` are those of `month` with free times, in the visitor's zone. */
export type Choose = {
  frame: Frame;
  at: At;
  about: About;
  timeZone: string;
  month: string;
  /** The asked day; without one the first free day of the month is chosen. */
  day?: string;
  duration: number;
  durations: number[];
  days: { date: string; slots: string[] }[];
  /** The months either side when something is free there, or null: the arrow then says that nothing is. */
  earlier: string | null;
  later: string | null;
  /** The first free day after the shown month, or null when none is known. */
  after: { date: string; count: number } | null;
  /** The last free day before the shown month, or null when none is known. */
  before: { date: string; count: number } | null;
  /** A9: nothing is free because somebody who takes part cannot be booked just now. */
  unavailable?: boolean;
  /** The list of time zones stands open. */
  zones?: boolean;
  /** Set when an existing meeting looks for another time: `at` is then the manage address. */
  moving?: Meeting;
  /** Owner first: set when the times are those of the visitor's usual contact, or in their stead. */
  usual?: Usual;
};

/** C2, C3: the visitor's usual contact. `name` only for visitors who are proven (C4). */
export type Usual = { name?: string; ladder?: Ladder };

/**
 * C3: whose times are on show. `choice` is what the visitor chose, null before they did. Higher rungs are shown
 * because the contact has nothing free within so many working days.
 */
export type Ladder = {
  rung: 'owner' | 'team' | 'everyone';
  choice: 'owner' | 'first' | null;
  workingDays: number;
};

/** C4: a link that asks for the e-mail before it shows any time; the same page for everybody. */
export type Identify = SignedForm & { frame: Frame; at: At; about: About; email: string };

/** C2.2: the contact has no free time, and can be written to. The answer goes to `replyTo`. */
export type ContactFull = SignedForm & {
  frame: Frame;
  at: At;
  about: About;
  usual: Usual;
  replyTo?: string;
  typed: { name: string; text: string };
};

/** After the message has gone. */
export type MessageSent = Pick<ContactFull, 'frame' | 'at' | 'about' | 'usual' | 'replyTo'>;

/** `again`: it could not be told that a person sent it, so it must be sent once more. */
type SignedForm = { wrongs: Wrong[]; key: string; token: string; again?: boolean };

export type Question = {
  id: string;
  label: string;
  kind: 'text' | 'long-text' | 'choice' | 'phone' | 'checkbox';
  required: boolean;
  choices?: string[];
};
/** `version` tells which wording is on show. */
export type Consent = { id: string; text: string; required: boolean; version: number };

/** What the form asks. `notes` is the visitor's own word (`visitor.details`). */
export type Asks = {
  phone: 'no' | 'optional' | 'required';
  notes: boolean;
  guests: { max: number } | null;
  questions: Question[];
  consents: Consent[];
};

/** What was typed, kept word for word. A ticked checkbox is 'on' in `answers`; `consents` lists the ticked ids. */
export type Typed = {
  name: string;
  email: string;
  phone: string;
  notes: string;
  guests: string;
  answers: Record<string, string>;
  consents: string[];
};

/**
 * One thing to put right. `path` as in the API: 'visitor.name', 'visitor.email', 'visitor.phone',
 * 'visitor.details', 'guests', 'answers.<id>', 'consents.<id>'. An unknown path stands in the summary alone.
 */
export type Wrong = { path: string; code: WrongCode; count?: number };
export type WrongCode = 'missing' | 'email' | 'phone' | 'choice' | 'too-long' | 'too-many' | 'other';

/** Above the form: a 409 with the nearest free starts, a form that must be sent once more, or one that books nothing. */
export type Panel = { kind: 'taken' | 'closed'; alternatives: string[] } | { kind: 'again' | 'preview' };

export type Details = {
  frame: Frame;
  at: At;
  about: About;
  start: string;
  end: string;
  timeZone: string;
  duration: number;
  asks: Asks;
  typed: Typed;
  known?: true;
  wrongs: Wrong[];
  panel?: Panel;
  /** The idempotency key (kept over refusals) and the signed form token (fresh on every page). */
  key: string;
  token: string;
  /** Until when the visitor may move it; null: never. */
  movableUntil: string | null;
  footer?: string;
  /** Where the visitor is led once it is booked. */
  onward?: string;
};

/** A page about a booking that is made, held, confirmed, moved or cancelled. */
export type Booked = { frame: Frame; about: About; meeting: Meeting };

/** Addresses the visitor may know; null where that door is closed. All are same-origin paths. */
export type Doors = { manage: string; reschedule: string | null; cancel: string | null; ics: string };

/** `doors` only when the visitor may see the token; `onward` is the link's own https address after booking. */
export type Done = Booked & {
  email?: string;
  doors: Doors | null;
  movableUntil: string | null;
  onward?: string;
};

/** A form of one button: hidden fields posted to `action`. */
export type Press = { action: string; fields: Record<string, string> };

export type CheckMail = Booked & {
  email: string;
  sender?: string;
  heldUntil: string;
  /** Sends the message again; left out when nothing can be sent. */
  again: Press | null;
  /** Where another time is chosen; null: the same form as `again` asks for the same time with another address. */
  otherAddress: string | null;
};

export type Verify = Booked & { press: Press; heldUntil: string };

/** The confirmation came too late. `fresh` asks for a new message while the time is still free. */
export type Expired = Booked & { heldUntil: string; choose: string | null; fresh: Press | null };

/** F6: between asking and confirming the time was lost. `near` are free starts, `choose` the link's page. */
export type Lost = Booked & { near: string[]; choose: string };

export type Manage = Booked & {
  doors: Doors;
  movableUntil: string | null;
  /** A phone number to call after the cut-off, when the link has one. */
  phone?: string;
};

/** The last step of moving: old and new time, one button. `panel` after a 409. */
export type Move = Booked & {
  at: At;
  press: Press;
  start: string;
  end: string;
  timeZone: string;
  back: string;
  panel?: Panel;
};

export type Cancelled = Booked & { again: string | null };

/** The staff pages. `wrongs` use the field's name as path. */
export type Setup = {
  frame: Frame;
  typed: Partial<Record<SetupField, string>>;
  wrongs: StaffWrong[];
};
export type SetupField =
  | 'token'
  | 'workspace'
  | 'timeZone'
  | 'language'
  | 'country'
  | 'name'
  | 'email'
  | 'password';
export type StaffWrong = {
  path: string;
  code: 'missing' | 'email' | 'token' | 'zone' | 'country' | 'short' | 'other';
};

export type SetupDone = { frame: Frame; apiKey: string; page: string; signIn: string; mailCaptured: boolean };
/** `late`: the code came after the five minutes. `next`: a place of the staff app, kept through both steps. */
export type SignIn = {
  frame: Frame;
  email: string;
  failed: 'wrong' | 'late' | null;
  next: string | undefined;
};
/** `recovery`: a code from paper instead of one from the app. */
export type SignInCode = { frame: Frame; recovery: boolean; next: string | undefined; failed: boolean };
export type Forgotten = { frame: Frame; email: string; sent: boolean };
export type NewPassword = { frame: Frame; token: string; wrongs: StaffWrong[] };
export type Invitation = NewPassword & { email?: string };
