import { useMemo } from 'react';
import { weekdays } from '#platform/messages/dates.ts';
import { useDates } from '#ui/dates.tsx';
import type { TimeSpan } from '../weekly-hours.ts';
import { endsNextDay } from './week-rows.ts';
import { useHoursWords } from './words.ts';

/** Words for times of day and days of the week as this reader reads them. */
export function useWallTimes() {
  const dates = useDates();
  const t = useHoursWords();
  return useMemo(() => {
    const { language, firstDay } = dates.reader;
    const names = weekdays(1, language);
    const time = (wall: string) =>
      wall === '24:00' && !dates.reader.hour12
        ? wall
        : dates.time(`2024-01-01T${wall.replace('24:', '00:')}:00Z`, 'UTC');
    return {
      /** '08:30' or '8:30 AM'. */
      time,
      /** '22:00 – 02:00 next day'. */
      span: (span: TimeSpan) =>
        `${time(span.start)} – ${time(span.end)}${endsNextDay(span) ? ` ${t('week.nextDay')}` : ''}`,
      /** 'Monday' of 1, as it stands inside a sentence. */
      day: (day: number) => names[day - 1]!.long,
      /** The week from this reader's first day: [7, 1, 2 …] where it begins on Sunday. */
      days: Array.from({ length: 7 }, (_, step) => ((firstDay - 1 + step) % 7) + 1),
    };
  }, [dates, t]);
}
