import { infiniteQueryOptions } from '@tanstack/react-query';
import type { BookingPage } from '#bookings/screens/booking-queries.ts';
import { queryString, request } from '#ui/request.ts';

const A_PAGE = 8;

/** The meetings that went by a rotation, the latest first. */
export const recentQuery = (rotationId: string) =>
  infiniteQueryOptions({
    queryKey: ['bookings', 'rotation', rotationId],
    queryFn: ({ signal, pageParam }) => {
      const asked = queryString({ rotationId, sort: '-start', limit: A_PAGE, cursor: pageParam });
      return request<BookingPage>('GET', `/api/bookings${asked}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
