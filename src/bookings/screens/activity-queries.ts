import { infiniteQueryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { ActivityView } from '#bookings/activities/activity-fields.ts';

export type { ActivityView };

interface ActivityPage {
  items: ActivityView[];
  next: string | null;
}

/** The meetings of a record or a host: `path` is '/api/leads/018f…' or '/api/members/018f…'; so many a page. */
export const activitiesQuery = (path: string, state: 'open' | 'closed', most: number) =>
  infiniteQueryOptions({
    queryKey: ['bookings', 'activities', path, state, most],
    queryFn: ({ signal, pageParam }) => {
      const asked = queryString({ state, limit: most, cursor: pageParam });
      return request<ActivityPage>('GET', `${path}/bookings${asked}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
