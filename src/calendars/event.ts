import { isoFromMinute, type Minute } from '#engine/minutes.ts';

export type Transparency = 'busy' | 'free';

/** An event of the built-in calendar; half-open, minutes UTC, as given even when it blocks whole days. */
export interface CalendarEvent {
  id: string;
  title: string;
  start: Minute;
  end: Minute;
  allDay: boolean;
  transparency: Transparency;
  version: number;
}

export type NewEvent = Omit<CalendarEvent, 'id' | 'version'>;

/** What a calendar shows: an event of its own, or a booking standing in it. */
export interface EventView {
  id: string;
  title: string;
  /** ISO instants. */
  start: string;
  end: string;
  allDay: boolean;
  transparency: Transparency;
  bookingId?: string;
  /** Of an event in an outside calendar, to be changed there. */
  calendarId?: string;
  calendarName?: string;
}

export const LONGEST_EVENT: Minute = 366 * 24 * 60;

export function presentEvent({ id, title, start, end, allDay, transparency }: CalendarEvent): EventView {
  return { id, title, start: isoFromMinute(start), end: isoFromMinute(end), allDay, transparency };
}

/** What colleagues see of somebody else's busy time. */
export function withoutTitle({ id, start, end, allDay, transparency }: EventView): EventView {
  return { id, title: 'Busy', start, end, allDay, transparency };
}
