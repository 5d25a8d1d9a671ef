import type { RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/database.ts';
import { RECORD_TABLES, type RecordKind } from './record-kinds.ts';
import { pageQuery, type RecordFilter } from './store-page.ts';

type Matches = (words: string) => RawBuilder<boolean>;

export interface ListedId {
  id: string;
  sortValue: string | number;
}

/** The list of a kind without the records themselves: their ids, in its order, and how many there are. */
export function idsOf(kind: RecordKind, matches: Matches) {
  const { idColumn } = RECORD_TABLES[kind];
  const page = (db: Reader, workspaceId: string, filter: RecordFilter) =>
    pageQuery(db, kind, workspaceId, filter, matches);
  return {
    ids: async (db: Reader, workspaceId: string, filter: RecordFilter): Promise<ListedId[]> => {
      const rows = await page(db, workspaceId, filter).execute();
      return rows.map((row) => ({
        id: (row as unknown as Record<string, string>)[idColumn]!,
        sortValue: row.sort_value,
      }));
    },
    count: async (db: Reader, workspaceId: string, filter: RecordFilter): Promise<number> => {
      const { count } = await page(db, workspaceId, { ...filter, after: undefined })
        .clearSelect()
        .clearOrderBy()
        .clearLimit()
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}
