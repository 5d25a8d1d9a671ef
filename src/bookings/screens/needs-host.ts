import type { BookingView } from './booking-queries.ts';

/** N2: still to come, and one of its hosts left, lost their seat or is away; the server knows who (its own clock too). */
export function needsHost({ needsHost: need, start }: Pick<BookingView, 'needsHost' | 'start'>): boolean {
  return need !== null && Date.parse(start) > Date.now();
}
