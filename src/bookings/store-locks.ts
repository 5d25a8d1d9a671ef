import { isPostgres, type Tx } from '#platform/db/database.ts';
import '#links/tables.ts';
import '#people/tables.ts';

/** Bookings of one link take turns until commit. `NO KEY UPDATE` leaves foreign-key checks alone. */
export async function lockLink(tx: Tx, workspaceId: string, linkId: string): Promise<void> {
  if (!isPostgres(tx)) return;
  await tx
    .selectFrom('links')
    .select('link_id')
    .where('workspace_id', '=', workspaceId)
    .where('link_id', '=', linkId)
    .forNoKeyUpdate()
    .execute();
}

/** The hosts' versions, held against change until commit, in one order for everybody. */
export async function sharedVersions(
  tx: Tx,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('members')
    .select(['member_id', 'version'])
    .where('workspace_id', '=', workspaceId)
    .where('member_id', 'in', ids)
    .orderBy('member_id')
    .forShare()
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.version]));
}
