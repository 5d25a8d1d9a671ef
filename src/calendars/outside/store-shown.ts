import type { Minute } from '#engine/minutes.ts';
import type { Reader } from '#platform/db/database.ts';
import './tables.ts';

/** An event of an outside calendar as a calendar of Rondo shows it; whole days are whole already. */
export interface ShownEvent {
  memberId: string;
  calendarId: string;
  calendarName: string;
  href: string;
  position: number;
  title: string;
  start: Minute;
  end: Minute;
  allDay: boolean;
  /** Whether it closes time (A3). */
  blocks: boolean;
}

const MOST_SHOWN = 5_000;

/**
 * Outside events of several members that meet [from, to), by start, in one statement. Where one of our bookings stands
 * as it should, the booking itself is shown. `since`: only what begins then or later.
 */
export async function readShownEvents(
  db: Reader,
  workspaceId: string,
  memberIds: string[],
  { from, to, since }: { from: Minute; to: Minute; since?: Minute | undefined },
): Promise<ShownEvent[]> {
  const rows = await shownRows(db, workspaceId)
    .where('e.member_id', 'in', memberIds)
    .where('e.end_minute', '>', from)
    .where('e.start_minute', '<', to)
    .$if(since !== undefined, (query) => query.where('e.start_minute', '>=', since!))
    .where((eb) => eb.or([eb('e.booking_id', 'is', null), eb('e.blocks', '=', 1)]))
    .orderBy('e.start_minute')
    .orderBy('e.href')
    .orderBy('e.position')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(({ start_minute, end_minute, all_day, blocks, ...row }) => ({
    memberId: row.member_id,
    calendarId: row.calendar_id,
    calendarName: row.calendar_name,
    href: row.href,
    position: row.position,
    title: row.title,
    start: start_minute,
    end: end_minute,
    allDay: all_day === 1,
    blocks: blocks === 1,
  }));
}

/** Of calendars that are switched on. */
function shownRows(db: Reader, workspaceId: string) {
  return db
    .selectFrom('outside_events as e')
    .innerJoin('outside_calendars as c', (join) =>
      join.onRef('c.workspace_id', '=', 'e.workspace_id').onRef('c.calendar_id', '=', 'e.calendar_id'),
    )
    .select(['e.member_id', 'e.calendar_id', 'e.href', 'e.position', 'e.title', 'e.start_minute'])
    .select(['e.end_minute', 'e.all_day', 'e.blocks', 'c.name as calendar_name'])
    .where('e.workspace_id', '=', workspaceId)
    .where('c.sync_on', '=', 1);
}
