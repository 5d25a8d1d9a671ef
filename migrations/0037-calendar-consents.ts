import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Consents that somebody was sent away to give, until they come back with an answer. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table calendar_consents (
      workspace_id text not null, state_hash text not null, member_id text not null, kind text not null,
      asked_by text not null, session_hash text not null, verifier text not null, expires_at INSTANT not null,
      primary key (workspace_id, state_hash),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
  ]);
}
