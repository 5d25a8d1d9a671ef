import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Where a member can be met by video: links may send a meeting to its host's own address. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [`alter table members add column meeting_url text`]);
}
