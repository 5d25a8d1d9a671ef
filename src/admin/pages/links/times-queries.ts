/** What the bookings say about links: when they are free, why not, how many are to come. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';

export interface FreeTimes {
  timeZone: string;
  durationMinutes: number;
  days: { date: string; slots: { start: string; hostIds: string[] }[] }[];
}

export interface Reason {
  code: string;
  detail: string;
}

export interface Explanation {
  start: string;
  offered: boolean;
  reasons: Reason[];
  hosts: { memberId: string; name: string; free: boolean; reasons: Reason[] }[];
}

export interface Window {
  /** Local dates of `timeZone`, both inclusive. */
  from: string;
  to: string;
  timeZone: string;
  duration?: number;
}

export const freeTimesQuery = (linkId: string, window: Window) =>
  queryOptions({
    queryKey: ['link-times', linkId, 'free', window],
    queryFn: ({ signal }) =>
      request<FreeTimes>('GET', `/api/links/${linkId}/slots${queryString({ ...window })}`, { signal }),
    placeholderData: keepPreviousData,
  });

export const explanationQuery = (linkId: string, asked: { start: string; duration?: number }) =>
  queryOptions({
    queryKey: ['link-times', linkId, 'explanation', asked],
    queryFn: ({ signal }) =>
      request<Explanation>('GET', `/api/links/${linkId}/explanation${queryString({ ...asked })}`, { signal }),
  });
