/** Databases take so many values in one statement and no more: SQLite 32,766, PostgreSQL 65,535. */
const MOST_ROWS = 500;

/** Rows in pieces, each small enough for one statement whatever its columns. */
export function* inSlices<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += MOST_ROWS) yield rows.slice(at, at + MOST_ROWS);
}
