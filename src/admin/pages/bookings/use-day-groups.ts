import { useMemo } from 'react';
import type { BookingView } from '#bookings/screens/booking-queries.ts';
import { useBookingWords } from '#bookings/screens/words.ts';
import { plusDays } from '#ui/calendar-days.ts';
import { capital } from '#ui/capital.ts';
import { useDates, useToday } from '#ui/dates.tsx';

interface Group {
  key: string;
  label: string;
}

/** "Today, Tuesday 1 December": the reader's days. */
export function useDayGroups(): (booking: BookingView) => Group {
  const t = useBookingWords();
  const dates = useDates();
  const today = useToday();
  return useMemo(() => {
    const near = new Map([
      [today, t('list.today')],
      [plusDays(today, 1), t('list.tomorrow')],
      [plusDays(today, -1), t('list.yesterday')],
    ]);
    const labelOf = (date: string): string => {
      const day = date.slice(0, 4) === today.slice(0, 4) ? dates.day(date) : dates.longDay(date);
      return near.has(date) ? t('list.near', { near: near.get(date)!, day }) : capital(day);
    };
    return groupsBy(({ start }) => dates.dateOf(start), labelOf);
  }, [t, dates, today]);
}

/** Each start and each day is put into words once: a list of thousands asks for every row again. */
function groupsBy(dateOf: (booking: BookingView) => string, labelOf: (date: string) => string) {
  const days = new Map<string, Group>();
  const starts = new Map<string, Group>();
  const dayOf = (date: string): Group => {
    const group = days.get(date) ?? { key: date, label: labelOf(date) };
    days.set(date, group);
    return group;
  };
  return (booking: BookingView): Group => {
    const group = starts.get(booking.start) ?? dayOf(dateOf(booking));
    starts.set(booking.start, group);
    return group;
  };
}
