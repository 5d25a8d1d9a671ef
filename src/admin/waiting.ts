import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { Place } from './places.ts';

const A_MINUTE = 60_000;

/** Bookings that need a host: the one number that somebody must act on, wherever they are. */
export const waitingQuery = queryOptions({
  queryKey: ['bookings', 'waiting'],
  queryFn: ({ signal }) =>
    request<{ counts: number[] }>('POST', '/api/bookings/counts', {
      body: { filters: [{ needsHost: 'true' }] },
      signal,
    }),
  staleTime: A_MINUTE,
  refetchInterval: A_MINUTE,
});

export function useWaiting(place: Place['name']): number {
  const isHere = place === 'bookings';
  const { data } = useQuery({ ...waitingQuery, enabled: isHere });
  // What another place asked for is there for all: only here it is shown.
  return isHere ? (data?.counts[0] ?? 0) : 0;
}
