import { useHomeWords } from './words.ts';

/** 'in 36 minutes', 'in 2 h 10 min'. */
export function useWait(): (minutes: number) => string {
  const t = useHomeWords();
  return (minutes) => {
    if (minutes < 60) return t('wait.minutes', { count: minutes });
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return rest === 0 ? t('wait.hours', { count: hours }) : t('wait.both', { hours, minutes: rest });
  };
}
