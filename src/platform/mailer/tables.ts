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
  sent_at: string | null;
}

export type MailState = 'queued' | 'sent' | 'captured' | 'failed' | 'dropped';

declare module '#platform/db/tables.ts' {
  interface Tables {
    mails: MailRow;
  }
}
