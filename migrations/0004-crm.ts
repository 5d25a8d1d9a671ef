import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** People enough for a booking to find or make its party; the rest of the CRM builds on the same tables. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table leads (
      workspace_id text not null, lead_id text not null, name text not null, name_folded text not null, phone text, skype text,
      job_title text, company_name text, source text, status text not null, owner_id text,
      version integer not null default 1, created_at INSTANT not null, active_at INSTANT not null, deleted_at INSTANT,
      primary key (workspace_id, lead_id),
      foreign key (workspace_id, owner_id) references members (workspace_id, member_id))`,
    `create index leads_by_time on leads (workspace_id, created_at, lead_id)`,
    `create table contacts (
      workspace_id text not null, contact_id text not null, name text not null, name_folded text not null, job_title text, owner_id text,
      phones text not null, version integer not null default 1,
      created_at INSTANT not null, active_at INSTANT not null, deleted_at INSTANT,
      primary key (workspace_id, contact_id),
      foreign key (workspace_id, owner_id) references members (workspace_id, member_id))`,
    `create index contacts_by_time on contacts (workspace_id, created_at, contact_id)`,

    `create table person_emails (
      workspace_id text not null, person_kind text not null, person_id text not null, position integer not null,
      address text not null, address_folded text not null, is_primary integer not null,
      primary key (workspace_id, person_kind, person_id, position))`,
    `create index person_emails_by_address on person_emails (workspace_id, address_folded, person_kind, person_id)`,

    // record_* is where it happened; timeline_records says on whose timelines it stands.
    `create table timeline_entries (
      workspace_id text not null, entry_id text not null, kind text not null, at INSTANT not null,
      by_kind text not null, by_id text, record_kind text not null, record_id text not null,
      booking_id text, data text not null,
      primary key (workspace_id, entry_id))`,
    `create table timeline_records (
      workspace_id text not null, record_kind text not null, record_id text not null, entry_id text not null,
      primary key (workspace_id, record_kind, record_id, entry_id),
      foreign key (workspace_id, entry_id) references timeline_entries (workspace_id, entry_id))`,
  ]);
}
