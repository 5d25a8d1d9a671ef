import { plusDays, weekdayOf } from '#ui/calendar-days.ts';
import type { useDates } from '#ui/dates.tsx';
import { weekdays } from '#platform/messages/dates.ts';

/** The days of a week and hours of a day as the strip names them. */
export function rowsAndColumns(dates: ReturnType<typeof useDates>, from: string, hours: readonly number[]) {
  const names = weekdays(1, dates.reader.language);
  return {
    rows: [0, 1, 2, 3, 4, 5, 6].map((step) => {
      const date = plusDays(from, step);
      return { key: date, short: names[weekdayOf(date) - 1]!.short, long: dates.day(date) };
    }),
    columns: hours.map((hour) => {
      const two = String(hour).padStart(2, '0');
      const long = dates.time(`2024-01-01T${two}:00:00Z`, 'UTC');
      return { key: two, short: two, long };
    }),
  };
}
