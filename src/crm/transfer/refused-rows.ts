import { csvOf } from '#crm/timeline/csv.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Import } from './import.ts';
import type { ImportKey } from './store.ts';
import { readRefused } from './store-refused.ts';

/** The rows that were refused, as they were, and why: to be put right and imported again. */
export async function* refusedRows(
  db: Reader,
  key: ImportKey,
  { facts }: Import,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const names = facts.columns.map(({ name }) => name);
  yield encoder.encode(csvOf([...names, 'Line', 'Why'], [], true));
  for (let after = -1; ;) {
    const found = await readRefused(db, key, after);
    if (!found) return;
    const rows = found.refused.map(({ row: { cells, line }, why }) => [
      ...names.map((_, at) => cells[at] ?? ''),
      String(line),
      why,
    ]);
    yield encoder.encode(csvOf([], rows, false));
    after = found.batch;
  }
}
