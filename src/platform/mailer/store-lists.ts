import { containsFolded } from '../db/contains.ts';
import type { Reader, Tx } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import { foldAddress } from '../fold.ts';
import '../jobs/tables.ts';
import type { MailState } from './tables.ts';

export interface MailFilter {
  to?: string;
  since?: string;
  state?: MailState;
  q?: string;
  cursor?: string;
  limit: number;
}

export type BriefMail = Omit<Row<'mails'>, 'body'>;

/** Newest first; sign-in and reset mails are never among them. */
export async function listMails(
  db: Reader,
  workspaceId: string,
  filter: MailFilter,
): Promise<Row<'mails'>[]> {
  return shownMails(db, workspaceId, filter).selectAll().execute();
}

/** The same without what the mails say. */
export async function listBriefMails(
  db: Reader,
  workspaceId: string,
  filter: MailFilter,
): Promise<BriefMail[]> {
  return shownMails(db, workspaceId, filter)
    .select(['workspace_id', 'id', 'kind', 'to_address', 'subject', 'message_id', 'state', 'secret', 'cause'])
    .select(['attempts', 'error', 'created_at', 'not_before', 'not_after', 'sent_at', 'search_text'])
    .execute();
}

function shownMails(db: Reader, workspaceId: string, filter: MailFilter) {
  return db
    .selectFrom('mails')
    .where('workspace_id', '=', workspaceId)
    .where('secret', '=', 0)
    .$if(filter.to !== undefined, (q) => q.where('to_address', '=', foldAddress(filter.to!)))
    .$if(filter.since !== undefined, (q) => q.where('created_at', '>=', filter.since!))
    .$if(filter.state !== undefined, (q) => q.where('state', '=', filter.state!))
    .$if(filter.q !== undefined, (q) => q.where(containsFolded('search_text', filter.q!)))
    .$if(filter.cursor !== undefined, (q) => q.where('id', '<', filter.cursor!))
    .orderBy('id', 'desc')
    .limit(filter.limit);
}

/** How many mails that may be shown are in which state. */
export async function countMails(db: Reader, workspaceId: string): Promise<Map<MailState, number>> {
  const rows = await db
    .selectFrom('mails')
    .select('state')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where('workspace_id', '=', workspaceId)
    .where('secret', '=', 0)
    .groupBy('state')
    .execute();
  return new Map(rows.map((row) => [row.state, row.mails]));
}

/** Puts a failed mail back among those on their way; false when it is not failed, or somebody was quicker. */
export async function requeueFailed(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mails')
    .set(REQUEUED)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const REQUEUED = { state: 'queued', error: null, attempts: 0 } as const;

/** Wakes the job of a mail that was given up; false when it is gone. */
export async function reviveMailJob(
  tx: Tx,
  workspaceId: string,
  mailId: string,
  now: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ dead_at: null, attempts: 0, run_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'mail.send')
    .where('payload', '=', JSON.stringify({ mailId }))
    .where('dead_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
