import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** The view each member opens a list with. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table view_defaults (
      workspace_id text not null, member_id text not null, list text not null, view_id text not null,
      primary key (workspace_id, member_id, list),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id),
      foreign key (workspace_id, view_id) references saved_views (workspace_id, view_id) on delete cascade)`,
    `create index view_defaults_by_view on view_defaults (workspace_id, view_id)`,
  ]);
}
