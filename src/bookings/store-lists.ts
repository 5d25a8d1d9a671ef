import { isAmong, type Among } from '#platform/db/among.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { Booking } from './booking.ts';
import { bookingFrom, readHostIds } from './store.ts';
import { isMeant, type BookingFilter, type Where } from './store-filter.ts';
import './tables.ts';
import '#people/tables.ts';

export interface Page {
  /** By start, the earliest first unless `descending`. */
  descending: boolean;
  /** The last booking of the page before. */
  after?: { start: number; id: string };
  limit: number;
}

/** A page of the bookings that are meant, by start. */
export async function listBookings(
  db: Reader,
  workspaceId: string,
  filter: BookingFilter,
  { descending, after, limit }: Page,
): Promise<Booking[]> {
  const order = descending ? 'desc' : 'asc';
  const rows = await db
    .selectFrom('bookings as b')
    .selectAll('b')
    .where((eb) => isMeant(eb as Where, workspaceId, filter))
    .$if(after !== undefined, (q) =>
      q.where((eb) =>
        eb(
          eb.refTuple('b.start_minute', 'b.booking_id'),
          descending ? '<' : '>',
          eb.tuple(after!.start, after!.id),
        ),
      ),
    )
    .orderBy('b.start_minute', order)
    .orderBy('b.booking_id', order)
    .limit(limit)
    .execute();
  return withHosts(db, workspaceId, rows);
}

const STANDING: BookingFilter['status'] = ['scheduled', 'unverified'];

export interface HomeBooking {
  booking: Booking;
  isToday: boolean;
  isNext: boolean;
  needsHost: boolean;
}

/**
 * What home shows: bookings that start within the window, the next one after it, and those that need a host, whenever
 * they are (N2).
 */
export async function listForHome(
  db: Reader,
  workspaceId: string,
  { from, to, inNeed, ...filter }: BookingFilter & { from: number; to: number; inNeed: Among },
  limit: number,
): Promise<HomeBooking[]> {
  const rows = await db
    .selectFrom('bookings as b')
    .selectAll('b')
    .where((eb) => isMeant(eb as Where, workspaceId, filter))
    .where((eb) =>
      eb.or([
        eb.and([eb('b.start_minute', '>=', from), eb('b.start_minute', '<', to)]),
        isAmong('b.booking_id', inNeed),
        eb('b.booking_id', '=', firstOf(eb as Where, workspaceId, { ...filter, from: to, status: STANDING })),
      ]),
    )
    .orderBy('b.start_minute')
    .orderBy('b.booking_id')
    .limit(limit)
    .execute();
  const bookings = await withHosts(db, workspaceId, rows);
  const next = bookings.findIndex(({ start }) => start >= to);
  const needy = new Set(inNeed.ids);
  return bookings.map((booking, at) => ({
    booking,
    isToday: booking.start >= from && booking.start < to,
    isNext: at === next,
    needsHost: needy.has(booking.id),
  }));
}

function firstOf(eb: Where, workspaceId: string, filter: BookingFilter) {
  return eb
    .selectFrom('bookings as b')
    .select('b.booking_id')
    .where((inner) => isMeant(inner as unknown as Where, workspaceId, filter))
    .orderBy('b.start_minute')
    .orderBy('b.booking_id')
    .limit(1);
}

/** Nobody reads more than this from a number. */
export const MOST_COUNTED = 10_001;

/** How many bookings each filter means, all in one statement; counting ends at MOST_COUNTED. */
export async function countBookings(
  db: Reader,
  workspaceId: string,
  filters: BookingFilter[],
): Promise<number[]> {
  const counted = await db
    .selectNoFrom((eb) =>
      filters.map((filter, at) =>
        eb
          .selectFrom((inner) =>
            inner
              .selectFrom('bookings as b')
              .select('b.booking_id')
              .where((where) => isMeant(where as unknown as Where, workspaceId, filter))
              .limit(MOST_COUNTED)
              .as('meant'),
          )
          .select((found) => found.fn.countAll<number>().as('n'))
          .as(`n${at}`),
      ),
    )
    .executeTakeFirstOrThrow();
  return filters.map((_, at) => counted[`n${at}`] ?? 0);
}

async function withHosts(db: Reader, workspaceId: string, rows: Row<'bookings'>[]): Promise<Booking[]> {
  const ids = rows.map((row) => row.booking_id);
  const hosts = await readHostIds(db, workspaceId, ids);
  return rows.map((row) => bookingFrom(row, hosts.get(row.booking_id) ?? []));
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
