import { useDates, useToday } from '#ui/dates.tsx';
import { useActivityWords } from './words.ts';

/** A moment in a list: 'Today', 'Thu 3 Dec', and with its year when that is another one. */
export function useMoments() {
  const t = useActivityWords();
  const dates = useDates();
  const today = useToday();
  const day = (instant: string): string => {
    const date = dates.dateOf(instant);
    if (date === today) return t('today');
    const year = date.slice(0, 4);
    return year === today.slice(0, 4) ? dates.briefDay(date) : `${dates.briefDay(date)} ${year}`;
  };
  return {
    day,
    isToday: (instant: string) => dates.dateOf(instant) === today,
    moment: (instant: string) => `${day(instant)}, ${dates.time(instant)}`,
  };
}
