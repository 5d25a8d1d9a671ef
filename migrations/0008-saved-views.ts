import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    // A list that somebody keeps by name: which list, and its filters as texts.
    `create table saved_views (
      workspace_id text not null, view_id text not null, owner_id text not null, list text not null,
      name text not null, filter text not null, shared integer not null, version integer not null default 1,
      created_at INSTANT not null,
      primary key (workspace_id, view_id),
      foreign key (workspace_id, owner_id) references members (workspace_id, member_id))`,
    `create index saved_views_by_list on saved_views (workspace_id, list, view_id)`,

    // Lists and counts of bookings ask for these and no more: with them inside, the index alone can tell.
    `drop index bookings_by_start`,
    `create index bookings_by_start on bookings
      (workspace_id, start_minute, booking_id, deleted_at, status, end_minute, expires_at, link_id, made_by)`,

    // Mails by state, and the dead state of the outbox, which home asks for every time.
    `create index mails_by_state on mails (workspace_id, state, id, secret, created_at)`,
    `create index outbox_dead on outbox (workspace_id, kind) where dead_at is not null`,
  ]);
}
