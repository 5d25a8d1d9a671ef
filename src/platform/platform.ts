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
  /**
   * Reads outside calendars of some members again before a booking, within its budget (A9); answers whose could not be
   * read. The house says how; without outside calendars nobody's.
   */
  refreshCalendars: (asked: { workspaceId: string; memberIds: string[] }) => Promise<ReadonlySet<string>>;
}
