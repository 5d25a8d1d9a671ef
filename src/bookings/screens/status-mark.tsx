import { State, type Shape } from '#ui/badge.tsx';
import type { BookingView } from './booking-queries.ts';
import { needsHost } from './needs-host.ts';
import { useBookingWords } from './words.ts';

const SHAPES: Record<BookingView['status'], Shape> = {
  scheduled: 'booked',
  unverified: 'waiting',
  completed: 'order',
  'no-show': 'off',
  cancelled: 'over',
  expired: 'over',
};

/** The state of a booking: its shape, then the word. */
export function StatusMark({ booking }: { booking: Pick<BookingView, 'status' | 'start' | 'needsHost'> }) {
  const t = useBookingWords();
  if (needsHost(booking)) return <State shape="waiting">{t('status.needs-host')}</State>;
  return <State shape={SHAPES[booking.status]}>{t(`status.${booking.status}`)}</State>;
}
