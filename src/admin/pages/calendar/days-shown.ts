import { plusDays, startOfWeek } from '#ui/calendar-days.ts';

/** 7 on a desk, 3 on a tablet, 1 on a phone or in the day view. */
export type DayCount = 1 | 3 | 7;

export function dayCount(view: 'day' | 'week', size: { phone: boolean; tablet: boolean }): DayCount {
  if (size.phone || view === 'day') return 1;
  return size.tablet ? 3 : 7;
}

/** The dates shown around one of them: whole weeks begin on their first day. */
export function daysShown(date: string, count: DayCount, firstDay: number): string[] {
  const first = count === 7 ? startOfWeek(date, firstDay) : date;
  return Array.from({ length: count }, (_, step) => plusDays(first, step));
}

/** The week of ISO 8601 in which most of these dates lie. */
export function weekNumber(days: readonly string[]): number {
  const middle = days[Math.floor(days.length / 2)]!;
  return Temporal.PlainDate.from(middle).weekOfYear ?? 0;
}

/** '30 Nov – 6 Dec 2026' */
export function rangeTitle(days: readonly string[], language: string): string {
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return words.formatRange(Date.parse(days[0]!), Date.parse(days.at(-1)!)).replaceAll('\u2009', ' ');
}
