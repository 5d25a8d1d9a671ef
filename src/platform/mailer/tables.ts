import type { Flag } from '../db/tables.ts';

export interface MailRow {
  workspace_id: string;
  id: string;
  kind: string;
  to_address: string;
  subject: string;
  /** Sealed JSON of a MailBody, because bodies repeat the visitor's own link. */
  body: string;
  message_id: string;
  state: MailState;
  secret: Flag;
  cause: string | null;
  attempts: number;
  error: string | null;
  created_at: string;
  not_before: string | null;
  /** From then on it is of no use and is dropped. */
  not_after: string | null;
  sent_at: string | null;
  /** Folded address and subject, for lists. */
  search_text: string;
}

export const MAIL_STATES = ['queued', 'sent', 'captured', 'failed', 'dropped'] as const;
export type MailState = (typeof MAIL_STATES)[number];

declare module '#platform/db/tables.ts' {
  interface Tables {
    mails: MailRow;
  }
}
