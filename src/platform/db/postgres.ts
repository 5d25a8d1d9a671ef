import pg from 'pg';
import { PostgresDialect, type Dialect } from 'kysely';

const LOCK_TIMEOUT_MS = 2_000;
const WAIT_FOR_CONNECTION_MS = 5_000;

/** A Kysely dialect over a pool of `size` connections. Instants are read as the ISO text SQLite keeps. */
export function postgresDialect(url: string, size: number): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
};

function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  return parsers[oid] ?? pg.types.getTypeParser(oid, format);
}
