import type { Rule } from '#engine/snapshot.ts';

export const LINK_KINDS = ['personal', 'group', 'round-robin', 'specific-times', 'panel'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export type Verification = 'unknown' | 'everyone' | 'never';
export type OwnerFirst = 'off' | 'strict' | 'ladder';
export type LinkLanguage = 'visitor' | 'en' | 'fr' | 'pl';

/** One place to fill in a meeting, and who may fill it, in the order of the list (B1). */
export interface LinkChair {
  candidateIds: string[];
  /** The link's own rule when left out. */
  rule?: Rule;
  /** R10: the rotation that fills this chair; its members are the candidates, read anew with the link. */
  rotationId?: string;
  /** Of a meeting that has its host already: the rotation in which it counts for them. */
  countsIn?: string;
  /** For one visitor: the only candidates who may have this chair (C2, C3). */
  among?: string[];
}

export interface LinkHours {
  weekly: { day: number; start: string; end: string }[];
  overrides: { date: string; spans: { start: string; end: string }[] }[];
}

/** A6: a link whose horizon names no end can be booked so many days ahead, 24 months. */
export const OPEN_ENDED_DAYS = 730;

/** Rolling days from today, or dates (inclusive, in the link's zone), or nothing = 24 months (A6). */
export interface Horizon {
  rollingDays?: number;
  from?: string | null;
  to?: string | null;
}

export interface Question {
  id: string;
  label: string;
  kind: 'text' | 'long-text' | 'choice' | 'phone' | 'checkbox';
  required: boolean;
  choices?: string[];
  /** The field of a new lead that the answer fills; one of the workspace's own by its key. */
  field?: 'phone' | 'skype' | 'companyName' | 'jobTitle' | `custom.${string}`;
}

export interface Consent {
  id: string;
  text: string;
  required: boolean;
  /** Counts the wordings of this consent; ours, one more when the text changes. */
  version: number;
}

/** A mail of its own before the start or after the end of a meeting. */
export interface Reminder {
  minutes: number;
  when: 'before' | 'after';
  to: 'visitor' | 'host' | 'both';
  /** What the link's owner adds in their own words. */
  text?: string;
}

export interface LinkLocation {
  kind: 'video' | 'phone' | 'address' | 'ask';
  /** An address, a number; with `room: 'jitsi'` the server on which each meeting gets a room of its own. */
  value?: string;
  /** Video only: the host's own address, or a room for each meeting, of a server or of the host's calendar service. Without it all meet at `value`. */
  room?: 'host' | 'jitsi' | 'meet' | 'teams';
}

/** What a link says about its meetings. Lengths are minutes; `rule` and `verification` null = the default. */
export interface LinkSettings {
  description: string | null;
  footer: string | null;
  chairs: LinkChair[];
  durationsMinutes: number[];
  incrementMinutes: number | null;
  timeZone: string;
  hours: LinkHours | null;
  withinHostHours: boolean;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes: number;
  horizon: Horizon;
  caps: { perHostPerDay?: number; perDay?: number; perWeek?: number };
  rule: Rule | null;
  weights: Record<string, number> | null;
  /** Whether a known visitor's owner comes first (C1–C3), and within how many working days under `ladder`. */
  ownerFirst: OwnerFirst;
  ladderDays: number | null;
  /** C4: by a signed link alone, or by the address that the page asks for first. */
  identify: 'token' | 'email';
  verification: Verification | null;
  holdMinutes: number;
  location: LinkLocation | null;
  questions: Question[];
  guests: { allowed: boolean; max: number };
  consents: Consent[];
  /** The highest version that each consent ever had, also those taken away: no version names two wordings. */
  consentCounts: Record<string, number>;
  redirectUrl: string | null;
  language: LinkLanguage;
  cutOffMinutes: number;
  times: { start: string; end: string }[];
  singleUse: boolean;
  offerAnyway: boolean;
  /** Specific times: from this instant on none of them is on offer. */
  expiresAt: string | null;
  reminders: Reminder[];
  /** L5: the websites that may show this link; none when empty. */
  embedOrigins: string[];
}

export interface Link {
  workspaceId: string;
  id: string;
  slug: string;
  kind: LinkKind;
  title: string;
  ownerId: string;
  active: boolean;
  holidayListId: string | null;
  /** ISO instant since which bookings count for `fewest-booked` (D1). */
  countingFrom: string;
  version: number;
  createdAt: string;
  deletedAt: string | null;
  settings: LinkSettings;
}

/** Everyone who may hold a meeting of this link, each once, in order of chairs and lists. */
export function candidateIds(settings: Pick<LinkSettings, 'chairs'>): string[] {
  return [...new Set(settings.chairs.flatMap((chair) => chair.candidateIds))];
}

const TEAM_KINDS: readonly LinkKind[] = ['group', 'round-robin', 'panel'];

/** B4: a team link asks more of its hosts than one's own link does. */
export function isTeamLink({
  kind,
  settings,
}: {
  kind: LinkKind;
  settings: Pick<LinkSettings, 'chairs'>;
}): boolean {
  return TEAM_KINDS.includes(kind) || candidateIds(settings).length > 1;
}

/** The rotations that fill chairs of a link, each once. */
export function rotationIds({ chairs }: Pick<LinkSettings, 'chairs'>): string[] {
  return [...new Set(chairs.flatMap(({ rotationId }) => rotationId ?? []))];
}

/** The rotation of a round robin (R10): that of its one chair. */
export function rotationOf({ chairs }: Pick<LinkSettings, 'chairs'>): string | null {
  return chairs.length === 1 ? (chairs[0]!.rotationId ?? null) : null;
}

/** C3: how many working days the owner has for offering a time, unless the link says. */
export const LADDER_DAYS = 5;

/** D0: what a link that names no rule goes by; once no owner decides, the seed draws by lot. */
export function ruleOf(
  settings: Pick<LinkSettings, 'rule' | 'ownerFirst'>,
  isAppointmentPage: boolean,
): Rule {
  if (settings.rule) return settings.rule;
  if (isAppointmentPage) return 'fewest-that-day';
  return settings.ownerFirst === 'off' ? 'fewest-booked' : 'random';
}

/** F1: `unknown` on the appointment page, `never` elsewhere, unless the link says. */
export function verificationOf(settings: LinkSettings, isAppointmentPage: boolean): Verification {
  return settings.verification ?? (isAppointmentPage ? 'unknown' : 'never');
}

/** A5: the grid is the increment, or the duration when none is named. */
export function incrementOf(settings: LinkSettings, durationMinutes: number): number {
  return settings.incrementMinutes ?? durationMinutes;
}

/** L3: from its end on nothing of the offer is to be had; `now` is an instant as `isoNow` writes it. */
export function isExpired({ expiresAt }: Pick<LinkSettings, 'expiresAt'>, now: string): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now);
}

/** L8: what a plan counts: every kind but specific times. */
export function isGeneral({ kind }: Pick<Link, 'kind'>): boolean {
  return kind !== 'specific-times';
}

export function isBookable(link: Pick<Link, 'active' | 'deletedAt'>): boolean {
  return link.active && link.deletedAt === null;
}
