import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import '#people/tables.ts';

type LogoRow = Row<'workspace_logos'>;

/** The bytes of this logo in the stead of any other; they are in the database because several processes serve them. */
export async function replaceLogo(tx: Tx, row: LogoRow): Promise<void> {
  await removeLogos(tx, row.workspace_id);
  await tx.insertInto('workspace_logos').values(row).execute();
}

export async function removeLogos(tx: Tx, workspaceId: string): Promise<void> {
  await tx.deleteFrom('workspace_logos').where('workspace_id', '=', workspaceId).execute();
}

export async function readLogo(
  db: Reader,
  workspaceId: string,
  hash: string,
): Promise<Pick<LogoRow, 'type' | 'content'> | undefined> {
  return db
    .selectFrom('workspace_logos')
    .select(['type', 'content'])
    .where('workspace_id', '=', workspaceId)
    .where('logo_hash', '=', hash)
    .executeTakeFirst();
}
