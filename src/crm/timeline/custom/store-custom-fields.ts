import { isPostgres, type Reader } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import type { RecordKind } from '../record-kinds.ts';
import type { CustomChoice, CustomField, CustomType } from './custom-field.ts';
import './tables.ts';

/** The live fields of a workspace in their order; of one kind only when it is named. */
export async function readCustomFields(
  db: Reader,
  workspaceId: string,
  kind?: RecordKind,
): Promise<CustomField[]> {
  const rows = await liveFields(db, workspaceId, kind).execute();
  return rows.map(fieldFrom);
}

/** The same for whoever writes values: until their act ends, no choice is taken away. */
export async function holdCustomFields(
  tx: Reader,
  workspaceId: string,
  kind: RecordKind,
): Promise<CustomField[]> {
  const rows = await liveFields(tx, workspaceId, kind)
    .$if(isPostgres(tx), (query) => query.forShare())
    .execute();
  return rows.map(fieldFrom);
}

function liveFields(db: Reader, workspaceId: string, kind: RecordKind | undefined) {
  return db
    .selectFrom('custom_fields')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('record_kind', '=', kind!))
    .orderBy('record_kind')
    .orderBy('position')
    .orderBy('field_id');
}

export function fieldFrom(row: Row<'custom_fields'>): CustomField {
  return {
    id: row.field_id,
    kind: row.record_kind as RecordKind,
    key: row.key,
    label: row.label,
    type: row.kind as CustomType,
    choices: JSON.parse(row.choices) as CustomChoice[],
    position: row.position,
    version: row.version,
  };
}
