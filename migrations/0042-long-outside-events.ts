import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/**
 * Outside events that last longer than a week, apart from the many that do not: busy time of a month is then read from
 * the events that end in it or soon after, instead of from all that are still to come.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create index outside_events_long on outside_events (workspace_id, member_id, end_minute, start_minute)
      where blocks = 1 and end_minute - start_minute > 10080`,
  ]);
}
