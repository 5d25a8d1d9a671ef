import { createHash } from 'node:crypto';
import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { Reader } from '#platform/db/database.ts';
import type { EventView } from './event.ts';
import { readShownEvents, type ShownEvent } from './outside/store-shown.ts';

/** What outside calendars show beside a member's own events, by start. What closes no time is free. */
export async function outsideEvents(
  db: Reader,
  workspaceId: string,
  memberId: string,
  window: { from: Minute; to: Minute; since?: Minute | undefined },
): Promise<EventView[]> {
  const events = await readShownEvents(db, workspaceId, [memberId], window);
  return events.map((event) => ({
    id: idOf(event),
    title: event.title,
    start: isoFromMinute(event.start),
    end: isoFromMinute(event.end),
    allDay: event.allDay,
    transparency: event.blocks ? 'busy' : 'free',
    calendarId: event.calendarId,
    calendarName: event.calendarName,
  }));
}

/** One for each time that it stands, in the form of all ids, so that pages of a list end where they should. */
function idOf({ calendarId, href, position }: ShownEvent): string {
  const hash = createHash('sha256').update(`${calendarId} ${href} ${position}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}
