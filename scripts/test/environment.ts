import { join } from 'node:path';
import type { Postgres } from '../postgres.ts';
import { root } from './files.ts';

/** A server's settings in the caller's shell must not reach the servers that tests start. */
const PRODUCT_SETTINGS =
  /^(PORT|HOST|PUBLIC_URL|DATA_DIR|DATABASE_URL|SMTP_URL|MAIL_FROM|TRUSTED_PROXIES|PRIVATE_HOSTS|PUBLIC_RATE_LIMIT|LOG_LEVEL|RONDO_.*)$/;

type Length = { isLong?: boolean };

/** Without RONDO_TEST_DATABASE a test runs on SQLite. */
export function onSqlite({ isLong }: Length): NodeJS.ProcessEnv {
  return { ...cleaned(process.env), ...(isLong ? { RONDO_SOAK: '1' } : {}) };
}

export function onPostgres(postgres: Postgres, length: Length): NodeJS.ProcessEnv {
  const log = postgres.logFile ? { RONDO_TEST_POSTGRES_LOG: postgres.logFile } : {};
  const database = { RONDO_TEST_DATABASE: 'postgres', RONDO_TEST_DATABASE_URL: postgres.url };
  return { ...onSqlite(length), ...database, ...log };
}

export function withBrowser(path: string): NodeJS.ProcessEnv {
  return { ...onSqlite({}), CHROMIUM_PATH: path };
}

function cleaned(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !PRODUCT_SETTINGS.test(name));
  const cache = join(root, 'node_modules', '.cache', 'rondo');
  return { ...Object.fromEntries(kept), NODE_COMPILE_CACHE: cache };
}
