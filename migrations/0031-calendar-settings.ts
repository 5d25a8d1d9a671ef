import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** How long a calendar may go unread before it closes its member (A9). */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `alter table workspaces add column calendar_stale_minutes integer not null default 60`,
  ]);
}
