import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** The meetings of a record are found by it, and not by looking at all that there ever were. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create index bookings_of_record on bookings (workspace_id, record_id, start_minute)
      where record_id is not null`,
    `create index bookings_of_party on bookings (workspace_id, party_id, start_minute)
      where party_id is not null`,
  ]);
}
