import type { Tx } from '#platform/db/database.ts';
import { RECORD_TABLES, type RecordKind } from './record-kinds.ts';
import './tables.ts';

/**
 * Something happened with this record: of several people with one address, F2 takes the latest. No version rises,
 * since nobody changed a field. False when the record is in the trash, such as after a merge at this very moment; else
 * it stays where it is until the act ends.
 */
export async function touchRecord(
  tx: Tx,
  workspaceId: string,
  record: { kind: RecordKind; id: string },
  at: string,
): Promise<boolean> {
  const { table, idColumn } = RECORD_TABLES[record.kind];
  const { numUpdatedRows } = await tx
    .updateTable(table as 'companies')
    .set((eb) => ({
      active_at: eb.case().when('active_at', '<', at).then(at).else(eb.ref('active_at')).end(),
    }))
    .where('workspace_id', '=', workspaceId)
    .where(idColumn as 'company_id', '=', record.id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
