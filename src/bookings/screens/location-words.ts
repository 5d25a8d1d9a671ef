import type { WholeBooking } from './booking-queries.ts';
import { useBookingWords } from './words.ts';

type Location = WholeBooking['location'];

/** 'Video, https://…', 'By phone', 'Nowhere yet'. */
export function useLocationWords(): (location: Location) => string {
  const t = useBookingWords();
  return (location) => {
    if (!location) return t('location.none');
    const kind = t(`location.${location.kind}`);
    return location.value ? `${kind}, ${location.value}` : kind;
  };
}
