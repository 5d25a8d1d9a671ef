import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../demo/fresh-database.ts';
import { newToken } from '../src/platform/secrets.ts';
import { openDatabase, type Database } from '../src/platform/db/database.ts';
import { startServer, type Server, type Start } from './server.ts';

/** An empty database with as many servers on it as it takes: one on SQLite, three on PostgreSQL. */
export interface Ground {
  kind: Database['kind'];
  servers: Server[];
  /** The database seen from outside the servers: to look what they wrote, and to move what waits for time. */
  database: Database;
  /** The environment of every server of this ground. */
  env: Record<string, string>;
  /** Starts one more server on it. */
  start(more?: Partial<Start>): Promise<Server>;
  /** Stops all servers and drops the database. */
  close(): Promise<void>;
}

export const isLong = process.env.RONDO_SOAK === '1';
const PROCESSES = { sqlite: 1, postgres: 3 };

/** On the database that RONDO_TEST_DATABASE names, as other tests of the database do. */
export async function openGround(
  env: Record<string, string> = {},
  kind: Database['kind'] = process.env.RONDO_TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite',
  processes: number = PROCESSES[kind],
  onRequest?: Start['onRequest'],
): Promise<Ground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rondo-'));
  const fresh = kind === 'postgres' ? await freshDatabase(process.env.RONDO_TEST_DATABASE_URL) : undefined;
  const all = {
    DATA_DIR: dataDir,
    ...(fresh && { DATABASE_URL: fresh.url }),
    RONDO_SECRET: newToken(),
    RONDO_SETUP_TOKEN: 'set-up-token',
    ...env,
  };
  const servers: Server[] = [];
  const start: Ground['start'] = async (more = {}) => {
    const server = await startServer({ onRequest, ...more, env: { ...all, ...more.env } });
    servers.push(server);
    return server;
  };
  await start();
  await Promise.all(Array.from({ length: processes - 1 }, () => start()));
  const database = openDatabase({ url: fresh?.url, file: join(dataDir, 'rondo.sqlite') });
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.close();
    await fresh?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { kind, servers, database, env: all, start, close };
}
