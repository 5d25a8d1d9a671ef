import { sql, type RawBuilder } from 'kysely';
import type { Database } from './database.ts';

/** Ids that were found elsewhere, for any statement of this database. */
export interface Among {
  ids: readonly string[];
  kind: Database['kind'];
}

/**
 * True for rows whose column holds one of the ids. However many there are, they are one value of the statement.
 * PostgreSQL is given an array: of what a function lists it cannot tell how many there are, and reads a whole table
 * that was filled since it last counted.
 */
export function isAmong(column: string, { ids, kind }: Among): RawBuilder<boolean> {
  return kind === 'sqlite'
    ? sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`
    : sql<boolean>`${sql.ref(column)} = any(${[...ids]}::text[])`;
}
