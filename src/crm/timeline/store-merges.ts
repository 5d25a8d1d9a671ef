import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { RECORD_TABLES, type RecordKind } from './record-kinds.ts';
import type { RecordKey } from './record.ts';
import './tables.ts';

type Place = RecordKey & { kind: RecordKind };

/** The record that this one goes on as since they were merged; one step, however often that happened. */
export async function mergedInto(db: Reader, { workspaceId, kind, id }: Place): Promise<string | undefined> {
  const row = await db
    .selectFrom('record_merges')
    .select('into_id')
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', kind)
    .where('from_id', '=', id)
    .executeTakeFirst();
  return row?.into_id;
}

/**
 * Keeps these records, of one kind, as they are until the act ends: whoever links to one or hangs something on it
 * waits for a merge, and a merge for them. SQLite's writer is alone already.
 */
export async function holdRecords(
  tx: Tx,
  { workspaceId, kind, ids }: { workspaceId: string; kind: RecordKind; ids: readonly string[] },
  how: 'there' | 'alone',
): Promise<void> {
  if (!isPostgres(tx) || ids.length === 0) return;
  const { table, idColumn } = RECORD_TABLES[kind];
  await tx
    .selectFrom(table as 'companies')
    .select(idColumn as 'company_id')
    .where('workspace_id', '=', workspaceId)
    .where(idColumn as 'company_id', 'in', ids)
    .orderBy(idColumn as 'company_id')
    .$if(how === 'alone', (query) => query.forUpdate())
    .$if(how === 'there', (query) => query.forKeyShare())
    .execute();
}
