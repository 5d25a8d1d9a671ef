import type { Reader, Tx } from '#platform/db/database.ts';
import type { Counts, FileRow } from './import.ts';
import { updateImport, type ImportKey } from './store.ts';
import './tables.ts';

export interface Refused {
  row: FileRow;
  why: string;
}

/** What came of a batch, and which one is next. Of its rows only those stay that somebody has to put right. */
export async function advance(
  tx: Tx,
  key: ImportKey,
  batch: number,
  { counts, refused }: { counts: Counts; refused: readonly Refused[] },
): Promise<void> {
  await updateImport(tx, key, { ...counts, next_batch: batch + 1 });
  if (refused.length === 0) return deleteBatch(tx, key, batch);
  await tx
    .updateTable('import_batches')
    .set({
      lines: JSON.stringify(refused.map(({ row }) => row)),
      refusals: JSON.stringify(refused.map(({ why }) => why)),
    })
    .where('workspace_id', '=', key.workspaceId)
    .where('import_id', '=', key.id)
    .where('batch', '=', batch)
    .execute();
}

async function deleteBatch(tx: Tx, { workspaceId, id }: ImportKey, batch: number): Promise<void> {
  await tx
    .deleteFrom('import_batches')
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', id)
    .where('batch', '=', batch)
    .execute();
}

/** The refused rows of the next batch after this one that has any. */
export async function readRefused(
  db: Reader,
  { workspaceId, id }: ImportKey,
  after: number,
): Promise<{ batch: number; refused: Refused[] } | undefined> {
  const found = await db
    .selectFrom('import_batches')
    .select(['batch', 'lines', 'refusals'])
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', id)
    .where('batch', '>', after)
    .where('refusals', 'is not', null)
    .orderBy('batch')
    .executeTakeFirst();
  if (!found) return undefined;
  const rows = JSON.parse(found.lines) as FileRow[];
  const reasons = JSON.parse(found.refusals!) as string[];
  return { batch: found.batch, refused: rows.map((row, at) => ({ row, why: reasons[at]! })) };
}

/** Forgets drafts that nobody ran, and imports that ended long ago; their rows go along. */
export async function pruneImports(tx: Tx, before: { drafts: string; ended: string }): Promise<void> {
  await tx
    .deleteFrom('imports')
    .where('state', '=', 'draft')
    .where('created_at', '<', before.drafts)
    .execute();
  await tx
    .deleteFrom('imports')
    .where('state', 'in', ['done', 'failed', 'stopped'])
    .where('ended_at', '<', before.ended)
    .execute();
}
