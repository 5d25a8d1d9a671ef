import type { T } from './messages.ts';

/** '45 min', '1 h', '1 h 30 min'. */
export function lengthWords(t: T, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('page.length.minutes', { minutes });
  if (rest === 0) return t('page.length.hours', { hours });
  return t('page.length.hoursMinutes', { hours, minutes: rest });
}
