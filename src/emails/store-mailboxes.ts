import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import './tables.ts';

export type MailboxRow = Row<'mailboxes'>;

export async function readMailbox(db: Reader, workspaceId: string): Promise<MailboxRow | undefined> {
  return db.selectFrom('mailboxes').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst();
}

export async function lockMailbox(tx: Tx, workspaceId: string): Promise<MailboxRow | undefined> {
  return tx
    .selectFrom('mailboxes')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
}

/** The address that answers are read from, when there is a mailbox. */
export async function readMailboxAddress(db: Reader, workspaceId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('mailboxes')
    .select('address')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.address;
}

export async function writeMailbox(tx: Tx, row: NewRow<'mailboxes'>): Promise<void> {
  const { workspace_id: _same, created_at: _first, ...change } = row;
  await tx
    .insertInto('mailboxes')
    .values(row)
    .onConflict((oc) => oc.column('workspace_id').doUpdateSet(change))
    .execute();
}

export async function changeMailbox(tx: Tx, workspaceId: string, change: Partial<MailboxRow>): Promise<void> {
  await tx.updateTable('mailboxes').set(change).where('workspace_id', '=', workspaceId).execute();
}

export async function removeMailbox(tx: Tx, workspaceId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('mailboxes')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whose mailboxes are to be read by now; until `later` nobody else is told of them. */
export async function claimDue(tx: Tx, now: string, later: string): Promise<string[]> {
  const rows = await tx
    .updateTable('mailboxes')
    .set({ next_read_at: later })
    .where('next_read_at', '<=', now)
    .returning('workspace_id')
    .execute();
  return rows.map((row) => row.workspace_id);
}
