/** What screens ask about bookings. Keys begin with the noun, so that one act refreshes all. */
import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { BookingView, WholeBooking } from '../booking-fields.ts';
import type { BookingCounts } from '../booking-query.ts';

export type { BookingView, WholeBooking };

/** As the API's query writes it: `status` is one or several with commas, `hostId` may be "me". */
export interface BookingFilter {
  from?: string;
  to?: string;
  status?: string;
  hostId?: string;
  linkId?: string;
  needsHost?: 'true';
  /** Moved or deleted in a host’s own calendar. */
  question?: 'true';
  q?: string;
}

export interface BookingPage {
  items: BookingView[];
  next: string | null;
}

export type BookingPages = InfiniteData<BookingPage, string | null>;

const A_PAGE = 100;

/** A long list is not read again from its beginning because somebody looked away. */
export const FEW_PAGES = 3;

export const bookingsQuery = (filter: BookingFilter, sort: 'start' | '-start' = 'start') =>
  infiniteQueryOptions({
    queryKey: ['bookings', 'list', { ...filter, sort }] as const,
    queryFn: ({ signal, pageParam }) => {
      const asked = queryString({ ...filter, sort, limit: A_PAGE, cursor: pageParam });
      return request<BookingPage>('GET', `/api/bookings${asked}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PAGES,
    refetchOnMount: ({ state }) => (state.data?.pages.length ?? 0) <= FEW_PAGES,
  });

export const bookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['bookings', 'one', bookingId],
    queryFn: ({ signal }) => request<WholeBooking>('GET', `/api/bookings/${bookingId}`, { signal }),
  });

/** How many bookings each filter means, in one request; 10,001 stands for more than 10,000. */
export const bookingCountsQuery = (filters: BookingFilter[]) =>
  queryOptions({
    queryKey: ['bookings', 'counts', filters],
    queryFn: async ({ signal }) => {
      const body = { filters };
      return (await request<BookingCounts>('POST', '/api/bookings/counts', { body, signal })).counts;
    },
  });
