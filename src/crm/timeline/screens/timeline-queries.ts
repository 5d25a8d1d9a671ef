import { infiniteQueryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { TimelineItemShape } from '../timeline-fields.ts';

export type TimelineEntry = z.infer<typeof TimelineItemShape>;

interface Page {
  items: TimelineEntry[];
  next: string | null;
}

/**
 * What happened with a record, newest first. `path` is the record's: '/api/leads/018f…'; `kind` leaves out what is
 * of others: 'note,email'.
 */
export const timelineQuery = (path: string, kind?: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', path, kind ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('GET', `${path}/timeline${queryString({ limit: 50, cursor: pageParam, kind })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
