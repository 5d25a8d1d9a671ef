import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** The fair queue from which colleagues book, and what of it stands on bookings and links. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table rotations (
      workspace_id text not null, rotation_id text not null, name text not null, name_folded text not null,
      newcomers text not null, count_cancelled integer not null, count_no_shows integer not null,
      weights text not null, counting_from INSTANT not null, counting_because text,
      version integer not null default 1, created_at INSTANT not null, deleted_at INSTANT, deleted_by text,
      primary key (workspace_id, rotation_id))`,
    `create unique index rotations_by_name on rotations (workspace_id, name_folded) where deleted_at is null`,

    // Who was put in: people and teams. Who is in because of it stands in rotation_hosts.
    `create table rotation_entries (
      workspace_id text not null, rotation_id text not null, kind text not null, entry_id text not null,
      position integer not null, added_at INSTANT not null,
      primary key (workspace_id, rotation_id, kind, entry_id),
      foreign key (workspace_id, rotation_id) references rotations (workspace_id, rotation_id))`,
    `create index rotation_entries_by_entry on rotation_entries (workspace_id, kind, entry_id)`,

    // One row for each person, however often they are in. Their count begins at the credit when they joined (R7).
    `create table rotation_hosts (
      workspace_id text not null, rotation_id text not null, member_id text not null, position integer not null,
      joined_at INSTANT not null, credit integer not null default 0,
      available integer not null default 1, switched_by text, switched_at INSTANT,
      primary key (workspace_id, rotation_id, member_id),
      foreign key (workspace_id, rotation_id) references rotations (workspace_id, rotation_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create index rotation_hosts_by_member on rotation_hosts (workspace_id, member_id)`,

    // Which chairs of which links a rotation fills (R10).
    `create table link_rotations (
      workspace_id text not null, link_id text not null, chair integer not null, rotation_id text not null,
      primary key (workspace_id, link_id, chair),
      foreign key (workspace_id, link_id) references links (workspace_id, link_id),
      foreign key (workspace_id, rotation_id) references rotations (workspace_id, rotation_id))`,
    `create index link_rotations_by_rotation on link_rotations (workspace_id, rotation_id)`,

    // A host's counts in a rotation are one short read, as those in a link are.
    `alter table bookings add column rotation_id text`,
    `alter table booking_hosts add column rotation_id text`,
    `create index booking_hosts_by_rotation on booking_hosts
      (workspace_id, rotation_id, host_id, holding, expires_at, made_at, booking_id) where rotation_id is not null`,
    `create index bookings_by_rotation on bookings (workspace_id, rotation_id, start_minute)
      where rotation_id is not null`,
  ]);
}
