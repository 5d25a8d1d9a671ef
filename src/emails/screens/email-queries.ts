import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { EmailAnswer, EmailBriefAnswer } from '../email-fields.ts';
import type { TemplateAnswer } from '../template-fields.ts';

export type EmailView = EmailBriefAnswer;
export type WholeEmail = EmailAnswer;
export type TemplateView = TemplateAnswer;

interface Page {
  items: EmailView[];
  next: string | null;
}

/** A record's sending history, newest first. `path` is the record's: '/api/leads/018f…'. */
export const emailsQuery = (path: string) =>
  infiniteQueryOptions({
    queryKey: ['emails', path],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('GET', `${path}/emails${queryString({ limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // What is on its way arrives while one looks.
    refetchInterval: ({ state }) => (isMoving(state.data?.pages) ? 3_000 : false),
  });

function isMoving(pages: Page[] | undefined): boolean {
  return pages?.some(({ items }) => items.some(({ state }) => state === 'queued')) ?? false;
}

export const emailQuery = (id: string) =>
  queryOptions({
    queryKey: ['email', id],
    queryFn: ({ signal }) => request<WholeEmail>('GET', `/api/emails/${id}`, { signal }),
  });

export const templatesQuery = queryOptions({
  queryKey: ['email-templates'],
  queryFn: async ({ signal }) =>
    (await request<{ items: TemplateView[] }>('GET', '/api/email-templates', { signal })).items,
});

export const signatureQuery = queryOptions({
  queryKey: ['email-signature'],
  queryFn: async ({ signal }) =>
    (await request<{ html: string }>('GET', '/api/email-signature', { signal })).html,
});

/** After an e-mail went or was stopped: it stands in histories and on timelines. */
export function useRefreshEmails(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(['emails', 'email', 'timeline'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
