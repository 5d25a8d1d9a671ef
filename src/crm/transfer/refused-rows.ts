import { csvOf } from '#crm/timeline/csv.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Import } from './import.ts';
import { readBatch, type ImportKey } from './store.ts';

/** The rows that were refused, as they were, and why: to be put right and imported again. */
export async function* refusedRows(
  db: Reader,
  key: ImportKey,
  { facts }: Import,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const names = facts.columns.map(({ name }) => name);
  yield encoder.encode(csvOf([...names, 'Line', 'Why'], [], true));
  for (let number = 0; ; number++) {
    const batch = await readBatch(db, key, number);
    if (!batch) return;
    const rows = batch.refusals.map(([place, why]) => {
      const { cells, line } = batch.rows[place]!;
      return [...names.map((_, at) => cells[at] ?? ''), String(line), why];
    });
    if (rows.length > 0) yield encoder.encode(csvOf([], rows, false));
  }
}
