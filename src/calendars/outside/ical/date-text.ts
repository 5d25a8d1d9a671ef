import { dayFromDate } from '#engine/minutes.ts';
import { firstOfMonth, SECONDS_PER_DAY } from './calendar-day.ts';
import type { Wall } from './wall.ts';

/** '20261201' or '20261201T090000', with or without Z, as a wall shows it; null for what is no date. */
export function wallIn(text: string): Wall | null {
  if (!/^\d{8}(T\d{4}(\d\d)?Z?)?$/.test(text)) return null;
  const digits = (from: number, length: number) => Number(text.slice(from, from + length));
  const [year, month, date] = [digits(0, 4), digits(4, 2), digits(6, 2)];
  if (month < 1 || month > 12 || date < 1) return null;
  const day = dayFromDate(year, month, date);
  if (day >= firstOfMonth(year, month + 1)) return null;
  if (text.length === 8) return day * SECONDS_PER_DAY;
  const [hour, minute, second] = [digits(9, 2), digits(11, 2), text.length > 14 ? digits(13, 2) : 0];
  if (hour > 23 || minute > 59 || second > 60) return null;
  // The sixtieth second is a leap second, which no clock here knows.
  return day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + Math.min(59, second);
}
