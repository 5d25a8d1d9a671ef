/** What colleagues do to a booking; each answers the booking as it then is. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { z } from 'zod';
import type { bookingChanges, newByHand } from '../booking-fields.ts';
import type {
  ManyReassigned,
  newReassignment,
  newReassignments,
} from '#bookings/reassignment/reassign-fields.ts';
import {
  bookingQuery,
  FEW_PAGES,
  type BookingPage,
  type BookingPages,
  type WholeBooking,
} from './booking-queries.ts';

export type NewByHand = z.input<typeof newByHand>;
export type BookingChanges = z.input<typeof bookingChanges>;
export type Outcome = 'completed' | 'no-show';

const at = (bookingId: string, noun = '') => `/api/bookings/${bookingId}${noun}`;

export const makeBooking = (body: NewByHand) => request<WholeBooking>('POST', '/api/bookings', { body });

export const cancelBooking = (id: string, reason: string) =>
  request<WholeBooking>('POST', at(id, '/cancellation'), { body: reason ? { reason } : {} });

export const reopenBooking = (id: string) =>
  request<WholeBooking>('POST', at(id, '/reopening'), { body: {} });

export const markOutcome = (id: string, outcome: Outcome) =>
  request<WholeBooking>('POST', at(id, '/outcome'), { body: { outcome } });

type NewTime = { start: string } & Pick<NewByHand, 'hostId' | 'outsideHours' | 'evenUnread'>;

export const moveBooking = (id: string, body: NewTime) =>
  request<WholeBooking>('POST', at(id, '/reschedule'), { body });

/** E11: without a host the rule chooses. */
export const reassignBooking = (id: string, body: z.input<typeof newReassignment>) =>
  request<WholeBooking>('POST', at(id, '/reassignment'), { body });

export const reassignBookings = (body: z.input<typeof newReassignments>) =>
  request<ManyReassigned>('POST', '/api/bookings/reassignments', { body });

export type CalendarAnswer = 'keep' | 'restore';

/** A3: what a host did in another calendar program is kept, or put back. */
export const answerCalendar = (id: string, hostId: string, answer: CalendarAnswer) =>
  request<WholeBooking>('POST', at(id, '/calendar-answer'), { body: { hostId, answer } });

export const changeBooking = (id: string, body: BookingChanges, version?: number) =>
  request<WholeBooking>('PATCH', at(id), { body, version });

export const deleteBooking = (id: string) => request<undefined>('DELETE', at(id));

/** After an act: the booking stands as it is now wherever it is shown, and what depends on it is asked again. */
export function useBookingNews() {
  const queries = useQueryClient();
  const shown = (booking: WholeBooking): void => {
    queries.setQueryData(bookingQuery(booking.id).queryKey, booking);
    inLists(queries, (items) => items.map((one) => (one.id === booking.id ? booking : one)));
  };
  return {
    /** Before the server has answered. */
    shown,
    changed: (booking: WholeBooking) => {
      shown(booking);
      return refresh(queries);
    },
    deleted: (bookingId: string) => {
      inLists(queries, (items) => items.filter((one) => one.id !== bookingId));
      queries.removeQueries({ queryKey: bookingQuery(bookingId).queryKey });
      return refresh(queries);
    },
  };
}

function inLists(queries: QueryClient, change: (items: BookingPage['items']) => BookingPage['items']): void {
  queries.setQueriesData<BookingPages>(
    { queryKey: ['bookings', 'list'] },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) },
  );
}

/** Where bookings are counted, drawn or told of. */
const DEPENDENT = ['calendar', 'home', 'leads', 'contacts', 'links', 'mail'];

async function refresh(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey: [noun, what], state }) => {
      if (noun !== 'bookings') return DEPENDENT.includes(String(noun));
      if (what !== 'list') return what !== 'one';
      return ((state.data as BookingPages | undefined)?.pages.length ?? 0) <= FEW_PAGES;
    },
  });
}
