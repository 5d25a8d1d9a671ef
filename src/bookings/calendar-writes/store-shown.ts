import type { Reader } from '#platform/db/database.ts';
import '#calendars/outside/tables.ts';
import './store-writes.ts';

/** Where one booking stands, with the calendars' names. */
export async function shownWrites(db: Reader, workspaceId: string, bookingId: string) {
  return db
    .selectFrom('calendar_writes as w')
    .innerJoin('outside_calendars as c', (join) =>
      join.onRef('c.workspace_id', '=', 'w.workspace_id').onRef('c.calendar_id', '=', 'w.calendar_id'),
    )
    .select(['w.host_id', 'c.name', 'w.state', 'w.question', 'w.question_start', 'w.question_end'])
    .where('w.workspace_id', '=', workspaceId)
    .where('w.booking_id', '=', bookingId)
    .where('c.sync_on', '=', 1)
    .where((eb) => eb.or([eb('c.write_here', '=', 1), eb('w.question', 'is not', null)]))
    .orderBy('w.calendar_id')
    .execute();
}
