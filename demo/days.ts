import { dayFromText, textFromDay, weekdayOf } from '../src/engine/minutes.ts';

/** The date so many days later, or earlier. */
export function dayAfter(date: string, days: number): string {
  return textFromDay(dayFromText(date)! + days);
}

/** The first of its weekday (1 = Monday) on that date or after it. */
export function nextWeekday(date: string, weekday: number): string {
  return dayAfter(date, (weekday - weekdayOf(dayFromText(date)!) + 7) % 7);
}

export function isWorkday(date: string): boolean {
  return weekdayOf(dayFromText(date)!) <= 5;
}
