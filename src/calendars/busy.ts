import type { Interval } from '#engine/minutes.ts';
import { localDayOf, startOfDay, type Zone } from '#engine/zone.ts';

/**
 * An all-day event blocks up to this many minutes beyond its own start and end, so a query for a window must
 * look that much further on both sides. Local days last 25 hours at most.
 */
export const ALL_DAY_REACH = 25 * 60;

/**
 * What busy events block (A3): flat pairs start, end in minutes UTC, half-open, in any order. An event blocks its
 * own minutes; an all-day event every date of the member's zone that it touches, be that day 23, 24 or 25 hours
 * long.
 */
export function busyIntervals(events: Int32Array, allDay: Int32Array, zone: Zone): Int32Array {
  const pairs = new Int32Array(events.length + allDay.length);
  pairs.set(events);
  for (let at = 0; at < allDay.length; at += 2) {
    pairs[events.length + at] = startOfDay(zone, localDayOf(zone, allDay[at]!));
    pairs[events.length + at + 1] = startOfDay(zone, localDayOf(zone, allDay[at + 1]! - 1) + 1);
  }
  return pairs;
}

/** The whole dates of a zone that an all-day event touches, in minutes UTC. */
export function wholeDays({ start, end }: Interval, zone: Zone): Interval {
  return {
    start: startOfDay(zone, localDayOf(zone, start)),
    end: startOfDay(zone, localDayOf(zone, end - 1) + 1),
  };
}
