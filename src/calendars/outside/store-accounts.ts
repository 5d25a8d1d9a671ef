import type { Reader, Tx } from '#platform/db/database.ts';
import type { NewRow } from '#platform/db/tables.ts';
import type { CalendarAccount } from './calendar.ts';
import './tables.ts';

export interface AccountKey {
  workspaceId: string;
  accountId: string;
}

export async function insertAccount(tx: Tx, account: NewRow<'calendar_accounts'>): Promise<void> {
  await tx.insertInto('calendar_accounts').values(account).execute();
}

export async function readAccount(
  db: Reader,
  { workspaceId, accountId }: AccountKey,
): Promise<CalendarAccount | undefined> {
  return db
    .selectFrom('calendar_accounts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export async function accountsOf(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<CalendarAccount[]> {
  return db
    .selectFrom('calendar_accounts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('account_id')
    .execute();
}

export async function updateAccount(
  tx: Tx,
  { workspaceId, accountId }: AccountKey,
  change: Partial<Pick<CalendarAccount, 'name' | 'url' | 'username' | 'secret'>>,
): Promise<void> {
  await tx
    .updateTable('calendar_accounts')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Its calendars must be gone before. */
export async function deleteAccount(tx: Tx, { workspaceId, accountId }: AccountKey): Promise<void> {
  await tx
    .deleteFrom('calendar_accounts')
    .where('workspace_id', '=', workspaceId)
    .where('account_id', '=', accountId)
    .execute();
}
