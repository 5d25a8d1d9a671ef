import { csvOf } from '#crm/timeline/csv.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Import } from './import.ts';
import type { ImportKey } from './store.ts';
import { readRefused } from './store-refused.ts';

/** Says a sentence of the server's in somebody's language. */
export type Say = (sentence: string) => string;

/**
 * The rows that were refused, as they were, and why: to be put right and imported again. For people the reasons are in
 * their language and name the column; for programs they are as the API writes them.
 */
export async function* refusedRows(
  db: Reader,
  key: ImportKey,
  found: Import,
  say: Say | null,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const names = found.facts.columns.map(({ name }) => name);
  const heading = ['Line', 'Why'].map((word) => say?.(word) ?? word);
  yield encoder.encode(csvOf([...names, ...heading], [], true));
  for (let after = -1; ;) {
    const batch = await readRefused(db, key, after);
    if (!batch) return;
    const rows = batch.refused.map(({ row: { cells, line }, why }) => [
      ...names.map((_, at) => cells[at] ?? ''),
      String(line),
      say ? inWords(found, why, say) : why,
    ]);
    yield encoder.encode(csvOf([], rows, false));
    after = batch.batch;
  }
}

/** 'emails.0.address: Write…' as 'E-mail address: Write…', after the column of the file. */
function inWords({ facts, plan }: Import, why: string, say: Say): string {
  const [, path, sentence = why] = /^([\w.-]+): (.*)$/su.exec(why) ?? [];
  const isOf = (field: string | null) => path === field || path?.startsWith(`${field}.`);
  const column = facts.columns[plan?.fields.findIndex(isOf) ?? -1];
  return column ? `${column.name}: ${say(sentence)}` : say(sentence);
}
