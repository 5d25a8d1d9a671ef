import type { Language } from '#platform/messages/messages.ts';
import type { Utm } from '#crm/leads/utm.ts';
import type { LinkLocation } from '#links/link.ts';

export const BOOKING_STATUSES = [
  'unverified',
  'scheduled',
  'completed',
  'no-show',
  'cancelled',
  'expired',
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** What the visitor typed, kept with the booking and never written over a record (E6). */
export interface Visitor {
  name: string;
  email: string;
  phone?: string;
  skype?: string;
  details?: string;
}

export interface RecordRef {
  kind: string;
  id: string;
}

export interface Answer {
  id: string;
  label: string;
  value: string;
}

/** What was agreed to, or not: its wording as it was then, for good. */
export interface GivenConsent {
  id: string;
  text: string;
  /** Which wording of it this is. */
  version: number;
  given: boolean;
}

/** A meeting made through Rondo. Times are minutes since the epoch, UTC, half-open. */
export interface Booking {
  workspaceId: string;
  id: string;
  linkId: string | null;
  /** The rotation it went by, a colleague's or its link's (R6, R10). */
  rotationId: string | null;
  status: BookingStatus;
  title: string;
  start: number;
  end: number;
  bufferBefore: number;
  bufferAfter: number;
  visitor: Visitor | null;
  visitorTimeZone: string;
  language: Language;
  /** The zone whose wall clock the time was offered in, and the tz data that said so. */
  offeredTimeZone: string;
  tzdata: string;
  location: LinkLocation | null;
  /** What a meeting without a visitor is about; those of a visitor stand with them. */
  details: string | null;
  answers: Answer[];
  consents: GivenConsent[];
  guests: string[];
  /** The advertisement that brought the visitor. */
  utm: Utm | null;
  party: RecordRef | null;
  record: RecordRef | null;
  internal: boolean;
  /** The visitor came by a link that was mailed to their own address (C4). */
  invited: boolean;
  sequence: number;
  version: number;
  cutOffMinutes: number;
  /** The manage token, sealed, because later mails repeat the link. */
  manageTokenSealed: string | null;
  /** The mailbox that its invitations are answered to: an ORGANIZER stays who they are (RFC 5546). */
  answersTo: string | null;
  /** Until when an unverified booking holds its time (ISO). */
  expiresAt: string | null;
  madeAt: string;
  /** The member who made it by hand. */
  madeBy: string | null;
  deletedAt: string | null;
  /** In the order of the chairs. */
  hostIds: string[];
}

/**
 * The status as it is at `nowIso`, whether or not the job that writes it down has run: a hold past its time
 * has expired (F3), a meeting past its end is completed unless somebody said otherwise (E12).
 */
export function statusAt(
  booking: Pick<Booking, 'status' | 'end' | 'expiresAt'>,
  nowIso: string,
): BookingStatus {
  if (booking.status === 'unverified' && booking.expiresAt !== null && booking.expiresAt <= nowIso)
    return 'expired';
  if (booking.status === 'scheduled' && booking.end * 60_000 <= Date.parse(nowIso)) return 'completed';
  return booking.status;
}

/** The last minute at which the visitor may move it themselves (E7). */
export function movableUntil(booking: Pick<Booking, 'start' | 'cutOffMinutes'>): number {
  return booking.start - booking.cutOffMinutes;
}

/** Statuses that count for fairness (D3). */
export const COUNTED: BookingStatus[] = ['scheduled', 'completed', 'no-show'];
