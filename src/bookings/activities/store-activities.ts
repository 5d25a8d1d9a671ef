import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import type { RecordKind } from '#crm/timeline/record-kinds.ts';
import type { Booking } from '#bookings/booking.ts';
import { bookingFrom, readHostIds } from '#bookings/store.ts';
import { isMeant, type BookingFilter, type Where } from '#bookings/store-filter.ts';
import '#crm/timeline/tables.ts';
import '#links/tables.ts';
import '#bookings/tables.ts';

export interface Activity {
  booking: Booking;
  link: { id: string; title: string; deleted: boolean; ownerId: string } | null;
}

export interface ActivityPage {
  filter: BookingFilter;
  /** Of this record and of what belongs to it, as its timeline tells of them (P8). */
  record?: { kind: RecordKind; id: string };
  descending: boolean;
  after?: { start: number; id: string };
  limit: number;
}

/** The meetings that are meant with their links, by start; two statements, however many they are. */
export async function listActivities(
  db: Reader,
  workspaceId: string,
  { filter, record, descending, after, limit }: ActivityPage,
): Promise<Activity[]> {
  const order = descending ? 'desc' : 'asc';
  const rows = await db
    .selectFrom('bookings as b')
    .leftJoin('links as l', (join) =>
      join.onRef('l.workspace_id', '=', 'b.workspace_id').onRef('l.link_id', '=', 'b.link_id'),
    )
    .selectAll('b')
    .select(['l.title as link_title', 'l.owner_id as link_owner', 'l.deleted_at as link_deleted'])
    .where((eb) => isMeant(eb as unknown as Where, workspaceId, filter))
    .$if(record !== undefined, (q) => q.where(isOf(workspaceId, record!, filter.from)))
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
    .limit(limit + 1)
    .execute();
  const ids = rows.map((row) => row.booking_id);
  const hosts = await readHostIds(db, workspaceId, ids);
  return rows.map((row) => ({
    booking: bookingFrom(row, hosts.get(row.booking_id) ?? []),
    link: linkFrom(row),
  }));
}

interface LinkColumns {
  link_id: string | null;
  link_title: string | null;
  link_owner: string | null;
  link_deleted: string | null;
}

function linkFrom({ link_id: id, link_title: title, link_owner: ownerId, ...row }: LinkColumns) {
  if (id === null || title === null || ownerId === null) return null;
  return { id, title, ownerId, deleted: row.link_deleted !== null };
}

/**
 * Meetings whose party or record is this one, belongs to it, or belongs to what belongs to it: a company's are also
 * those of its contacts and of their deals. Ids are no two kinds' own, so that they suffice.
 */
function isOf(
  workspaceId: string,
  { kind, id }: { kind: RecordKind; id: string },
  from: number | undefined,
): RawBuilder<boolean> {
  const late = from === undefined ? sql`` : sql`and x.start_minute >= ${from}`;
  return sql<boolean>`b.booking_id in (
    with near as (select from_kind as kind, from_id as id from record_links
      where workspace_id = ${workspaceId} and to_kind = ${kind} and to_id = ${id}),
    places as (select cast(${id} as text) as id union select id from near
      union select l.from_id from near n cross join record_links l
        where l.workspace_id = ${workspaceId} and l.to_kind = n.kind and l.to_id = n.id)
    select x.booking_id from places p cross join bookings x
      where x.workspace_id = ${workspaceId} and x.record_id = p.id ${late}
    union select x.booking_id from places p cross join bookings x
      where x.workspace_id = ${workspaceId} and x.party_id = p.id ${late})`;
}
