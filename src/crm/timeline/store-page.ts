import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import type { Place } from '#platform/http/cursor.ts';
import type { Asked } from './list-conditions.ts';
import { customHolds, customSortTable, customSortValue } from './custom/store-custom-conditions.ts';
import { liveKeysColumn } from './custom/store-custom-values.ts';
import { RECORD_TABLES, type RecordKind } from './record-kinds.ts';
import { holds } from './store-conditions.ts';
import { belongsTo, linksColumn } from './store-links.ts';

export interface Sort {
  column: string;
  form: 'text' | 'number' | 'instant';
  /** Never null: its index can be walked as it is. */
  required: boolean;
  descending: boolean;
  /** Of a field of the workspace's own. */
  customKey?: string;
}

/** What lists of records are asked for, whatever their kind. */
export interface RecordFilter {
  q?: string;
  ownerId?: string;
  /** Only this member's records and those without an owner (P9). */
  limitedTo?: string;
  conditions?: readonly Asked[];
  /** Column → value it must have. */
  equals?: Record<string, unknown>;
  /** Ids of records that each one found must belong to. */
  belongsTo?: readonly (string | undefined)[];
  sort: Sort;
  after?: Place;
  limit: number;
}

/** A record of a list, with the value it is sorted by: where a page ends. */
export type Listed<R> = R & { sortValue: string | number };

/**
 * Live rows of one kind in the order asked for, one more than `limit` when there is another page, each with its
 * links and the value it is sorted by. `matches` says which rows hold the words of `q`.
 */
export function pageQuery(
  db: Reader,
  kind: RecordKind,
  workspaceId: string,
  filter: RecordFilter,
  matches: (words: string) => RawBuilder<boolean>,
) {
  const { q, ownerId, limitedTo, after, limit } = filter;
  const sort = { ...filter.sort, kind, workspaceId, ofFew: filter.belongsTo?.some((id) => id !== undefined) };
  const { table, idColumn } = RECORD_TABLES[kind];
  const sorted = sortExpression(sort);
  const order = sort.descending ? 'desc' : 'asc';
  // Kysely cannot know a table by a variable: all of them have the columns of companies that are named here.
  let query = db
    .selectFrom(table as 'companies')
    .$if(sort.customKey !== undefined, (some) => {
      const value = customSortTable(sort, { customKey: sort.customKey!, form: sort.form }).as('s');
      return some.leftJoin(value, (join) =>
        join.on(sql<boolean>`s.sorted_record = ${sql.ref(`${table}.${idColumn}`)}`),
      );
    })
    .selectAll()
    .select([linksColumn(db, kind).as('links'), sorted.as('sort_value')])
    .select(liveKeysColumn(kind, workspaceId).as('live_keys'))
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .$if(q !== undefined, (some) => some.where(matches(q!)))
    .$if(ownerId !== undefined, (some) => some.where('owner_id', '=', ownerId!))
    .$if(limitedTo !== undefined, (some) =>
      some.where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', limitedTo!)])),
    )
    .$if(after !== undefined, (some) => some.where(comesAfter(sort, idColumn, after!)));
  for (const condition of narrowings(kind, workspaceId, filter)) query = query.where(condition);
  return query
    .orderBy(sorted, order)
    .orderBy(idColumn as 'company_id', order)
    .limit(limit + 1);
}

/** What must hold besides words, owner and rights. The statement reads the kind's table by its own name. */
export function narrowings(
  kind: RecordKind,
  workspaceId: string,
  filter: Pick<RecordFilter, 'conditions' | 'equals' | 'belongsTo'>,
): RawBuilder<boolean>[] {
  const { conditions = [], equals = {}, belongsTo: owners = [] } = filter;
  const same = Object.entries(equals).filter(([, value]) => value !== undefined);
  return [
    ...conditions.map((one) =>
      one.column.customKey === undefined ? holds(one) : customHolds({ kind, workspaceId }, one),
    ),
    ...same.map(([column, value]) => sql<boolean>`${sql.ref(column)} = ${value}`),
    ...owners.filter((id) => id !== undefined).map((id) => belongsTo(kind, workspaceId, id)),
  ];
}

interface Order extends Sort {
  kind: RecordKind;
  workspaceId: string;
  /** The few that belong to something are sorted: walking the index would pass all the others on the way to them. */
  ofFew?: boolean;
}

/** Empty ones come first, on both databases alike; a figure is compared with any that a cursor may hold. */
function sortExpression(sort: Order): RawBuilder<string | number> {
  const { column, form, required, ofFew, customKey } = sort;
  if (customKey !== undefined) return customSortValue(sort);
  const own = sql.ref(column);
  if (required) return ofFew ? sql`coalesce(${own}, ${own})` : sql`${own}`;
  return form === 'number' ? sql`coalesce(cast(${own} as double precision), -1)` : sql`coalesce(${own}, '')`;
}

/** True for rows that come after the last one of the page before. */
function comesAfter(sort: Order, idColumn: string, after: Place): RawBuilder<boolean> {
  const than = sql.raw(sort.descending ? '<' : '>');
  const value = sort.form === 'number' ? Number(after.value) : after.value;
  return sql<boolean>`(${sortExpression(sort)}, ${sql.ref(idColumn)}) ${than} (${value}, ${after.id})`;
}
