import type { Tx } from '#platform/db/database.ts';
import type { RecordMerged } from './facts.ts';
import '#notices/tables.ts';
import './tables.ts';

/** Tables whose rows hang on one record by `record_kind` and `record_id`, each with an index for it. */
const HANGING = ['notes', 'notices', 'tasks', 'record_events', 'addresses'] as const;

/** Moves what hangs on a record, and the entries that lead to it. */
export async function rehang(tx: Tx, merged: RecordMerged): Promise<void> {
  for (const table of HANGING) await moved(tx, table, merged).execute();
  await rehangEntries(tx, merged);
}

/** That a record was made or changed is told of that record for ever; all else can be opened where it hangs now. */
const OF_THE_RECORD_ITSELF = ['created', 'changed', 'deleted', 'restored', 'converted', 'merged'];

async function rehangEntries(tx: Tx, merged: RecordMerged): Promise<void> {
  const { workspaceId, from } = merged;
  await moved(tx, 'timeline_entries', merged)
    .where('kind', 'not in', OF_THE_RECORD_ITSELF)
    .where('entry_id', 'in', (eb) =>
      eb
        .selectFrom('timeline_records')
        .select('timeline_records.entry_id')
        .where('timeline_records.workspace_id', '=', workspaceId)
        .where('timeline_records.record_kind', '=', from.kind)
        .where('timeline_records.record_id', '=', from.id),
    )
    .execute();
}

function moved(
  tx: Tx,
  table: (typeof HANGING)[number] | 'timeline_entries',
  { workspaceId, from, into }: RecordMerged,
) {
  return tx
    .updateTable(table as 'timeline_entries')
    .set({ record_kind: into.kind, record_id: into.id })
    .where('workspace_id', '=', workspaceId)
    .where('record_kind', '=', from.kind)
    .where('record_id', '=', from.id);
}
