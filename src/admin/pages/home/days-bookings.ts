import type { TodaysBooking } from './home-queries.ts';

/** Cancelled and expired ones take no time of the day. */
export function isCalledOff({ status }: Pick<TodaysBooking, 'status'>): boolean {
  return status === 'cancelled' || status === 'expired';
}

/** The first that has not begun at `now`, an instant; bookings come by start. */
export function nextOf<Meeting extends Pick<TodaysBooking, 'start' | 'status'>>(
  bookings: readonly Meeting[],
  now: string,
): Meeting | undefined {
  return bookings.find((booking) => !isCalledOff(booking) && booking.start > now);
}
