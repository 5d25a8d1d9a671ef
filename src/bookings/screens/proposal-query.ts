import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { ReassignmentProposal } from '#bookings/reassignment/reassign-fields.ts';

export type { ReassignmentProposal };

/** E11: whom the rule would choose, who else is free, and what keeps a named one from it. */
export const proposalQuery = (bookingId: string, asked: { fromHostId?: string; hostId?: string }) =>
  queryOptions({
    queryKey: ['bookings', 'proposal', bookingId, asked],
    queryFn: ({ signal }) => {
      const path = `/api/bookings/${bookingId}/reassignment${queryString(asked)}`;
      return request<ReassignmentProposal>('GET', path, { signal });
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
