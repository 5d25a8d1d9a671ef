import { useLanguage } from '#ui/words.tsx';
import type { BookingView } from './booking-queries.ts';
import { useBookingWords } from './words.ts';

/** Who gets a mail when a scheduled meeting changes: visitor, hosts, guests; null when nobody does. */
export function useWhoIsTold({
  status,
  visitor,
  guests,
  hosts,
}: Pick<BookingView, 'status' | 'visitor' | 'guests' | 'hosts'>): string | null {
  const t = useBookingWords();
  const language = useLanguage();
  if (status === 'unverified') return null;
  const people = [
    ...(visitor ? [visitor.name || visitor.email] : []),
    ...hosts.map(({ name }) => name),
    ...(guests.length > 0 ? [t('told.guests', { count: guests.length })] : []),
  ];
  return people.length > 0 ? new Intl.ListFormat(language).format(people) : null;
}
