/** What a rotation proposes, and when somebody of it is free. Keys begin with the noun, so that one act refreshes all. */
import { queryOptions } from '@tanstack/react-query';
import type { FreeTimes } from '#bookings/screens/free-times-query.ts';
import type { WholeBooking } from '#bookings/screens/booking-queries.ts';
import type { QueueItem } from '#rotations/rotation-fields.ts';
import { queryString, request } from '#ui/request.ts';
import type { meetingFrom } from './schedule-draft.ts';

export interface Proposal {
  /** Null: nobody of it can host (R9); `sentence` says why. */
  memberId: string | null;
  name: string | null;
  sentence: string;
  candidates: QueueItem[];
}

export const proposalQuery = (rotationId: string) =>
  queryOptions({
    queryKey: ['rotations', 'proposal', rotationId],
    queryFn: ({ signal }) => request<Proposal>('GET', `/api/rotations/${rotationId}/proposal`, { signal }),
    staleTime: 10_000,
  });

export interface SlotsAsked {
  memberId: string;
  /** None: the host is booked directly. */
  rotationId?: string | undefined;
  /** Dates of `timeZone`, both inclusive. */
  from: string;
  to: string;
  timeZone: string;
  duration: number;
}

/** When that host is free, as the rotation or they themselves are booked. */
export const freeStartsQuery = ({ memberId, rotationId, ...asked }: SlotsAsked) =>
  queryOptions({
    queryKey: ['calendar', 'free', rotationId ?? null, memberId, asked],
    queryFn: async ({ signal }) => {
      const path = rotationId
        ? `/api/rotations/${rotationId}/slots${queryString({ memberId, ...asked })}`
        : `/api/members/${memberId}/slots${queryString({ ...asked })}`;
      const { days } = await request<FreeTimes>('GET', path, { signal });
      return days.flatMap(({ slots }) => slots.map(({ start }) => start));
    },
    staleTime: 10_000,
  });

type ThroughRotation = ReturnType<typeof meetingFrom> & { memberId: string; overrideReason?: string };

/** R5, R6: the meeting counts for the member who is named; whoever is not taken stays first in line. */
export function bookThroughRotation(rotationId: string, body: ThroughRotation): Promise<WholeBooking> {
  return request('POST', `/api/rotations/${rotationId}/bookings`, { body });
}
