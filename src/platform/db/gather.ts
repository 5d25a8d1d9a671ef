import type { Tx } from './database.ts';
import type { NewRow, Tables } from './tables.ts';

interface Gathered {
  items: unknown[];
  write: (tx: Tx, items: never[]) => Promise<void>;
}

const gathering = new WeakMap<Tx, Map<string, Gathered>>();

/** From now on this act puts off what `gather` is given, until `writeGathered`: an act of many records is few statements. */
export function startGathering(tx: Tx): void {
  gathering.set(tx, new Map());
}

/** Writes what was put off, in the order in which the first of each came. To be called before any of it is read. */
export async function writeGathered(tx: Tx): Promise<void> {
  const all = gathering.get(tx);
  if (!all) return;
  const parts = [...all.values()];
  all.clear();
  for (const { items, write } of parts) await write(tx, items as never[]);
}

/** Writes these at once, or with others of the same name in an act that gathers. */
export async function gather<Item>(
  tx: Tx,
  name: string,
  items: readonly Item[],
  write: (tx: Tx, items: readonly Item[]) => Promise<void>,
): Promise<void> {
  if (items.length === 0) return;
  const all = gathering.get(tx);
  if (!all) return write(tx, items);
  const there = all.get(name);
  if (there) there.items.push(...items);
  else all.set(name, { items: [...items], write });
}

/** Rows of new records: all of one table have the same columns. */
export function gatherRows<Name extends keyof Tables>(
  tx: Tx,
  table: Name,
  rows: readonly NewRow<Name>[],
): Promise<void> {
  return gather(tx, `rows of ${table}`, rows, async (within, all) => {
    for (let from = 0; from < all.length; from += MOST_ROWS) {
      await within
        .insertInto(table)
        .values(all.slice(from, from + MOST_ROWS))
        .execute();
    }
  });
}

/** A statement takes only so many values. */
const MOST_ROWS = 500;
