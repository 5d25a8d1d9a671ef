import type { RecordRef } from '#crm/timeline/entry.ts';

/** Written by a member and sent, or read from the workspace's mailbox. */
export type Direction = 'out' | 'in';
export type RecipientRole = 'to' | 'cc';
/** Where an e-mail is in its own life; from `released` on, the mails to its recipients tell how it goes. */
export type Stage = 'scheduled' | 'cancelled' | 'released' | 'received';

export const EMAIL_STATES = [
  'scheduled',
  'cancelled',
  'queued',
  'sent',
  'failed',
  'bounced',
  'received',
] as const;
export type EmailState = (typeof EMAIL_STATES)[number];

export interface Recipient {
  address: string;
  role: RecipientRole;
  state: EmailState;
  /** What the mail server said. */
  error: string | null;
}

export interface EmailFile {
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
}

/** An e-mail as lists show it (P6). */
export interface EmailBrief {
  id: string;
  direction: Direction;
  stage: Stage;
  record: RecordRef | null;
  entryId: string | null;
  memberId: string | null;
  memberName: string | null;
  from: { name: string; address: string };
  recipients: Recipient[];
  subject: string;
  preview: string;
  files: EmailFile[];
  threadId: string;
  messageId: string;
  sendAt: string | null;
  createdAt: string;
}

export interface Email extends EmailBrief {
  html: string;
  text: string;
}

export const MOST_RECIPIENTS = 25;
export const MOST_FILES = 25;
/** Bytes of all attachments of one e-mail. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const LONGEST_HTML = 100_000;

const WORST_FIRST = ['bounced', 'failed', 'queued', 'sent'] as const;

/** The state of the whole: as bad as that of the recipient who fared worst. */
export function stateOf({ stage, recipients }: Pick<EmailBrief, 'stage' | 'recipients'>): EmailState {
  if (stage !== 'released') return stage;
  return WORST_FIRST.find((state) => recipients.some((one) => one.state === state)) ?? 'queued';
}

/** The reason behind a bad state, in the words of whoever refused it. */
export function errorOf({ recipients }: Pick<EmailBrief, 'recipients'>): string | null {
  return recipients.find(({ error }) => error !== null)?.error ?? null;
}
