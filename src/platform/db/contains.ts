import { sql, type RawBuilder } from 'kysely';
import { fold } from '../fold.ts';

/** True for rows whose folded column holds the folded words; `%` and `_` are letters, as to a person (P10). */
export function containsFolded(column: string, words: string): RawBuilder<boolean> {
  const literal = fold(words).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql<boolean>`${sql.ref(column)} like ${`%${literal}%`} escape '\\'`;
}
