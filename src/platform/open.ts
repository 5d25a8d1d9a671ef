import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { announcer } from './announce.ts';
import { systemClock, type Clock } from './clock.ts';
import { ConfigProblem, type Config } from './config.ts';
import { openDatabase, type Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { rememberInstallation } from './store-installation.ts';
import { errorFacts, logTo, type Log } from './log.ts';
import type { Platform } from './platform.ts';
import { newToken, secretsFrom, type Secrets } from './secrets.ts';

interface Given {
  clock?: Clock;
  log?: Log;
}

/** Opens the data directory and the database, migrates, and checks that the secret is the one data was sealed with. */
export async function openPlatform(config: Config, given: Given = {}): Promise<Platform> {
  const log = given.log ?? logTo((line) => process.stdout.write(`${line}\n`), config.logLevel);
  if (!config.databaseUrl || !config.secret) prepareDataDir(config.dataDir);
  const secret = config.secret ?? ownSecret(config);
  const db = openDatabase({ url: config.databaseUrl, file: join(config.dataDir, 'rondo.sqlite') });
  await migrateOrSay(db, config);
  const secrets = secretsFrom(secret);
  await checkFingerprint(db, secrets);
  return {
    config,
    clock: given.clock ?? systemClock,
    db,
    log,
    secrets,
    announcer: announcer(),
    wakeWorker: () => {},
    refreshCalendars: async () => new Set(),
  };
}

export function prepareDataDir(dir: string): void {
  try {
    makeFolders(resolve(dir));
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new ConfigProblem(
      `The data directory ${dir} cannot be read and written. Give it to this user, or set DATA_DIR.`,
    );
  }
}

/** Folder by folder: Node's own recursive way never returns where the system makes no folders, as in /proc. */
function makeFolders(dir: string): void {
  if (existsSync(dir)) return;
  makeFolders(dirname(dir));
  mkdirSync(dir, { mode: 0o700 });
}

/** With SQLite a secret is made once beside the data; several processes on PostgreSQL must share a given one. */
function ownSecret(config: Config): string {
  if (config.databaseUrl) {
    throw new ConfigProblem(
      'With DATABASE_URL set, RONDO_SECRET must be set too: every process needs the same one.',
    );
  }
  const file = join(config.dataDir, 'secret');
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeFileSync(handle, newToken());
    closeSync(handle);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

async function migrateOrSay(db: Database, config: Config): Promise<void> {
  try {
    await migrate(db);
  } catch (error) {
    await db.close().catch(() => {});
    throw new ConfigProblem(
      config.databaseUrl
        ? `The database at DATABASE_URL does not answer or refuses us: ${reason(error)}. Check host, name, user and password.`
        : `The database in ${config.dataDir} cannot be opened: ${reason(error)}.`,
      { cause: error },
    );
  }
}

function reason(error: unknown): string {
  const facts = errorFacts(error);
  const inner = error instanceof AggregateError ? error.errors[0] : undefined;
  return String((inner as Error | undefined)?.message ?? facts.error ?? 'unknown');
}

/** A second process with another secret could neither open mails nor links: better that it does not start. */
async function checkFingerprint(db: Database, secrets: Secrets): Promise<void> {
  const mine = secrets.fingerprint();
  const first = await rememberInstallation(db, 'secret-fingerprint', mine);
  if (first === mine) return;
  await db.close();
  throw new ConfigProblem(
    'RONDO_SECRET is not the one this database was set up with. Start with the first one.',
  );
}
