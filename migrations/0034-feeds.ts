import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** How much a member's private calendar address shows (K5); its version counts apart from the member's own. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `alter table members add column feed_detail text not null default 'full'`,
    `alter table members add column feed_version integer not null default 1`,
  ]);
}
