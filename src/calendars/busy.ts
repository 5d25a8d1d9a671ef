import type { Minute } from '#engine/minutes.ts';
import { localDayOf, startOfDay, type Zone } from '#engine/zone.ts';

/** The part of a calendar_events row that says when it blocks; only events marked busy belong here. */
export interface BusyEvent {
  start_minute: Minute;
  end_minute: Minute;
  all_day: number;
}

/**
 * An all-day event blocks up to this many minutes beyond its own start and end, so a query for a window must
 * look that much further on both sides. Local days last 25 hours at most.
 */
export const ALL_DAY_REACH = 25 * 60;

/**
 * What these events block (A3): flat pairs start, end in minutes UTC, half-open, in the order given. An all-day
 * event blocks every date of the member's zone that it touches, be that day 23, 24 or 25 hours long.
 */
export function busyIntervals(events: readonly BusyEvent[], zone: Zone): Int32Array {
  const pairs = new Int32Array(events.length * 2);
  let at = 0;
  for (const event of events) {
    const whole = event.all_day === 1;
    pairs[at++] = whole ? startOfDay(zone, localDayOf(zone, event.start_minute)) : event.start_minute;
    pairs[at++] = whole ? startOfDay(zone, localDayOf(zone, event.end_minute - 1) + 1) : event.end_minute;
  }
  return pairs;
}
