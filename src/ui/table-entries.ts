import type { ReactNode } from 'react';

/** What stands under each other in a table: the words of a group, or a row. `row` counts rows alone. */
export type Entry<Row> =
  | { kind: 'group'; key: string; label: ReactNode }
  | { kind: 'row'; key: number; value: Row; row: number };

export function entriesOf<Row>(
  rows: readonly Row[],
  groupOf?: (row: Row) => { key: string; label: ReactNode },
): Entry<Row>[] {
  const entries: Entry<Row>[] = [];
  let last: string | undefined;
  for (const [row, value] of rows.entries()) {
    const group = groupOf?.(value);
    if (group && group.key !== last) {
      entries.push({ kind: 'group', key: `group ${group.key}`, label: group.label });
      last = group.key;
    }
    entries.push({ kind: 'row', key: row, value, row });
  }
  return entries;
}

/** Where a key leads from a row, or null when it is none of the table's keys. */
export function rowAfter(key: string, row: number, rows: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    j: 1,
    ArrowUp: -1,
    k: -1,
    PageDown: page,
    PageUp: -page,
    Home: -rows,
    End: rows,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(rows - 1, Math.max(0, row + step));
}
