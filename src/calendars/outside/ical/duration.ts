import { SECONDS_PER_DAY } from './calendar-day.ts';
import { instantOf, wallAt, type Instant, type Moment } from './wall.ts';

/** How long an event lasts: days of the calendar and then exact seconds, or as its DTEND says. */
export type Length =
  | { days: number; seconds: number }
  | {
      /** Between the two instants. */
      exact: number;
      /** Between what the wall shows at the two. */
      wall: number;
    };

export const NO_LENGTH: Length = { days: 0, seconds: 0 };
export const ONE_DAY: Length = { days: 1, seconds: 0 };

/** 'P1DT2H': weeks and days are of the calendar, the rest is exact (RFC 5545, 3.3.6). Null: no duration. */
export function readDuration(text: string): { days: number; seconds: number } | null {
  const parts =
    /^\+?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?$/i.exec(text);
  if (!parts || !/\d/.test(text)) return null;
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return { days: weeks! * 7 + days!, seconds: hours! * 3600 + minutes! * 60 + seconds! };
}

export function lengthBetween(start: Moment, end: Moment): Length {
  const [from, to] = [instantOf(start), instantOf(end)];
  const wall = start.isDate ? end.wall : wallAt(start.zone, to);
  return { exact: to - from, wall: wall - start.wall };
}

/**
 * When a time of the series ends. With DTEND the standard says that every one lasts exactly as long as the first;
 * programs show the same wall clock instead. They differ in the night when clocks change: the later one holds (A9).
 */
export function endOf(start: Moment, length: Length): Instant {
  if ('days' in length) {
    const ahead = length.days * SECONDS_PER_DAY;
    return instantOf({ ...start, wall: start.wall + ahead }) + length.seconds;
  }
  const onTheWall = instantOf({ ...start, wall: start.wall + length.wall });
  return start.isDate ? onTheWall : Math.max(onTheWall, instantOf(start) + length.exact);
}

/** No time of the series lasts longer than this, in seconds. */
export function mostOf(length: Length): number {
  return 'days' in length
    ? length.days * SECONDS_PER_DAY + length.seconds
    : Math.max(length.wall, length.exact);
}
