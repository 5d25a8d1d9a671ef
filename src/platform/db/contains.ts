import { sql, type RawBuilder } from 'kysely';
import { fold } from '../fold.ts';

/** True for rows whose folded column holds the folded words; `%` and `_` are letters, as to a person (P10). */
export function containsFolded(column: string, words: string): RawBuilder<boolean> {
  const literal = fold(words).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql<boolean>`${sql.ref(column)} like ${`%${literal}%`} escape '\\'`;
}

const MOST_WORDS = 6;

/** True for rows whose folded column holds each of the words, in whatever order. */
export function containsWords(column: string, words: string): RawBuilder<boolean> {
  const each = fold(words).split(' ').slice(0, MOST_WORDS);
  const found = each.map((word) => sql`(${containsFolded(column, word)})`);
  return sql<boolean>`(${sql.join(found, sql` and `)})`;
}

/** True for rows whose folded column begins with the folded words. */
export function beginsFolded(column: string, words: string): RawBuilder<boolean> {
  const literal = fold(words).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql<boolean>`${sql.ref(column)} like ${`${literal}%`} escape '\\'`;
}
