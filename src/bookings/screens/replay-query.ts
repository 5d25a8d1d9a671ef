import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { Replay } from '#bookings/assignment/replay.ts';
import type { WholeBooking } from './booking-queries.ts';

export type { Replay };

/** Asked anew for every version of a booking. */
export const replayQuery = ({ id, version }: Pick<WholeBooking, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['bookings', 'replay', id, version],
    queryFn: ({ signal }) => request<Replay>('GET', `/api/bookings/${id}/replay`, { signal }),
    retry: false,
  });
