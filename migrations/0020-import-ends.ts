import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Why an import could not go on; a member's imports are listed, newest first. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `alter table imports add column reason text`,
    `create index imports_created on imports (workspace_id, created_at)`,
  ]);
}
