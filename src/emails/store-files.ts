import type { Reader, Tx } from '#platform/db/database.ts';
import type { NewRow, Row } from '#platform/db/tables.ts';
import './tables.ts';

export async function insertFile(tx: Tx, row: NewRow<'email_files'>): Promise<void> {
  await tx.insertInto('email_files').values(row).execute();
}

/** Files a member uploaded and has not sent yet. */
export async function readWaiting(db: Reader, workspaceId: string, memberId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('email_files')
    .select(['file_id', 'size'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('email_id', 'is', null)
    .where('file_id', 'in', ids)
    .execute();
}

export async function waitingBytes(db: Reader, workspaceId: string, memberId: string): Promise<number> {
  const row = await db
    .selectFrom('email_files')
    .select((eb) => eb.fn.sum<string | number | null>('size').as('bytes'))
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('email_id', 'is', null)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

export async function attach(
  tx: Tx,
  workspaceId: string,
  emailId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('email_files')
    .set({ email_id: emailId })
    .where('workspace_id', '=', workspaceId)
    .where('file_id', 'in', ids)
    .execute();
}

export async function readFile(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<Row<'email_files'> | undefined> {
  return db
    .selectFrom('email_files')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('file_id', '=', id)
    .executeTakeFirst();
}

export async function readFilesOf(db: Reader, workspaceId: string, emailId: string) {
  return db
    .selectFrom('email_files')
    .select(['name', 'type', 'content'])
    .where('workspace_id', '=', workspaceId)
    .where('email_id', '=', emailId)
    .orderBy('file_id')
    .execute();
}

/** Takes back a file that was not sent; false when there is none of that member's. */
export async function removeWaiting(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('email_files')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('email_id', 'is', null)
    .where('file_id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Uploads that were never sent. */
export async function pruneWaiting(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('email_files').where('email_id', 'is', null).where('created_at', '<', before).execute();
}
