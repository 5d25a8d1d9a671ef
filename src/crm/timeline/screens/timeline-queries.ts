import { infiniteQueryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { TimelineItemShape } from '../timeline-fields.ts';

export type TimelineEntry = z.infer<typeof TimelineItemShape>;

interface Page {
  items: TimelineEntry[];
  next: string | null;
}

/** What happened with a record, newest first. `path` is the record's: '/api/leads/018f…'. */
export const timelineQuery = (path: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', path],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('GET', `${path}/timeline${queryString({ limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
