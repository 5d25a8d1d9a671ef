import type { Reader, Tx } from '#platform/db/database.ts';
import type { SavedView } from './saved-view.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    view_defaults: { workspace_id: string; member_id: string; list: string; view_id: string };
  }
}

/** The ids of the views that this member's lists open with: one of each list at most. */
export async function readDefaults(
  db: Reader,
  workspaceId: string,
  memberId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('view_defaults')
    .select('view_id')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
  return new Set(rows.map(({ view_id }) => view_id));
}

/** In the place of the one the list opened with before. */
export async function putDefault(tx: Tx, { workspaceId, id, list }: SavedView, memberId: string) {
  const row = { workspace_id: workspaceId, member_id: memberId, list, view_id: id };
  await tx
    .insertInto('view_defaults')
    .values(row)
    .onConflict((one) => one.columns(['workspace_id', 'member_id', 'list']).doUpdateSet({ view_id: id }))
    .execute();
}

export async function removeDefault(tx: Tx, { workspaceId, id }: SavedView, memberId: string) {
  await tx
    .deleteFrom('view_defaults')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('view_id', '=', id)
    .execute();
}
