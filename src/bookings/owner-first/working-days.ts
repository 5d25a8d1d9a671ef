import type { LocalDay, Minute } from '#engine/minutes.ts';
import { localDayOf, startOfDay, type Zone } from '#engine/zone.ts';

/** 1970-01-01, day 0, was a Thursday; 1 = Monday … 7 = Sunday. */
const weekdayOf = (day: LocalDay): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** A list that closes every day must not hold anybody up for ever. */
const MOST_DAYS = 400;

/**
 * The end, in minutes UTC, of the n-th working day after the day of `now`, in the zone's own days: Saturdays, Sundays
 * and the holidays are none (C3). What is left of today comes on top.
 */
export function endOfWorkingDays(
  zone: Zone,
  holidays: ReadonlySet<LocalDay>,
  now: Minute,
  count: number,
): Minute {
  const today = localDayOf(zone, now);
  let left = count;
  for (let day = today + 1; day <= today + MOST_DAYS; day++) {
    if (weekdayOf(day) > 5 || holidays.has(day)) continue;
    left -= 1;
    if (left === 0) return startOfDay(zone, day + 1);
  }
  return startOfDay(zone, today + MOST_DAYS);
}
