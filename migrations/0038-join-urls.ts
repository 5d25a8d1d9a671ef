import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Where the conference is that Google or Microsoft opened with a booking's event. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [`alter table calendar_writes add column join_url text`]);
}
