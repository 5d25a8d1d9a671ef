import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigProblem, type Config } from '../config.ts';
import { lockDataDir } from './data-lock.ts';
import { prepareDataDir } from '../open.ts';

const DATABASE = 'rondo.sqlite';
const SECRET = 'secret';

/**
 * Writes the database and its secret into a new folder while the server may go on running: `vacuum into` reads
 * one moment of the database. What was sealed can only be opened with the secret, so both belong together.
 */
export function backUp(config: Config, folder: string): string {
  refusePostgres(config);
  if (!existsSync(join(config.dataDir, DATABASE))) {
    throw new ConfigProblem(`There is no database in ${config.dataDir}. Set DATA_DIR to the one to back up.`);
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ConfigProblem(`${folder} is not empty. Name a folder that does not exist yet.`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(config.dataDir, DATABASE), { readOnly: true });
  database.prepare('vacuum into ?').run(join(folder, DATABASE));
  database.close();
  const secret = join(config.dataDir, SECRET);
  if (existsSync(secret)) copyFileSync(secret, join(folder, SECRET));
  return `Backed up to ${folder}.`;
}

/** Puts a back-up into an empty data directory. It never writes over a database. */
export function restore(config: Config, folder: string): string {
  refusePostgres(config);
  const source = join(folder, DATABASE);
  if (!existsSync(source)) throw new ConfigProblem(`There is no back-up in ${folder}.`);
  refuseDamaged(source, folder);
  prepareDataDir(config.dataDir);
  if (existsSync(join(config.dataDir, DATABASE))) {
    throw new ConfigProblem(
      `${config.dataDir} holds a database already. Move it away, or set another DATA_DIR.`,
    );
  }
  const unlock = lockDataDir(config.dataDir);
  copyFileSync(source, join(config.dataDir, DATABASE));
  if (existsSync(join(folder, SECRET))) copyFileSync(join(folder, SECRET), join(config.dataDir, SECRET));
  unlock();
  return `Restored ${folder} into ${config.dataDir}. Start Rondo now.`;
}

function refusePostgres({ databaseUrl }: Config): void {
  if (!databaseUrl) return;
  throw new ConfigProblem(
    'With DATABASE_URL set, back up and restore with pg_dump and pg_restore, and keep RONDO_SECRET.',
  );
}

function refuseDamaged(file: string, folder: string): void {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    const { integrity_check: result } = database.prepare('pragma integrity_check').get() as {
      integrity_check: string;
    };
    database.close();
    if (result === 'ok') return;
  } catch {
    // Not a database at all: the same sentence.
  }
  throw new ConfigProblem(`The back-up in ${folder} is damaged and was not restored.`);
}
