import { pageOf, placeFrom } from '#platform/http/cursor.ts';
import { id, listQuery, text, timeZone, z } from '#platform/http/fields.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { invalid } from '#platform/refusal.ts';
import { columnsFor } from './custom/custom-columns.ts';
import { conditionsIn } from './list-conditions.ts';
import type { ListColumn, ListColumns } from './list-columns.ts';
import type { RecordKind } from './record-kinds.ts';
import { limitedTo } from './record-rights.ts';
import type { Listed, RecordFilter, Sort } from './store-page.ts';

/** What a list or a board of records is narrowed by. */
export const narrowingQuery = {
  ownerId: id.optional(),
  filter: text(8_000)
    .optional()
    .openapi({ description: 'JSON of [{field, is, value}], all of which must hold' }),
  timeZone: timeZone.optional().openapi({ description: 'Whose days the dates of the filter are' }),
};

/** How lists of records are asked for: newest first unless said otherwise. */
export const recordListQuery = listQuery.extend({
  cursor: z.string().max(4_000).optional(),
  sort: z.string().max(60).default('-createdAt'),
  ...narrowingQuery,
});

interface ListDesk {
  book: { kind: RecordKind; columns: ListColumns };
  meaning: (filters: Record<string, string | undefined>) => Pick<RecordFilter, 'equals' | 'belongsTo'>;
}

/** What the address asks of a list; a field or condition that is none of its kind is refused (422). */
export async function askedOf(
  db: Reader,
  caller: Caller,
  { book, meaning }: ListDesk,
  query: z.infer<typeof recordListQuery>,
): Promise<RecordFilter> {
  const columns = await columnsFor(db, caller.workspaceId, book, query);
  const sort = sortFrom(columns, query.sort);
  return {
    q: query.q,
    ownerId: query.ownerId,
    limit: query.limit,
    limitedTo: limitedTo(caller),
    conditions: conditionsIn(columns, query.filter, query.timeZone),
    sort,
    after: placeFrom(query.cursor, FORMS[sort.form]),
    ...meaning(query as unknown as Record<string, string | undefined>),
  };
}

/** What the value of a cursor looks like: anything else would meet the database in a form it cannot compare. */
const FORMS: Record<Sort['form'], RegExp> = {
  number: /^-?\d{1,20}(\.\d{1,25})?(e-\d{1,3})?$/,
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
  const custom = column.customKey !== undefined && { customKey: column.customKey };
  return {
    column: column.column,
    form: formOf(column),
    required: column.required ?? false,
    descending,
    ...custom,
  };
}

function formOf({ kind, instant }: ListColumn): Sort['form'] {
  if (instant) return 'instant';
  return kind === 'text' || kind === 'words' || kind === 'choice' || kind === 'member' || kind === 'date'
    ? 'text'
    : 'number';
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
