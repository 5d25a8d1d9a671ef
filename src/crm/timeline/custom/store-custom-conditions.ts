import { sql, type RawBuilder } from 'kysely';
import { fold } from '#platform/fold.ts';
import type { Asked } from '../list-conditions.ts';
import { RECORD_TABLES, type RecordKind } from '../record-kinds.ts';
import { COMPARISONS } from '../store-conditions.ts';

interface Place {
  kind: RecordKind;
  workspaceId: string;
}

/** How a text begins: what its key holds of it (migration 0017). */
const BEGINNING = sql`substr(t.text_value, 1, 100)`;

/**
 * True for records for which a condition on one of the workspace's own fields holds. A box that nobody ever ticked is
 * not ticked; of several choices one is enough.
 */
export function customHolds(place: Place, asked: Asked): RawBuilder<boolean> {
  const { column, is, values } = asked;
  const key = column.customKey!;
  if (is === 'known') return some(place, key, sql`true`);
  if (is === 'empty') return sql`not ${some(place, key, sql`true`)}`;
  if (is === 'is-not') return sql`not ${some(place, key, comparison({ ...asked, is: 'is' }))}`;
  if (column.kind === 'yes-no' && values[0] === 0) {
    return sql`not ${some(place, key, comparison({ ...asked, values: [1] }))}`;
  }
  return some(place, key, comparison(asked));
}

/**
 * The value that lists are sorted by, of several choices the first, as a table to join: PostgreSQL reads it once, where
 * it would look up a column of its own for each record. Its names are none of a record's.
 */
export function customSortTable({ kind, workspaceId }: Place, { customKey, form }: CustomSort) {
  const value = form === 'number' ? sql`t.number_value` : BEGINNING;
  return sql<{ sorted_record: string; sorted_by: string | number }>`(select t.record_id as sorted_record,
    ${value} as sorted_by from custom_terms t where t.workspace_id = ${workspaceId}
      and t.record_kind = ${sql.lit(kind)} and t.field_key = ${customKey} and t.position = 0)`;
}

/** Empty ones come first. */
export function customSortValue({ form }: { form: string }): RawBuilder<string | number> {
  return sql`coalesce(sorted_by, ${form === 'number' ? LEAST : sql`''`})`;
}

interface CustomSort {
  customKey: string;
  form: string;
}

/** Below every number that a field takes. */
const LEAST = sql`-1e16`;

function some({ kind, workspaceId }: Place, key: string, holds: RawBuilder<unknown>): RawBuilder<boolean> {
  const { table, idColumn } = RECORD_TABLES[kind];
  return sql<boolean>`(${sql.ref(`${table}.${idColumn}`)} in (select t.record_id from custom_terms t
    where t.workspace_id = ${workspaceId} and t.record_kind = ${sql.lit(kind)} and t.field_key = ${key}
      and ${holds}))`;
}

function comparison({ column, is, values }: Asked): RawBuilder<boolean> {
  if (column.column === 'number_value') return COMPARISONS[is](sql`t.number_value`, values, 't.number_value');
  if (column.kind !== 'text') return COMPARISONS[is](BEGINNING, values, 't.text_value');
  const folded = values.map((value) => fold(String(value)));
  const holds = COMPARISONS[is](sql`t.text_value`, folded, 't.text_value');
  if (is !== 'is') return holds;
  return sql<boolean>`(${BEGINNING} = substr(cast(${folded[0]} as text), 1, 100) and ${holds})`;
}
