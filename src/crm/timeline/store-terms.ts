import type { Tx } from '#platform/db/database.ts';
import { gatherRows } from '#platform/db/gather.ts';
import type { RecordKind } from './record-kinds.ts';
import type { RecordKey } from './record.ts';
import { termsOf, type Findable } from './search-terms.ts';
import './tables.ts';

type Place = RecordKey & { kind: RecordKind };

/** What a new record is found by, written in the act that makes it. */
export async function insertTerms(tx: Tx, place: Place, fields: Findable): Promise<void> {
  const rows = termsOf(fields).map((term) => ({
    workspace_id: place.workspaceId,
    term,
    record_kind: place.kind,
    record_id: place.id,
  }));
  await gatherRows(tx, 'search_terms', rows);
}

/** From now on it is found by these and no others; by nothing when it is in the trash. */
export async function replaceTerms(tx: Tx, place: Place, fields: Findable | null): Promise<void> {
  await tx
    .deleteFrom('search_terms')
    .where('workspace_id', '=', place.workspaceId)
    .where('record_kind', '=', place.kind)
    .where('record_id', '=', place.id)
    .execute();
  if (fields) await insertTerms(tx, place, fields);
}
