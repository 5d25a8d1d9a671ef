import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigProblem } from '../config.ts';

/**
 * One server on a data directory. The lock is a transaction held open on a small SQLite file, so the operating
 * system lets it go when the process ends, however it ends; a stale lock cannot be left behind.
 */
export function lockDataDir(dir: string): () => void {
  const lock = new DatabaseSync(join(dir, 'server.lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch {
    lock.close();
    throw new ConfigProblem(
      `Another Rondo already serves the data directory ${dir}. Stop it, or start this one with another DATA_DIR.`,
    );
  }
  return () => lock.close();
}
