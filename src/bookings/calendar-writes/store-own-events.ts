import type { Minute } from '#engine/minutes.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import { prepared } from '#platform/db/prepared.ts';
import type { OwnTime } from '#calendars/outside/outside.ts';
import '#calendars/outside/tables.ts';
import type { WriteKey } from './store-writes.ts';

/** A3: events of this booking close no time any more; in one calendar, or wherever they stand. */
export async function freeOwnEvents(
  tx: Tx,
  { workspaceId, bookingId, calendarId }: { workspaceId: string; bookingId: string; calendarId?: string },
): Promise<void> {
  await tx
    .updateTable('outside_events')
    .set({ blocks: 0 })
    .where('workspace_id', '=', workspaceId)
    .where('booking_id', '=', bookingId)
    .where('blocks', '=', 1)
    .$if(calendarId !== undefined, (query) => query.where('calendar_id', '=', calendarId!))
    .execute();
}

/**
 * Where bookings are, and where they were written last, for each of their hosts: whoever is not among them is no booking of
 * this workspace, or somebody else's to whom it is an event like any other.
 */
export async function timesOf(
  tx: Tx,
  workspaceId: string,
  bookingIds: readonly string[],
): Promise<Map<string, OwnTime[]>> {
  if (bookingIds.length === 0) return new Map();
  const { rows } = await placesOf(tx, { workspaceId, bookingIds: [...bookingIds] });
  const times = new Map<string, OwnTime[]>();
  for (const { booking_id, host_id, start, end } of rows) {
    if (start === null || end === null) continue;
    times.set(booking_id, [...(times.get(booking_id) ?? []), { memberId: host_id, start, end }]);
  }
  return times;
}

const placesOf = prepared((db, { workspaceId, bookingIds }: { workspaceId: string; bookingIds: string[] }) =>
  db
    .selectFrom('booking_hosts as h')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.workspace_id', '=', 'h.workspace_id').onRef('b.booking_id', '=', 'h.booking_id'),
    )
    .select(['b.booking_id', 'h.host_id'])
    .select((eb) => [
      eb.ref('b.start_minute').$castTo<Minute | null>().as('start'),
      eb.ref('b.end_minute').$castTo<Minute | null>().as('end'),
    ])
    .where('h.workspace_id', '=', workspaceId)
    .where('h.booking_id', 'in', bookingIds)
    .unionAll(
      db
        .selectFrom('calendar_writes')
        .select(['booking_id', 'host_id', 'written_start as start', 'written_end as end'])
        .where('workspace_id', '=', workspaceId)
        .where('booking_id', 'in', bookingIds),
    ),
);

/** Where a reading found the event with this UID. */
export async function placeByUid(
  db: Reader,
  { workspaceId, calendarId, uid }: { workspaceId: string; calendarId: string; uid: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('outside_objects')
    .select('href')
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('uid', '=', uid)
    .executeTakeFirst();
  return row?.href;
}

/** Hosts whose bookings go to the very same calendar of the service, and this one's too. */
export async function sharersOf(
  db: Reader,
  { workspace_id, booking_id, calendar_id }: WriteKey,
  remoteId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('calendar_writes as w')
    .innerJoin('outside_calendars as c', (join) =>
      join.onRef('c.workspace_id', '=', 'w.workspace_id').onRef('c.calendar_id', '=', 'w.calendar_id'),
    )
    .select('w.host_id')
    .where('w.workspace_id', '=', workspace_id)
    .where('w.booking_id', '=', booking_id)
    .where('w.calendar_id', '!=', calendar_id)
    .where('c.remote_id', '=', remoteId)
    .where('c.write_here', '=', 1)
    .execute();
  return rows.map(({ host_id }) => host_id);
}

/**
 * What we wrote counts as known before any reading has seen it: else nobody would miss it when its owner deletes it
 * until then. Without a mark, so that the next reading looks at it.
 */
export async function knowOwnObject(
  tx: Tx,
  { workspaceId, calendarId, href, uid }: Record<'workspaceId' | 'calendarId' | 'href' | 'uid', string>,
): Promise<void> {
  const ids = { workspace_id: workspaceId, calendar_id: calendarId };
  await tx
    .insertInto('outside_objects')
    .values({ ...ids, href, uid, etag: null, text: null, oddities: '[]' })
    .onConflict((oc) => oc.columns(['workspace_id', 'calendar_id', 'href']).doNothing())
    .execute();
}
