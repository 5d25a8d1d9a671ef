import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Whether a visitor came by a link that was mailed to their own address: only they see who holds their meeting. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [`alter table bookings add column invited integer not null default 0`]);
}
