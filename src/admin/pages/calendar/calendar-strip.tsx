import { useMemo } from 'react';
import { useDates, useReader } from '#ui/dates.tsx';
import { WeekStrip } from '#ui/week-strip.tsx';
import { daysShown } from './days-shown.ts';
import { type Calendar, useCalendarWay } from './use-calendar.ts';

/** The week above one day, on a phone; days with a meeting or an event have a dot. */
export function CalendarStrip({ calendar: { date, today, week } }: { calendar: Calendar }) {
  const way = useCalendarWay();
  const dates = useDates();
  const { firstDay } = useReader();
  const planned = useMemo(
    () =>
      new Set(
        (week.data?.members ?? [])
          .flatMap(({ spans }) => spans)
          .filter(({ kind }) => kind === 'booked' || kind === 'busy' || kind === 'held')
          .map(({ start }) => dates.dateOf(start)),
      ),
    [week.data, dates],
  );
  return (
    <WeekStrip
      days={daysShown(date, 7, firstDay)}
      shown={date}
      today={today}
      planned={planned}
      onShow={way.date}
    />
  );
}
