import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { ContactShape } from '../contact-fields.ts';

export type ContactView = z.infer<typeof ContactShape>;

export interface ContactFilter {
  q?: string;
  ownerId?: string;
  companyId?: string;
  sort?: string;
}

interface Page {
  items: ContactView[];
  next: string | null;
}

const A_PAGE = 100;

export const contactsQuery = (filter: ContactFilter) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('GET', `/api/contacts${queryString({ ...filter, limit: A_PAGE, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) => request<ContactView>('GET', `/api/contacts/${id}`, { signal }),
  });
