import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { queryString, request, RequestProblem } from '#ui/request.ts';

export interface FreeTimes {
  timeZone: string;
  durationMinutes: number;
  days: { date: string; slots: { start: string; hostIds: string[] }[] }[];
}

export interface FreeTimesAsked {
  linkId: string;
  /** Dates of `timeZone`, both inclusive, at most 62 days. */
  from: string;
  to: string;
  timeZone: string;
  minutes: number;
}

/** When a link is free, and with whom. A length it does not offer any more is looked at as its usual one. */
export const freeTimesQuery = ({ linkId, minutes, ...asked }: FreeTimesAsked) =>
  queryOptions({
    queryKey: ['links', 'slots', linkId, minutes, asked],
    queryFn: async ({ signal }) => {
      const ask = (duration?: number) =>
        request<FreeTimes>('GET', `/api/links/${linkId}/slots${queryString({ ...asked, duration })}`, {
          signal,
        });
      try {
        return await ask(minutes);
      } catch (error) {
        if (error instanceof RequestProblem && error.status === 422) return ask();
        throw error;
      }
    },
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  });
