import { sql, type RawBuilder } from 'kysely';
import { isPostgres, type Reader, type Tx } from '#platform/db/database.ts';
import { writeGathered } from '#platform/db/gather.ts';
import { fold } from '#platform/fold.ts';
import { RECORD_TABLES, type RecordKind } from '../record-kinds.ts';
import type { RecordKey } from '../record.ts';
import { filled, type CustomValue, type CustomValues } from './custom-field.ts';
import './tables.ts';

type Place = RecordKey & { kind: RecordKind };

/**
 * A column of a record's own query, beside `custom`: the keys of live fields in their order, asked for once whatever
 * the number of rows, and not at all for records without values. `customFrom` reads both.
 */
export function liveKeysColumn(kind: RecordKind, workspaceId: string): RawBuilder<string | null> {
  const { table } = RECORD_TABLES[kind];
  return sql`case when ${sql.ref(`${table}.custom`)} <> '{}' then (
    select string_agg(f.key, ',' order by f.position, f.field_id) from custom_fields f
    where f.workspace_id = ${workspaceId} and f.record_kind = ${sql.lit(kind)} and f.deleted_at is null) end`;
}

/** The values of live fields, in the order of the fields. */
export function customFrom(row: { custom: string; live_keys: string | null }): CustomValues {
  if (row.live_keys === null) return {};
  const values = JSON.parse(row.custom) as Record<string, CustomValue>;
  const keys = row.live_keys.split(',').filter((key) => Object.hasOwn(values, key));
  return Object.fromEntries(keys.map((key) => [key, values[key]!]));
}

/** Values of a new record, besides those that are empty. */
export async function insertCustom(tx: Tx, place: Place, given: CustomValues): Promise<void> {
  const values = filled(given);
  if (Object.keys(values).length === 0) return;
  await writeGathered(tx);
  await write(tx, place, sql`${JSON.stringify(values)}`);
  await insertTerms(tx, place, values);
}

/** Values that change; those not named stay, those of fields in the trash, too. */
export async function patchCustom(tx: Tx, place: Place, change: CustomValues): Promise<void> {
  const keys = Object.keys(change);
  if (keys.length === 0) return;
  const patch = JSON.stringify(change);
  const merged = isPostgres(tx)
    ? sql`jsonb_strip_nulls(custom::jsonb || cast(${patch} as jsonb))::text`
    : sql`json_patch(custom, ${patch})`;
  await write(tx, place, merged);
  await tx
    .deleteFrom('custom_terms')
    .where('workspace_id', '=', place.workspaceId)
    .where('record_kind', '=', place.kind)
    .where('field_key', 'in', keys)
    .where('record_id', '=', place.id)
    .execute();
  await insertTerms(tx, place, filled(change));
}

async function write(tx: Reader, place: Place, custom: RawBuilder<unknown>): Promise<void> {
  const { table, idColumn } = RECORD_TABLES[place.kind];
  await sql`update ${sql.table(table)} set custom = ${custom}
    where workspace_id = ${place.workspaceId} and ${sql.ref(idColumn)} = ${place.id}`.execute(tx);
}

async function insertTerms(tx: Tx, place: Place, values: CustomValues): Promise<void> {
  const rows = Object.entries(values).flatMap(([field_key, value]) =>
    [value!].flat().map((one, position) => ({
      workspace_id: place.workspaceId,
      record_kind: place.kind,
      field_key,
      record_id: place.id,
      position,
      text_value: typeof one === 'string' ? fold(one) : null,
      number_value: typeof one === 'string' ? null : Number(one),
    })),
  );
  if (rows.length > 0) await tx.insertInto('custom_terms').values(rows).execute();
}
