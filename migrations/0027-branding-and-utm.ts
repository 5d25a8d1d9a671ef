import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** The logo of a workspace, as base64 so that every process can serve it; and the advertisement people came by. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table workspace_logos (
      workspace_id text not null references workspaces (workspace_id), logo_hash text not null, type text not null,
      content text not null, created_at INSTANT not null,
      primary key (workspace_id, logo_hash))`,
    `alter table bookings add column utm text`,
    `alter table leads add column utm text`,
  ]);
}
