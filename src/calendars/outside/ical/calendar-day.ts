import { dateFromDay, dayFromDate, weekdayOf, type LocalDay, type Weekday } from '#engine/minutes.ts';

export const SECONDS_PER_DAY = 86_400;

/** A date with all that rules ask of it. */
export interface CalendarDay {
  year: number;
  /** 1..12 */
  month: number;
  date: number;
  weekday: Weekday;
  daysInMonth: number;
  /** 1..366 */
  dayOfYear: number;
  daysInYear: number;
}

/** Month 13 is the next January. */
export function firstOfMonth(year: number, month: number): LocalDay {
  return month === 13 ? dayFromDate(year + 1, 1, 1) : dayFromDate(year, month, 1);
}

export function calendarDay(day: LocalDay): CalendarDay {
  const { year, month, date } = dateFromDay(day);
  const firstOfYear = dayFromDate(year, 1, 1);
  return {
    year,
    month,
    date,
    weekday: weekdayOf(day),
    daysInMonth: firstOfMonth(year, month + 1) - firstOfMonth(year, month),
    dayOfYear: day - firstOfYear + 1,
    daysInYear: dayFromDate(year + 1, 1, 1) - firstOfYear,
  };
}

/** The first day of the week in which `day` lies. */
export function weekOf(day: LocalDay, weekStart: Weekday): LocalDay {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}
