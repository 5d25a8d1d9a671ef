import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { MailboxAnswer, MailboxSettings } from '../mailbox-fields.ts';

export type MailboxView = MailboxAnswer;
export type MailboxForm = MailboxSettings;

/** The mailbox that answers are read from; null when there is none. Looked at again while it is being read. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: ({ signal }) => request<MailboxView | null>('GET', '/api/mailbox', { signal }),
  refetchInterval: ({ state }) => (isWaiting(state.data) ? 2_000 : 30_000),
});

function isWaiting(mailbox: MailboxView | null | undefined): boolean {
  return mailbox?.sync.lastReadAt === null && mailbox.sync.error === null;
}
