/** A column of a table as its reader has it; their order is that of the table. */
export interface ChosenColumn {
  key: string;
  shown: boolean;
}

/** The reader's choice over the columns there are now: gone ones are dropped, new ones come last, hidden. */
export function columnsNow(
  chosen: readonly ChosenColumn[],
  columns: readonly { key: string; fixed?: boolean }[],
): ChosenColumn[] {
  const known = chosen.filter(({ key }) => columns.some((column) => column.key === key));
  const added = columns.filter(({ key }) => !known.some((column) => column.key === key));
  const all = [...known, ...added.map(({ key }) => ({ key, shown: false }))];
  const isFixed = (key: string) => columns.some((column) => column.key === key && column.fixed);
  const first = all.filter(({ key }) => isFixed(key)).map(({ key }) => ({ key, shown: true }));
  return [...first, ...all.filter(({ key }) => !isFixed(key))];
}

/** The table's columns as chosen: `<Table columns={shownOf(COLUMNS, chosen)}>`. */
export function shownOf<Column extends { key: string; fixed?: boolean }>(
  columns: readonly Column[],
  chosen: readonly ChosenColumn[],
): Column[] {
  return columnsNow(chosen, columns).flatMap(({ key, shown }) =>
    shown ? columns.filter((column) => column.key === key) : [],
  );
}
