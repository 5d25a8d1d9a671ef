import type { ExpressionBuilder } from 'kysely';
import { containsFolded } from '#platform/db/contains.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/tables.ts';
import type { Booking, BookingStatus } from './booking.ts';
import { bookingFrom, readHostIds } from './store.ts';
import './tables.ts';
import '#people/tables.ts';

export interface BookingFilter {
  /** Starts, minutes UTC, half-open. */
  from?: number;
  to?: number;
  status?: BookingStatus;
  hostId?: string;
  linkId?: string;
  needsHost?: boolean;
  q?: string;
  /** Only bookings this member holds, made, or whose link they own. */
  seenBy?: string;
  now: { iso: string; minute: number };
  /** The last booking of the page before. */
  after?: { start: number; id: string };
  limit: number;
}

type Where = ExpressionBuilder<Tables & { b: Tables['bookings'] }, 'b'>;

/** Live bookings by start; statuses as they are now, not as the last job wrote them. */
export async function listBookings(
  db: Reader,
  workspaceId: string,
  filter: BookingFilter,
): Promise<Booking[]> {
  const rows = await db
    .selectFrom('bookings as b')
    .selectAll('b')
    .where('b.workspace_id', '=', workspaceId)
    .where('b.deleted_at', 'is', null)
    .$if(filter.from !== undefined, (q) => q.where('b.start_minute', '>=', filter.from!))
    .$if(filter.to !== undefined, (q) => q.where('b.start_minute', '<', filter.to!))
    .$if(filter.linkId !== undefined, (q) => q.where('b.link_id', '=', filter.linkId!))
    .$if(filter.status !== undefined, (q) => q.where((eb) => hasStatus(eb as Where, filter)))
    .$if(filter.hostId !== undefined, (q) => q.where((eb) => isHeldBy(eb as Where, filter.hostId!)))
    .$if(filter.needsHost === true, (q) => q.where((eb) => needsHost(eb as Where, filter)))
    .$if(filter.seenBy !== undefined, (q) => q.where((eb) => isSeenBy(eb as Where, filter.seenBy!)))
    .$if(filter.q !== undefined, (q) => q.where(containsFolded('b.search_text', filter.q!)))
    .$if(filter.after !== undefined, (q) =>
      q.where((eb) =>
        eb(
          eb.refTuple('b.start_minute', 'b.booking_id'),
          '>',
          eb.tuple(filter.after!.start, filter.after!.id),
        ),
      ),
    )
    .orderBy('b.start_minute')
    .orderBy('b.booking_id')
    .limit(filter.limit)
    .execute();
  const hosts = await readHostIds(
    db,
    workspaceId,
    rows.map((row) => row.booking_id),
  );
  return rows.map((row) => bookingFrom(row, hosts.get(row.booking_id) ?? []));
}

function hasStatus(eb: Where, { status, now }: BookingFilter) {
  const is = eb('b.status', '=', status!);
  const isUnverified = eb('b.status', '=', 'unverified');
  const isScheduled = eb('b.status', '=', 'scheduled');
  if (status === 'unverified') return eb.and([is, eb('b.expires_at', '>', now.iso)]);
  if (status === 'expired') return eb.or([is, eb.and([isUnverified, eb('b.expires_at', '<=', now.iso)])]);
  if (status === 'scheduled') return eb.and([is, eb('b.end_minute', '>', now.minute)]);
  if (status === 'completed') return eb.or([is, eb.and([isScheduled, eb('b.end_minute', '<=', now.minute)])]);
  return is;
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

/** N2: still to come, with a host who is no longer active. A question, not an event. */
function needsHost(eb: Where, { now }: BookingFilter) {
  return eb.and([
    eb('b.status', '=', 'scheduled'),
    eb('b.start_minute', '>', now.minute),
    eb.exists(
      eb
        .selectFrom('booking_hosts as h')
        .innerJoin('members as m', (join) =>
          join.onRef('m.workspace_id', '=', 'h.workspace_id').onRef('m.member_id', '=', 'h.host_id'),
        )
        .select('h.host_id')
        .whereRef('h.workspace_id', '=', 'b.workspace_id')
        .whereRef('h.booking_id', '=', 'b.booking_id')
        .where('m.active', '=', 0),
    ),
  ]);
}

function isSeenBy(eb: Where, memberId: string) {
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

export async function readHistory(db: Reader, workspaceId: string, bookingId: string) {
  return db
    .selectFrom('booking_history as h')
    .leftJoin('members as m', (join) =>
      join.onRef('m.workspace_id', '=', 'h.workspace_id').onRef('m.member_id', '=', 'h.by_id'),
    )
    .select(['h.change_id', 'h.kind', 'h.at', 'h.by_kind', 'h.by_id', 'h.data', 'm.name as by_name'])
    .where('h.workspace_id', '=', workspaceId)
    .where('h.booking_id', '=', bookingId)
    .orderBy('h.change_id')
    .execute();
}

/** The assignment that holds: the newest. */
export async function readAssignment(db: Reader, workspaceId: string, bookingId: string) {
  return db
    .selectFrom('assignments')
    .select(['rule', 'decision', 'by_hand', 'at'])
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .orderBy('assignment_id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function readNames(
  db: Reader,
  workspaceId: string,
  memberIds: string[],
): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('members')
    .select(['member_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', memberIds)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.name]));
}

export async function markDeleted(
  tx: Tx,
  workspaceId: string,
  bookingId: string,
  by: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('bookings')
    .set((eb) => ({ deleted_at: now, deleted_by: by, updated_at: now, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .execute();
}
