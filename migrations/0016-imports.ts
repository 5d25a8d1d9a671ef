import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Files that become records. Their rows stand in batches: one is read, made and counted in one act. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table imports (
      workspace_id text not null, import_id text not null, kind text not null, name text not null,
      member_id text not null, state text not null, facts text not null, plan text, rights text,
      next_batch integer not null default 0, made integer not null default 0, updated integer not null default 0,
      skipped integer not null default 0, refused integer not null default 0, total integer not null,
      created_at INSTANT not null, ended_at INSTANT,
      primary key (workspace_id, import_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create table import_batches (
      workspace_id text not null, import_id text not null, batch integer not null,
      lines text not null, refusals text,
      primary key (workspace_id, import_id, batch),
      foreign key (workspace_id, import_id) references imports (workspace_id, import_id) on delete cascade)`,
  ]);
}
