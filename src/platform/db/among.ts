import { sql, type RawBuilder } from 'kysely';
import type { Database } from './database.ts';

/** Ids that were found elsewhere, for any statement of this database. */
export interface Among {
  ids: readonly string[];
  kind: Database['kind'];
}

/** True for rows whose column holds one of the ids. However many there are, they are one value of the statement. */
export function isAmong(column: string, { ids, kind }: Among): RawBuilder<boolean> {
  const given = JSON.stringify(ids);
  const listed =
    kind === 'sqlite'
      ? sql`select value from json_each(${given})`
      : sql`select json_array_elements_text(${given}::json)`;
  return sql<boolean>`${sql.ref(column)} in (${listed})`;
}
