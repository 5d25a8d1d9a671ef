import { useDates } from '#ui/dates.tsx';
import type { AssignmentView } from '../booking-fields.ts';
import { useBookingWords } from './words.ts';

type Reason = AssignmentView['candidates'][number]['reasons'][number];

const KNOWN = [
  'outside-hours',
  'holiday',
  'absence',
  'busy',
  'claimed',
  'buffer',
  'notice',
  'horizon',
  'cap',
  'calendar-stale',
  'no-seat',
  'inactive',
  'switched-off',
] as const;

/** Why somebody was not free, in two or three words. */
export function useReasonWords(): (reason: Reason) => string {
  const t = useBookingWords();
  const dates = useDates();
  return ({ code, detail }) => {
    const end = /\/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/.exec(detail)?.[1];
    if (end && (code === 'busy' || code === 'claimed')) return t('reason.busyTo', { time: dates.time(end) });
    const known = KNOWN.find((one) => one === code);
    return known ? t(`reason.${known}`) : t('reason.other');
  };
}
