import type { Tx } from '#platform/db/database.ts';

/** Two letters; null where the workspace has not said. */
export async function readCountry(tx: Tx, workspaceId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('workspaces')
    .select('country')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.country ?? null;
}
