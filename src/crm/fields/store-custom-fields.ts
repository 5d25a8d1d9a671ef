import { sql } from 'kysely';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import type { Row } from '#platform/db/tables.ts';
import { RECORD_TABLES, type RecordKind } from '#crm/timeline/record-kinds.ts';
import type { CustomField } from '#crm/timeline/custom/custom-field.ts';
import { fieldFrom } from '#crm/timeline/custom/store-custom-fields.ts';
import '#crm/timeline/custom/tables.ts';

export interface KeptField {
  field: CustomField;
  isTrashed: boolean;
}

/**
 * Every field that a kind ever had, those in the trash too, in order. Others who change fields wait until the act ends,
 * and the act until whoever writes values has done so: then it sees who holds what.
 */
export async function lockCustomFields(tx: Tx, workspaceId: string, kind: RecordKind): Promise<KeptField[]> {
  if (isPostgres(tx)) await sql`lock table custom_fields in share row exclusive mode`.execute(tx);
  const rows = await allFields(tx, workspaceId, kind)
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute();
  return rows.map(keptFrom);
}

/** The kind of a field that this workspace has or had. */
export async function kindOfField(tx: Tx, workspaceId: string, id: string): Promise<RecordKind | undefined> {
  const row = await tx
    .selectFrom('custom_fields')
    .select('record_kind')
    .where('workspace_id', '=', workspaceId)
    .where('field_id', '=', id)
    .executeTakeFirst();
  return row?.record_kind as RecordKind | undefined;
}

/** Fields in the trash, of one kind or all. */
export async function readTrashedFields(
  db: Reader,
  workspaceId: string,
  kind?: RecordKind,
): Promise<CustomField[]> {
  const rows = await allFields(db, workspaceId, kind).execute();
  return rows.map(keptFrom).flatMap(({ field, isTrashed }) => (isTrashed ? [field] : []));
}

function allFields(db: Reader, workspaceId: string, kind: RecordKind | undefined) {
  return db
    .selectFrom('custom_fields')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(kind !== undefined, (query) => query.where('record_kind', '=', kind!))
    .orderBy('record_kind')
    .orderBy('position')
    .orderBy('field_id');
}

function keptFrom(row: Row<'custom_fields'>): KeptField {
  return { field: fieldFrom(row), isTrashed: row.deleted_at !== null };
}

export async function insertCustomField(tx: Tx, workspaceId: string, field: CustomField): Promise<void> {
  await tx
    .insertInto('custom_fields')
    .values({
      workspace_id: workspaceId,
      field_id: field.id,
      record_kind: field.kind,
      key: field.key,
      label: field.label,
      kind: field.type,
      choices: JSON.stringify(field.choices),
      position: field.position,
      deleted_at: null,
    })
    .execute();
}

/** Writes what a change may change, with the version it comes to. */
export async function updateCustomField(tx: Tx, workspaceId: string, field: CustomField): Promise<void> {
  const { label, choices, position, version } = field;
  await tx
    .updateTable('custom_fields')
    .set({ label, choices: JSON.stringify(choices), position, version })
    .where('workspace_id', '=', workspaceId)
    .where('field_id', '=', field.id)
    .execute();
}

/** Into the trash at that instant, or (null) out of it. */
export async function trashCustomField(
  tx: Tx,
  workspaceId: string,
  field: CustomField,
  deletedAt: string | null,
): Promise<void> {
  await tx
    .updateTable('custom_fields')
    .set({ deleted_at: deletedAt, position: field.position, version: field.version })
    .where('workspace_id', '=', workspaceId)
    .where('field_id', '=', field.id)
    .execute();
}

/** How many live records hold one of these choices of a field. */
export async function countHolders(
  tx: Tx,
  workspaceId: string,
  { kind, key }: CustomField,
  choices: readonly string[],
): Promise<number> {
  const { table, idColumn } = RECORD_TABLES[kind];
  const { rows } = await sql<{
    count: number;
  }>`select count(distinct t.record_id) as count from custom_terms t
    join ${sql.table(table)} r on r.workspace_id = t.workspace_id and r.${sql.ref(idColumn)} = t.record_id
    where t.workspace_id = ${workspaceId} and t.record_kind = ${kind} and t.field_key = ${key}
      and t.text_value in (${sql.join(choices)}) and r.deleted_at is null`.execute(tx);
  return rows[0]!.count;
}
