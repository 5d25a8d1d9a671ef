import { useHomeWords } from './words.ts';

/** Whole minutes from one instant to a later one. */
export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** 'in 36 minutes', 'in 2 h 10 min'. */
export function useWait(): (minutes: number) => string {
  const t = useHomeWords();
  return (minutes) => {
    if (minutes < 60) return t('wait.minutes', { count: minutes });
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return rest === 0 ? t('wait.hours', { count: hours }) : t('wait.both', { hours, minutes: rest });
  };
}
