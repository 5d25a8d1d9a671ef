import { sql, type RawBuilder } from 'kysely';
import { beginsFolded, beginsWritten, containsFolded, containsWritten } from '#platform/db/contains.ts';
import { fold } from '#platform/fold.ts';
import type { Is } from '#ui/conditions.ts';
import type { Asked } from './list-conditions.ts';

/** True for rows for which a condition holds. What is empty is none of the values it could be compared with. */
export function holds({ column, is, values }: Asked): RawBuilder<boolean> {
  if (column.kind === 'words' && is === 'contains') return containsWritten(column.column, String(values[0]));
  if (column.kind === 'words' && is === 'begins') return beginsWritten(column.column, String(values[0]));
  const at = sql.ref(column.column);
  const read = column.kind === 'text' ? values.map((value) => fold(String(value))) : values;
  return COMPARISONS[is](at, read, column.column);
}

type Comparison = (
  at: RawBuilder<unknown>,
  values: (string | number)[],
  column: string,
) => RawBuilder<boolean>;

/** How each condition compares a value; those of text are folded already. */
export const COMPARISONS: Record<Is, Comparison> = {
  is: (at, [value]) => sql`${at} = ${value}`,
  'is-not': (at, [value]) => sql`(${at} is null or ${at} <> ${value})`,
  'any-of': (at, values) => sql`${at} in (${sql.join(values)})`,
  contains: (_, [value], column) => containsFolded(column, String(value)),
  begins: (_, [value], column) => beginsFolded(column, String(value)),
  empty: (at) => sql`${at} is null`,
  known: (at) => sql`${at} is not null`,
  before: (at, [value]) => sql`${at} < ${value}`,
  after: (at, [value]) => sql`${at} > ${value}`,
  between: (at, [from, to]) => sql`${at} between ${from} and ${to}`,
  'at-least': (at, [value]) => sql`${at} >= ${value}`,
  'at-most': (at, [value]) => sql`${at} <= ${value}`,
};
