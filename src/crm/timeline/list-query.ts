import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { id, listQuery, text, timeZone, z } from '#platform/http/fields.ts';
import type { Caller } from '#platform/http/caller.ts';
import { invalid } from '#platform/refusal.ts';
import { conditionsIn } from './list-conditions.ts';
import type { ListColumn, ListColumns } from './list-columns.ts';
import { limitedTo } from './record-rights.ts';
import type { Listed, RecordFilter, Sort } from './store-page.ts';

/** How lists of records are asked for: newest first unless said otherwise. */
export const recordListQuery = listQuery.extend({
  cursor: z.string().max(4_000).optional(),
  sort: z.string().max(41).default('-createdAt'),
  ownerId: id.optional(),
  filter: text(8_000)
    .optional()
    .openapi({ description: 'JSON of [{field, is, value}], all of which must hold' }),
  timeZone: timeZone.optional().openapi({ description: 'Whose days the dates of the filter are' }),
});

/** What the address asks of a list with these columns; a field or condition that is none of theirs is refused (422). */
export function askedOf(
  caller: Caller,
  columns: ListColumns,
  query: z.infer<typeof recordListQuery>,
): RecordFilter {
  const sort = sortFrom(columns, query.sort);
  return {
    q: query.q,
    ownerId: query.ownerId,
    limit: query.limit,
    limitedTo: limitedTo(caller),
    conditions: conditionsIn(columns, query.filter, query.timeZone),
    sort,
    after: placeFrom(query.cursor, FORMS[sort.form]),
  };
}

/** What the value of a cursor looks like: anything else would meet the database in a form it cannot compare. */
const FORMS: Record<Sort['form'], RegExp> = {
  number: /^-?\d{1,20}(\.\d{1,12})?$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  text: /^[^\u0000]*$/,
};

function sortFrom(columns: ListColumns, asked: string): Sort {
  const descending = asked.startsWith('-');
  const name = descending ? asked.slice(1) : asked;
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!column) {
    const known = Object.keys(columns).join(', ');
    throw invalid({
      path: 'sort',
      message: `Sort by one of these, with - in front for the other way: ${known}.`,
    });
  }
  return { column: column.column, form: formOf(column), required: column.required ?? false, descending };
}

function formOf({ kind, instant }: ListColumn): Sort['form'] {
  if (instant) return 'instant';
  return kind === 'number' || kind === 'money' ? 'number' : 'text';
}

/** A page of what a list answered, in the order that was asked for. */
export function recordPage<R extends { id: string }, Shown>(
  records: readonly Listed<R>[],
  limit: number,
  present: (record: R) => Shown,
): { items: Shown[]; next: string | null } {
  const { items, next } = pageOf(records, limit, ({ id, sortValue }) => ({ id, value: String(sortValue) }));
  return { items: items.map(present), next };
}
