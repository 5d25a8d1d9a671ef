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
    // What is on its way arrives while one looks; so do answers.
    refetchInterval: ({ state }) => lookAgainAfter(state.data?.pages.flatMap(({ items }) => items) ?? []),
  });

const SOON_MS = 3_000;
const LATER_MS = 60_000;

/** Soon while something is on its way or about to leave, else once a minute. */
function lookAgainAfter(emails: readonly EmailView[]): number {
  const isNear = emails.some(
    ({ state, sendAt }) =>
      state === 'queued' || (state === 'scheduled' && Date.parse(sendAt ?? '') - Date.now() < LATER_MS),
  );
  return isNear ? SOON_MS : LATER_MS;
}

/** `known` is how a list shows it: when that changes, what is open is asked for anew. */
export const emailQuery = (id: string, known?: EmailView) =>
  queryOptions({
    queryKey: ['email', id, known && [known.state, known.error, known.to, known.cc]],
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
    Promise.all(
      ['emails', 'email', 'timeline', 'mail'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
}
