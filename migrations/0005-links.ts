import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table links (
      workspace_id text not null, link_id text not null, slug text not null, kind text not null, title text not null,
      title_folded text not null, owner_id text not null, active integer not null, settings text not null,
      holiday_list_id text, counting_from INSTANT not null, version integer not null default 1,
      created_at INSTANT not null, deleted_at INSTANT,
      primary key (workspace_id, link_id), unique (workspace_id, slug),
      foreign key (workspace_id, owner_id) references members (workspace_id, member_id),
      foreign key (workspace_id, holiday_list_id) references holiday_lists (workspace_id, holiday_list_id))`,
    // Who may fill which chair, in the order of the list.
    `create table link_candidates (
      workspace_id text not null, link_id text not null, chair integer not null, position integer not null,
      member_id text not null,
      primary key (workspace_id, link_id, chair, position),
      foreign key (workspace_id, link_id) references links (workspace_id, link_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create index link_candidates_by_member on link_candidates (workspace_id, member_id)`,
  ]);
}
