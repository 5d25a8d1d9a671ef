import { isoFromMinute } from '#engine/minutes.ts';
import type { Minute } from '#engine/minutes.ts';
import type { Reader } from '#platform/messages/dates.ts';
import { clockFrom } from '#platform/messages/language.ts';
import type { Language } from '#platform/messages/messages.ts';

/** Everything the mails and calendar files of one booking may say. Which of them says what is their own matter. */
export interface MailMeeting {
  bookingId: string;
  /** Rises with every change that others are told (E8). */
  sequence: number;
  title: string;
  /** Minutes UTC, half-open. */
  start: Minute;
  end: Minute;
  hosts: MailHost[];
  visitor: MailVisitor;
  details: string | null;
  answers: { label: string; value: string }[];
  /** Checked addresses. */
  guests: string[];
  location: MailLocation | null;
  /** The visitor's own page. It stands in the visitor's mails and nowhere else. */
  manageUrl: string;
  /** The visitor may move the meeting before this minute; null: the mails say nothing about moving. */
  changeUntil: Minute | null;
  /** Unverified: the minute at which the time is free for others again. */
  heldUntil: Minute | null;
  /** When the act happened: milliseconds since the epoch, as `Clock.now()` gives them. */
  stamp: number;
  workspaceName: string;
  /** Who sends: the address of MAIL_FROM. */
  organizer: { name: string; address: string };
  /** Where an invited person's calendar sends its answer, when answers are read. */
  answersOf?: (email: string) => string;
  uidDomain: string;
  /** Typed by whoever cancelled or reassigned. */
  reason?: string;
  cancelledBy?: 'visitor' | 'staff';
  /** Set when the time changed. */
  previousStart?: Minute;
  /** Names of the hosts before; set when they changed. */
  previousHosts?: string[];
  /** The link's page, where another time can be chosen. */
  newTimesUrl?: string;
  /** The booking in the staff's app. */
  adminUrl?: string;
}

/** How somebody reads times. Without `hour12` the language says how: all three write 24 hours. */
export interface MailReader {
  language: Language;
  timeZone: string;
  hour12?: boolean;
}

export interface MailHost extends MailReader {
  name: string;
  email: string;
}

export interface MailVisitor extends MailReader {
  name: string;
  email: string;
  phone?: string;
  skype?: string;
}

/** As on the link; with `ask` the value is what the visitor typed. */
export interface MailLocation {
  kind: 'video' | 'phone' | 'address' | 'ask';
  value?: string;
}

/** A mail, ready for queueMail; `replyTo` is who reads an answer to it. */
export interface Written {
  subject: string;
  text: string;
  html: string;
  replyTo?: string;
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
}

/** Mails keep a language, not a region: they write English dates one way. */
export type OwnReader = Reader & { language: Language };

export function readerOf(person: MailReader): OwnReader {
  const { language, timeZone, hour12 = clockFrom(language).hour12 } = person;
  return { language, timeZone, hour12 };
}

export function instantOf(minute: Minute): string {
  return isoFromMinute(minute);
}
