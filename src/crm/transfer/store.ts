import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { isPostgres } from '#platform/db/database.ts';
import type { Counts, FileFacts, FileRow, Import, ImportKind, Plan, Rights } from './import.ts';
import './tables.ts';

export interface ImportKey {
  workspaceId: string;
  id: string;
}

export async function insertImport(
  tx: Tx,
  key: ImportKey,
  about: { kind: ImportKind; name: string; memberId: string; facts: FileFacts; at: string },
  batches: readonly FileRow[][],
): Promise<void> {
  const of = { workspace_id: key.workspaceId, import_id: key.id };
  const total = batches.reduce((sum, rows) => sum + rows.length, 0);
  await tx
    .insertInto('imports')
    .values({
      ...of,
      kind: about.kind,
      name: about.name,
      member_id: about.memberId,
      state: 'draft',
      facts: JSON.stringify(about.facts),
      plan: null,
      rights: null,
      total,
      created_at: about.at,
      ended_at: null,
    })
    .execute();
  for (const [batch, rows] of batches.entries()) {
    const lines = JSON.stringify(rows);
    await tx
      .insertInto('import_batches')
      .values({ ...of, batch, lines, refusals: null })
      .execute();
  }
}

export async function readImport(db: Reader, key: ImportKey): Promise<Import | undefined> {
  const row = await rowOf(db, key).executeTakeFirst();
  return row && importFrom(row);
}

/** Keeps others from changing it until the act ends. */
export async function lockImport(tx: Tx, key: ImportKey): Promise<Import | undefined> {
  const row = await rowOf(tx, key)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && importFrom(row);
}

export async function updateImport(tx: Tx, key: ImportKey, change: Partial<Row<'imports'>>): Promise<void> {
  await tx
    .updateTable('imports')
    .set(change)
    .where('workspace_id', '=', key.workspaceId)
    .where('import_id', '=', key.id)
    .execute();
}

export async function deleteImport(tx: Tx, key: ImportKey): Promise<void> {
  for (const table of ['import_batches', 'imports'] as const) {
    await tx
      .deleteFrom(table)
      .where('workspace_id', '=', key.workspaceId)
      .where('import_id', '=', key.id)
      .execute();
  }
}

export type Refusal = [place: number, why: string];

export interface Batch {
  rows: FileRow[];
  refusals: Refusal[];
}

/** Nothing after the last one. */
export async function readBatch(db: Reader, key: ImportKey, batch: number): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('import_batches')
    .select(['lines', 'refusals'])
    .where('workspace_id', '=', key.workspaceId)
    .where('import_id', '=', key.id)
    .where('batch', '=', batch)
    .executeTakeFirst();
  return (
    row && {
      rows: JSON.parse(row.lines) as FileRow[],
      refusals: JSON.parse(row.refusals ?? '[]') as Refusal[],
    }
  );
}

/** What came of a batch, and which one is next. */
export async function advance(
  tx: Tx,
  key: ImportKey,
  batch: number,
  { counts, refusals }: { counts: Counts; refusals: readonly Refusal[] },
): Promise<void> {
  await updateImport(tx, key, { ...counts, next_batch: batch + 1 });
  await tx
    .updateTable('import_batches')
    .set({ refusals: JSON.stringify(refusals) })
    .where('workspace_id', '=', key.workspaceId)
    .where('import_id', '=', key.id)
    .where('batch', '=', batch)
    .execute();
}

function rowOf(db: Reader, { workspaceId, id }: ImportKey) {
  return db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', id);
}

function importFrom(row: Row<'imports'>): Import {
  const { made, updated, skipped, refused } = row;
  return {
    id: row.import_id,
    kind: row.kind,
    name: row.name,
    memberId: row.member_id,
    state: row.state,
    facts: JSON.parse(row.facts) as FileFacts,
    plan: row.plan === null ? null : (JSON.parse(row.plan) as Plan),
    rights: row.rights === null ? null : (JSON.parse(row.rights) as Rights),
    nextBatch: row.next_batch,
    counts: { made, updated, skipped, refused },
    total: row.total,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
