import type { Announcer } from './announce.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Log } from './log.ts';
import type { Secrets } from './secrets.ts';

/** What every slice stands on. main.ts makes one; tests make their own. */
export interface Platform {
  config: Config;
  clock: Clock;
  db: Database;
  log: Log;
  secrets: Secrets;
  announcer: Announcer;
  /** Tells the worker that something was queued, so that it need not wait for its next look. */
  wakeWorker: () => void;
}
