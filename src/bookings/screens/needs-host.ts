import type { BookingView } from './booking-queries.ts';

/** N2: still to come, and one of its hosts has left. */
export function needsHost({
  status,
  start,
  hosts,
}: Pick<BookingView, 'status' | 'start' | 'hosts'>): boolean {
  return status === 'scheduled' && Date.parse(start) > Date.now() && hosts.some(({ active }) => !active);
}
