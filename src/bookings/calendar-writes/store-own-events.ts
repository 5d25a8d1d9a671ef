import type { Minute } from '#engine/minutes.ts';
import type { Reader, Tx } from '#platform/db/database.ts';
import '#calendars/outside/tables.ts';
import './store-writes.ts';

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

/** Where bookings are, and where they were written last: whoever is not among them is no booking of this workspace. */
export async function timesOf(
  tx: Tx,
  workspaceId: string,
  bookingIds: readonly string[],
): Promise<Map<string, { start: Minute; end: Minute }[]>> {
  if (bookingIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('bookings as b')
    .leftJoin('calendar_writes as w', (join) =>
      join.onRef('w.workspace_id', '=', 'b.workspace_id').onRef('w.booking_id', '=', 'b.booking_id'),
    )
    .select(['b.booking_id', 'b.start_minute', 'b.end_minute', 'w.written_start', 'w.written_end'])
    .where('b.workspace_id', '=', workspaceId)
    .where('b.booking_id', 'in', [...bookingIds])
    .execute();
  const times = new Map<string, { start: Minute; end: Minute }[]>();
  for (const row of rows) {
    const own = times.get(row.booking_id) ?? [{ start: row.start_minute, end: row.end_minute }];
    if (row.written_start !== null) own.push({ start: row.written_start, end: row.written_end! });
    times.set(row.booking_id, own);
  }
  return times;
}

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
