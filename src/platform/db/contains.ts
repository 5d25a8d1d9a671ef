import { sql, type RawBuilder } from 'kysely';
import { fold } from '../fold.ts';

/** True for rows whose folded column holds the folded words; `%` and `_` are letters, as to a person (P10). */
export function containsFolded(column: string, words: string): RawBuilder<boolean> {
  return like(sql.ref(column), `%${literal(words)}%`);
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
  return like(sql.ref(column), `${literal(words)}%`);
}

/** The same for columns as they were written: every row is folded to be asked. */
export function containsWritten(column: string, words: string): RawBuilder<boolean> {
  return like(sql`folded(${sql.ref(column)})`, `%${literal(words)}%`);
}

export function beginsWritten(column: string, words: string): RawBuilder<boolean> {
  return like(sql`folded(${sql.ref(column)})`, `${literal(words)}%`);
}

function literal(words: string): string {
  return fold(words).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

function like(folded: RawBuilder<unknown>, pattern: string): RawBuilder<boolean> {
  return sql<boolean>`${folded} like ${pattern} escape '\\'`;
}
