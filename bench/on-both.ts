import { bringUpPostgres } from '../scripts/postgres.ts';
import type { Ground } from '../soak/ground.ts';
import type { Row } from './table.ts';

export const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** Measures on SQLite, then on PostgreSQL, which is left out with a sentence where there is none. */
export async function measureOnBoth(measure: (kind: Ground['kind']) => Promise<Row[]>): Promise<Row[]> {
  const rows = await measure('sqlite');
  const postgres = await bringUpPostgres(process.env);
  if (!('url' in postgres)) {
    console.log(`PostgreSQL is left out: ${postgres.missing}`);
    return rows;
  }
  process.env.RONDO_TEST_DATABASE_URL = postgres.url;
  const others = await measure('postgres');
  await postgres.stop();
  return [...rows, ...others];
}
