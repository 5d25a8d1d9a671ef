import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { LeadShape } from '../lead-fields.ts';

export type LeadView = z.infer<typeof LeadShape>;

export interface LeadFilter {
  q?: string;
  status?: string;
  ownerId?: string;
  companyId?: string;
  /** What the lead became. */
  contactId?: string;
  sort?: string;
}

interface Page {
  items: LeadView[];
  next: string | null;
}

const A_PAGE = 100;

export const leadsQuery = (filter: LeadFilter) =>
  infiniteQueryOptions({
    queryKey: ['leads', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('GET', `/api/leads${queryString({ ...filter, limit: A_PAGE, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: ['leads', 'one', id],
    queryFn: ({ signal }) => request<LeadView>('GET', `/api/leads/${id}`, { signal }),
  });
