import { useMemo } from 'react';
import type { BookingView } from '#bookings/screens/booking-queries.ts';
import { useBookingWords } from '#bookings/screens/words.ts';
import { plusDays } from '#ui/calendar-days.ts';
import { useDates, useToday } from '#ui/dates.tsx';

interface Group {
  key: string;
  label: string;
}

/** "Today, Tuesday 1 December": the reader's days; each start and each day is put into words once. */
export function useDayGroups(): (booking: BookingView) => Group {
  const t = useBookingWords();
  const dates = useDates();
  const today = useToday();
  return useMemo(() => {
    const days = new Map<string, Group>();
    const starts = new Map<string, Group>();
    const near = new Map([
      [today, t('list.today')],
      [plusDays(today, 1), t('list.tomorrow')],
      [plusDays(today, -1), t('list.yesterday')],
    ]);
    const groupOf = (date: string): Group => {
      const sameYear = date.slice(0, 4) === today.slice(0, 4);
      const day = sameYear ? dates.day(date) : dates.longDay(date);
      const label = near.has(date) ? t('list.near', { near: near.get(date)!, day }) : capital(day);
      const group = { key: date, label };
      days.set(date, group);
      return group;
    };
    return ({ start }) => {
      const known = starts.get(start);
      if (known) return known;
      const date = dates.dateOf(start);
      const group = days.get(date) ?? groupOf(date);
      starts.set(start, group);
      return group;
    };
  }, [t, dates, today]);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
