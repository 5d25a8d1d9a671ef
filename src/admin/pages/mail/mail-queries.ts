import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MailBrief, MailCounts, WholeMail } from '#platform/mailer/mail-fields.ts';
import { queryString, request } from '#ui/request.ts';
import type { MailSearch } from './mail-search.ts';

export type { MailBrief, WholeMail };
export type MailState = MailBrief['state'];

interface Page {
  items: MailBrief[];
  next: string | null;
}

const A_PAGE = 100;

export const mailsQuery = ({ state, q }: MailSearch) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'list', { state, q }],
    queryFn: ({ pageParam, signal }) => {
      const asked = queryString({ brief: true, state, q, cursor: pageParam, limit: A_PAGE });
      return request<Page>('GET', `/api/mail${asked}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // What waits is sent while one looks.
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some((mail) => mail.state === 'queued')) ? SOON_MS : false,
  });

const SOON_MS = 3_000;

export const mailCountsQuery = queryOptions({
  queryKey: ['mail', 'counts'],
  queryFn: ({ signal }) => request<MailCounts>('GET', '/api/mail/counts', { signal }),
});

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'one', id],
    queryFn: ({ signal }) => request<WholeMail>('GET', `/api/mail/${id}`, { signal }),
  });
