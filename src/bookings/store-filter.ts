import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { isAmong, type Among } from '#platform/db/among.ts';
import { containsWords } from '#platform/db/contains.ts';
import type { Tables } from '#platform/db/tables.ts';
import type { BookingStatus } from './booking.ts';
import '#bookings/calendar-writes/store-writes.ts';
import './tables.ts';
import '#links/tables.ts';
import '#people/tables.ts';

/** Which bookings are meant. */
export interface BookingFilter {
  /** Starts, minutes UTC, half-open. */
  from?: number;
  to?: number;
  /** Any of these. */
  status?: BookingStatus[];
  hostId?: string;
  linkId?: string;
  rotationId?: string;
  /** Those among whom a host is missing (N2). */
  among?: Among;
  /** Those about which a calendar asks (A3). */
  question?: true;
  q?: string;
  /** Only bookings this member holds, made, or whose link they own. */
  seenBy?: string;
  now: Now;
}

interface Now {
  iso: string;
  minute: number;
}

/** Builds conditions on a table `bookings as b`. */
export type Where = ExpressionBuilder<Tables & { b: Tables['bookings'] }, 'b'>;
type Condition = ExpressionWrapper<Tables & { b: Tables['bookings'] }, 'b', SqlBool>;

/** Live bookings that match; statuses as they are now, not as the last job wrote them. */
export function isMeant(eb: Where, workspaceId: string, filter: BookingFilter): Condition {
  const { from, to, linkId, rotationId, status, hostId, among, question, q, seenBy, now } = filter;
  return eb.and([
    eb('b.workspace_id', '=', workspaceId),
    eb('b.deleted_at', 'is', null),
    ...(from === undefined ? [] : [eb('b.start_minute', '>=', from)]),
    ...(to === undefined ? [] : [eb('b.start_minute', '<', to)]),
    ...(linkId === undefined ? [] : [eb('b.link_id', '=', linkId)]),
    ...(rotationId === undefined ? [] : [eb('b.rotation_id', '=', rotationId)]),
    ...(status === undefined ? [] : [eb.or(status.map((one) => hasStatus(eb, one, now)))]),
    ...(hostId === undefined ? [] : [isHeldBy(eb, hostId)]),
    ...(among === undefined ? [] : [isAmong('b.booking_id', among)]),
    ...(question === undefined ? [] : [isAskedAbout(eb)]),
    ...(seenBy === undefined ? [] : [isSeenBy(eb, seenBy)]),
    ...(q === undefined ? [] : [containsWords('b.search_text', q)]),
  ]);
}

function hasStatus(eb: Where, status: BookingStatus, now: Now): Condition {
  const is = eb('b.status', '=', status);
  const isUnverified = eb('b.status', '=', 'unverified');
  const isScheduled = eb('b.status', '=', 'scheduled');
  if (status === 'unverified') return eb.and([is, eb('b.expires_at', '>', now.iso)]);
  if (status === 'expired') return eb.or([is, eb.and([isUnverified, eb('b.expires_at', '<=', now.iso)])]);
  if (status === 'scheduled') return eb.and([is, eb('b.end_minute', '>', now.minute)]);
  if (status === 'completed') return eb.or([is, eb.and([isScheduled, eb('b.end_minute', '<=', now.minute)])]);
  return eb.and([is]);
}

function isHeldBy(eb: Where, hostId: string) {
  return eb.exists(
    eb
      .selectFrom('booking_hosts as h')
      .select('h.host_id')
      .whereRef('h.workspace_id', '=', 'b.workspace_id')
      .whereRef('h.booking_id', '=', 'b.booking_id')
      .where('h.host_id', '=', hostId),
  );
}

function isAskedAbout(eb: Where) {
  return eb.exists(
    eb
      .selectFrom('calendar_writes as w')
      .select('w.calendar_id')
      .whereRef('w.workspace_id', '=', 'b.workspace_id')
      .whereRef('w.booking_id', '=', 'b.booking_id')
      .where('w.question', 'is not', null),
  );
}

function isSeenBy(eb: Where, memberId: string): Condition {
  return eb.or([
    eb('b.made_by', '=', memberId),
    isHeldBy(eb, memberId),
    eb.exists(
      eb
        .selectFrom('links as l')
        .select('l.link_id')
        .whereRef('l.workspace_id', '=', 'b.workspace_id')
        .whereRef('l.link_id', '=', 'b.link_id')
        .where('l.owner_id', '=', memberId),
    ),
  ]);
}
