/** Which rows are ticked, by their keys. Pure: every act answers the next set. */
export type Ticked = ReadonlySet<string>;

/** Where a range began, and what was ticked before it did. */
export interface TickAnchor {
  row: number;
  before: Ticked;
}

export function toggled(ticked: Ticked, key: string): Set<string> {
  const next = new Set(ticked);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The rows from the anchor to `row` besides what was ticked before: a range that is drawn back leaves nothing behind. */
export function withRange(anchor: TickAnchor, row: number, keys: readonly string[]): Set<string> {
  const [first, last] = anchor.row < row ? [anchor.row, row] : [row, anchor.row];
  return new Set([...anchor.before, ...keys.slice(first, last + 1)]);
}

export function allTicked(ticked: Ticked, keys: readonly string[]): 'all' | 'some' | 'none' {
  const count = keys.reduce((sum, key) => sum + (ticked.has(key) ? 1 : 0), 0);
  if (count === 0) return 'none';
  return count === keys.length ? 'all' : 'some';
}

/** All rows shown, or none of them when all were; what is not shown stays as it is. */
export function toggledAll(ticked: Ticked, keys: readonly string[]): Set<string> {
  const next = new Set(ticked);
  const all = allTicked(ticked, keys) === 'all';
  for (const key of keys)
    if (all) next.delete(key);
    else next.add(key);
  return next;
}
