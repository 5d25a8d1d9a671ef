import { useMemo } from 'react';
import { plusDays } from '#ui/calendar-days.ts';
import { useReader, useToday } from '#ui/dates.tsx';
import { useSize } from '#ui/use-size.ts';
import { dayCount, daysShown } from '../calendar/days-shown.ts';
import { useScheduleSearch } from './use-schedule-way.ts';
import { isWeekend } from './weekend.ts';

/** The days that are looked at: a week, three days on a tablet, one on a phone, which is read with its week. */
export function useDays() {
  const { date: asked } = useScheduleSearch();
  const today = useToday();
  const { firstDay } = useReader();
  const count = dayCount('week', useSize());
  const date = asked ?? nextWorkday(today);
  return useMemo(() => {
    const read = daysShown(date, count === 1 ? 7 : count, firstDay);
    return { today, date, count, read };
  }, [today, date, count, firstDay]);
}

export type Days = ReturnType<typeof useDays>;

/** At the weekend nobody looks at the week that is over. */
function nextWorkday(today: string): string {
  return isWeekend(today) ? nextWorkday(plusDays(today, 1)) : today;
}
