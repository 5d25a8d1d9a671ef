import type { Minute } from '#engine/minutes.ts';
import { isAmong, type Among } from '#platform/db/among.ts';
import type { Tx } from '#platform/db/database.ts';
import { inSlices } from '#platform/db/in-slices.ts';
import { flag, type Row } from '#platform/db/tables.ts';
import type { CalendarKey } from './calendar.ts';
import './tables.ts';

export type OutsideEvent = Row<'outside_events'>;

/** What stands of these objects is what is given now, and nothing else. */
export async function replaceEvents(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  hrefs: Among,
  events: readonly OutsideEvent[],
): Promise<void> {
  if (hrefs.ids.length === 0) return;
  await tx
    .deleteFrom('outside_events')
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where(isAmong('href', hrefs))
    .execute();
  for (const some of inSlices(events)) await tx.insertInto('outside_events').values(some).execute();
}

/** A calendar begins or ceases to close time: its busy events with it, those of our own bookings aside. */
export async function setBlocks(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  closes: boolean,
): Promise<void> {
  await tx
    .updateTable('outside_events')
    .set(closes ? (eb) => ({ blocks: eb.ref('busy') }) : { blocks: 0 })
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .$if(closes, (query) => query.where('booking_id', 'is', null))
    .execute();
}

/** Events of our own bookings in a calendar. */
export async function bookingEvents(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
): Promise<OutsideEvent[]> {
  return tx
    .selectFrom('outside_events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('booking_id', 'is not', null)
    .execute();
}

/** Whether the event of one booking closes time, wherever it stands. */
export async function setBookingBlocks(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  { href, position, blocks }: Pick<OutsideEvent, 'href' | 'position'> & { blocks: boolean },
): Promise<void> {
  await tx
    .updateTable('outside_events')
    .set({ blocks: flag(blocks) })
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('href', '=', href)
    .where('position', '=', position)
    .execute();
}

/** What ended before we look is of no use to anybody. */
export async function pruneEvents(
  tx: Tx,
  { workspaceId, calendarId }: CalendarKey,
  before: Minute,
): Promise<void> {
  await tx
    .deleteFrom('outside_events')
    .where('workspace_id', '=', workspaceId)
    .where('calendar_id', '=', calendarId)
    .where('end_minute', '<=', before)
    .execute();
}
