import type { Tx } from '#platform/db/database.ts';
import './tables.ts';

/** What an entry tells changes with what it tells of: a note that was edited. When and where it happened stays. */
export async function rewriteEntry(
  tx: Tx,
  workspaceId: string,
  entryId: string,
  data: Record<string, unknown>,
): Promise<void> {
  await tx
    .updateTable('timeline_entries')
    .set({ data: JSON.stringify(data) })
    .where('workspace_id', '=', workspaceId)
    .where('entry_id', '=', entryId)
    .execute();
}
