import { minuteFromIso, type Minute } from '#engine/minutes.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { cursorOf, placeFrom } from '#platform/http/cursor.ts';
import { keepsTimeOf } from '#hours/own-time.ts';
import { presentEvent, withoutTitle, type EventView } from './event.ts';
import { outsideEvents } from './outside-events.ts';
import { listEvents } from './store.ts';

/**
 * A member's bookings that meet [from, to), minutes UTC, as their calendar shows them. Bookings come later in
 * the house, so main.ts hands this in.
 */
export type BookingsOf = (
  db: Reader,
  workspaceId: string,
  memberId: string,
  from: Minute,
  to: Minute,
) => Promise<EventView[]>;

interface Window {
  from?: string;
  to?: string;
  cursor?: string;
  limit: number;
}

/**
 * A member's calendar by start: own events, those of outside calendars, and the bookings standing in it. Colleagues see
 * when somebody is busy and no more.
 */
export async function listCalendar(
  db: Reader,
  caller: Caller,
  memberId: string,
  window: Window,
  bookingsOf: BookingsOf,
): Promise<{ items: EventView[]; next: string | null }> {
  const { workspaceId } = caller;
  const after = afterFrom(window.cursor);
  const own = keepsTimeOf(caller, memberId);
  const from = window.from === undefined ? ALWAYS.from : minuteFromIso(window.from)!;
  const to = window.to === undefined ? ALWAYS.to : minuteFromIso(window.to)!;
  const filter = { from, to, after, busyOnly: !own, limit: window.limit };
  const events = await listEvents(db, workspaceId, memberId, filter);
  const outside = await outsideEvents(db, workspaceId, memberId, { from, to, since: after?.start });
  const others = own ? outside : outside.filter(({ transparency }) => transparency === 'busy');
  const bookings = await bookingsOf(db, workspaceId, memberId, Math.max(from, after?.start ?? from), to);
  const beyond = [...others, ...bookings].filter((view) => !after || isBeyond(view, after));
  const views = [...events.map(presentEvent), ...beyond];
  return pageOfViews(views.map(own ? asItIs : withoutTitle), window.limit);
}

/** Beyond every instant the API reads (years 1900 to 2199). */
const ALWAYS = { from: -37_000_000, to: 121_000_000 };

function pageOfViews(views: EventView[], limit: number): { items: EventView[]; next: string | null } {
  const sorted = views.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const items = sorted.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && sorted.length > limit ? cursorOf({ value: last.start, id: last.id }) : null };
}

function afterFrom(cursor: string | undefined): { start: Minute; id: string } | undefined {
  const place = placeFrom(cursor, /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
  return place && { start: minuteFromIso(place.value) ?? 0, id: place.id };
}

function isBeyond(view: EventView, after: { start: Minute; id: string }): boolean {
  const start = minuteFromIso(view.start)!;
  return start > after.start || (start === after.start && view.id > after.id);
}

function keyOf({ start, id }: EventView): string {
  return `${start} ${id}`;
}

function asItIs(view: EventView): EventView {
  return view;
}
