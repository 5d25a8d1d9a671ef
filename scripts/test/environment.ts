import { accessSync, constants, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Postgres } from '../postgres.ts';
import { root } from './files.ts';

/** A server's settings in the caller's shell must not reach the servers that tests start. */
const PRODUCT_SETTINGS =
  /^(PORT|HOST|PUBLIC_URL|DATA_DIR|DATABASE_URL|SMTP_URL|MAIL_FROM|TRUSTED_PROXIES|PRIVATE_HOSTS|PUBLIC_RATE_LIMIT|LOG_LEVEL|RONDO_.*)$/;

export const QUICK_HASHING = join(import.meta.dirname, 'quick-hashing.ts');

type Manner = {
  isLong?: boolean;
  /** Nothing is killed in it: what is written need not outlive the machine, so nobody waits for a disk. */
  forgets?: boolean;
};

/** Without RONDO_TEST_DATABASE a test runs on SQLite. */
export function onSqlite({ isLong, forgets }: Manner): NodeJS.ProcessEnv {
  return { ...cleaned(process.env), ...(isLong && { RONDO_SOAK: '1' }), ...(forgets && inMemory()) };
}

export function onPostgres(postgres: Postgres, manner: Manner): NodeJS.ProcessEnv {
  const log = postgres.logFile ? { RONDO_TEST_POSTGRES_LOG: postgres.logFile } : {};
  const url = manner.forgets ? withoutWaiting(postgres.url) : postgres.url;
  return { ...onSqlite(manner), RONDO_TEST_DATABASE: 'postgres', RONDO_TEST_DATABASE_URL: url, ...log };
}

/** A page of a journey lives for seconds: compiling it well took a fifth of its time and was never earned back. */
const UNOPTIMISED = '--no-maglev --no-turbofan';

/** `isTimed`: servers hash and browsers compile at full cost. */
export function withBrowser(path: string, { isTimed }: { isTimed: boolean }): NodeJS.ProcessEnv {
  const hashing = { NODE_OPTIONS: `--import=${pathToFileURL(QUICK_HASHING).href}` };
  const quick = isTimed ? {} : { ...hashing, RONDO_TEST_JS_FLAGS: UNOPTIMISED };
  return { ...onSqlite({ forgets: !isTimed }), ...quick, CHROMIUM_PATH: path };
}

/** Every session answers a commit before the disk has it. */
function withoutWaiting(address: string): string {
  const url = new URL(address);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

const MEMORY = '/dev/shm';
const ROOM_BYTES = 1024 ** 3;

/** Linux keeps this folder in memory; containers often give it too little. */
function inMemory(): NodeJS.ProcessEnv {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM_BYTES ? { TMPDIR: MEMORY } : {};
  } catch {
    return {};
  }
}

function cleaned(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !PRODUCT_SETTINGS.test(name));
  const cache = join(root, 'node_modules', '.cache', 'rondo');
  return { ...Object.fromEntries(kept), NODE_COMPILE_CACHE: cache };
}
