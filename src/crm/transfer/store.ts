import type { Reader, Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { isPostgres } from '#platform/db/database.ts';
import type { FileFacts, FileRow, Import, ImportKind, Plan, Rights } from './import.ts';
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

/** The newest ones: of one member, or of everybody. */
export async function listImports(
  db: Reader,
  workspaceId: string,
  { memberId, limit }: { memberId: string | null; limit: number },
): Promise<Import[]> {
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(memberId !== null, (query) => query.where('member_id', '=', memberId))
    .orderBy('created_at', 'desc')
    .orderBy('import_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(importFrom);
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

/** Nothing after the last one. */
export async function readBatch(db: Reader, key: ImportKey, batch: number): Promise<FileRow[] | undefined> {
  const row = await db
    .selectFrom('import_batches')
    .select('lines')
    .where('workspace_id', '=', key.workspaceId)
    .where('import_id', '=', key.id)
    .where('batch', '=', batch)
    .executeTakeFirst();
  return row && (JSON.parse(row.lines) as FileRow[]);
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
    reason: row.reason,
  };
}
