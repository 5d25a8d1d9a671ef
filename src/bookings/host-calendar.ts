import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { EventView } from '#calendars/event.ts';
import type { Reader } from '#platform/db/database.ts';
import { readHeld } from './store-feed.ts';

/** L7: a member's bookings as their built-in calendar shows them; held times of strangers are no events yet (F3). */
export async function bookingsInCalendar(
  db: Reader,
  workspaceId: string,
  memberId: string,
  from: Minute | undefined,
  to: Minute | undefined,
): Promise<EventView[]> {
  const rows = await readHeld(db, workspaceId, memberId, from ?? 0, to ?? 2 ** 31 - 1);
  return rows.map((row) => ({
    id: row.booking_id,
    title: row.visitor_name ? `${row.title} · ${row.visitor_name}` : row.title,
    start: isoFromMinute(row.start_minute),
    end: isoFromMinute(row.end_minute),
    allDay: false,
    transparency: 'busy',
    bookingId: row.booking_id,
  }));
}
