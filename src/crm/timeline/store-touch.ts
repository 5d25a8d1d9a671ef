import type { Tx } from '#platform/db/database.ts';
import { RECORD_TABLES, type RecordKind } from './record-kinds.ts';
import './tables.ts';

/**
 * Something happened with this record: of several people with one address, F2 takes the latest. No version rises,
 * since nobody changed a field.
 */
export async function touchRecord(
  tx: Tx,
  workspaceId: string,
  record: { kind: RecordKind; id: string },
  at: string,
): Promise<void> {
  const { table, idColumn } = RECORD_TABLES[record.kind];
  await tx
    .updateTable(table as 'companies')
    .set({ active_at: at })
    .where('workspace_id', '=', workspaceId)
    .where(idColumn as 'company_id', '=', record.id)
    .where('active_at', '<', at)
    .execute();
}
