import { cityOf } from '#platform/messages/zones.ts';
import { useDates, useToday } from '#ui/dates.tsx';
import { useLanguage } from '#ui/words.tsx';

/** The times of a meeting in words, for this reader and for its visitor. */
export function useBookingTimes() {
  const dates = useDates();
  const language = useLanguage();
  const thisYear = useToday().slice(0, 4);
  const day = (instant: string, timeZone?: string): string => {
    const date = dates.dateOf(instant, timeZone);
    return date.startsWith(thisYear) ? dates.day(date) : dates.longDay(date);
  };
  const clock = (instant: string, timeZone?: string) =>
    dates.time(instant, timeZone) + dates.dateOf(instant, timeZone);
  return {
    ...dates,
    /** 'Wednesday 2 December, 14:00 – 14:45'; the year only when it is another. */
    dayAndRange: ({ start, end }: { start: string; end: string }) =>
      `${day(start)}, ${dates.range(start, end)}`,
    /** 'Tue 1 Dec, 09:47' */
    stamp: (instant: string) => `${dates.briefDay(dates.dateOf(instant))}, ${dates.time(instant)}`,
    /** What a clock in that zone shows then; null where it shows the reader's own time. */
    elsewhere: (instant: string, timeZone: string) => {
      if (clock(instant) === clock(instant, timeZone)) return null;
      const sameDay = dates.dateOf(instant) === dates.dateOf(instant, timeZone);
      return {
        city: cityOf(timeZone, language),
        time: sameDay ? dates.time(instant, timeZone) : dates.when(instant, timeZone),
      };
    },
  };
}
