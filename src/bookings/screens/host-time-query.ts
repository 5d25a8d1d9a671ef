import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { CalendarSpan, CalendarWeek } from '#bookings/week/week-fields.ts';

export type { CalendarSpan };

/** What stands in the calendars of up to five hosts, at most 45 days. */
export const hostTimeQuery = (memberIds: readonly string[], from: string, to: string) =>
  queryOptions({
    queryKey: ['calendar', 'hosts', memberIds, from, to],
    queryFn: ({ signal }) => {
      const asked = queryString({ memberIds: memberIds.slice(0, 5).join(','), from, to });
      return request<CalendarWeek>('GET', `/api/calendar${asked}`, { signal });
    },
    enabled: memberIds.length > 0,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  });
