import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table bookings (
      workspace_id text not null, booking_id text not null, link_id text, status text not null, title text not null,
      start_minute integer not null, end_minute integer not null,
      buffer_before integer not null, buffer_after integer not null,
      visitor_name text, visitor_email text, visitor_email_folded text, visitor_phone text, visitor_skype text,
      details text, visitor_time_zone text not null, language text not null, offered_time_zone text not null,
      tzdata text not null, location text, answers text not null, consents text not null, guests text not null,
      party_kind text, party_id text, record_kind text, record_id text, internal integer not null default 0,
      sequence integer not null default 0, version integer not null default 1, cut_off_minutes integer not null,
      manage_token_sealed text, expires_at INSTANT, made_at INSTANT not null, made_by text,
      updated_at INSTANT not null, deleted_at INSTANT, deleted_by text, search_text text not null,
      primary key (workspace_id, booking_id),
      foreign key (workspace_id, link_id) references links (workspace_id, link_id))`,
    `create index bookings_by_start on bookings (workspace_id, start_minute)`,
    `create index bookings_by_link on bookings (workspace_id, link_id, start_minute)`,
    `create index bookings_by_visitor on bookings (workspace_id, visitor_email_folded, status)`,
    `create index bookings_to_end on bookings (end_minute) where status = 'scheduled'`,
    `create index bookings_to_expire on bookings (expires_at) where status = 'unverified'`,

    // Who holds the meeting, with the padded span as numbers, so that a month of busy time is one short read, and
    // with the booking's link and time of making, which never change, so that a host's counts are one short read.
    `create table booking_hosts (
      workspace_id text not null, booking_id text not null, host_id text not null, chair integer not null,
      claim_start integer not null, claim_end integer not null, holding integer not null, expires_at INSTANT,
      link_id text, made_at INSTANT not null,
      primary key (workspace_id, booking_id, host_id),
      foreign key (workspace_id, booking_id) references bookings (workspace_id, booking_id)
        deferrable initially deferred,
      foreign key (workspace_id, host_id) references members (workspace_id, member_id))`,
    `create index booking_hosts_by_host on booking_hosts
      (workspace_id, host_id, claim_end, claim_start, holding, expires_at, booking_id)`,
    `create index booking_hosts_by_link on booking_hosts
      (workspace_id, link_id, host_id, holding, expires_at, made_at, booking_id)`,

    // One row per five minutes of a host's time. The key is the promise: no host is ever booked twice.
    `create table claims (
      workspace_id text not null, host_id text not null, cell integer not null, booking_id text not null,
      expires_at INSTANT,
      primary key (workspace_id, host_id, cell),
      foreign key (workspace_id, booking_id) references bookings (workspace_id, booking_id)
        deferrable initially deferred)`,
    `create index claims_by_booking on claims (workspace_id, booking_id)`,

    `create table assignments (
      workspace_id text not null, assignment_id text not null, booking_id text not null, at INSTANT not null,
      rule text not null, decision text not null, by_hand text,
      primary key (workspace_id, assignment_id),
      foreign key (workspace_id, booking_id) references bookings (workspace_id, booking_id))`,
    `create index assignments_by_booking on assignments (workspace_id, booking_id, assignment_id)`,

    `create table booking_history (
      workspace_id text not null, change_id text not null, booking_id text not null, kind text not null,
      at INSTANT not null, by_kind text not null, by_id text, data text not null,
      primary key (workspace_id, change_id),
      foreign key (workspace_id, booking_id) references bookings (workspace_id, booking_id))`,
    `create index booking_history_by_booking on booking_history (workspace_id, booking_id, change_id)`,
  ]);
}
