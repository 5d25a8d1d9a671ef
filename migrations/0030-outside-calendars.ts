import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Calendars outside Rondo: how one signs in, which there are, what they hold, and when that stands. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table calendar_accounts (
      workspace_id text not null, account_id text not null, member_id text not null, kind text not null,
      name text not null, url text not null, username text not null, secret text not null,
      version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, account_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create index calendar_accounts_by_member on calendar_accounts (workspace_id, member_id)`,
    `create table outside_calendars (
      workspace_id text not null, calendar_id text not null, account_id text not null, member_id text not null,
      remote_id text not null, name text not null, colour text, time_zone text,
      read_only integer not null, check_conflicts integer not null, write_here integer not null,
      sync_on integer not null, cursor text, expanded_to integer not null default 0,
      last_success_at INSTANT, last_try_at INSTANT, next_try_at INSTANT not null, reading_until INSTANT,
      problem text, problem_detail text, tries integer not null default 0,
      progress_done integer not null default 0, progress_total integer, told_at INSTANT,
      version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, calendar_id),
      unique (workspace_id, account_id, remote_id),
      foreign key (workspace_id, account_id) references calendar_accounts (workspace_id, account_id))`,
    `create index outside_calendars_by_member on outside_calendars (workspace_id, member_id)`,
    `create index outside_calendars_due on outside_calendars (next_try_at) where sync_on = 1`,
    `create table outside_objects (
      workspace_id text not null, calendar_id text not null, href text not null, etag text, uid text not null,
      text text, oddities text not null,
      primary key (workspace_id, calendar_id, href),
      foreign key (workspace_id, calendar_id) references outside_calendars (workspace_id, calendar_id))`,
    `create table outside_events (
      workspace_id text not null, member_id text not null, calendar_id text not null, href text not null,
      position integer not null, start_minute integer not null, end_minute integer not null,
      all_day integer not null, busy integer not null, blocks integer not null, title text not null,
      uid text not null, booking_id text,
      primary key (workspace_id, calendar_id, href, position),
      foreign key (workspace_id, calendar_id) references outside_calendars (workspace_id, calendar_id))`,
    // Busy time is read from the index alone.
    `create index outside_events_by_member on outside_events
      (workspace_id, member_id, end_minute, start_minute, blocks)`,
    `create index outside_events_by_booking on outside_events (workspace_id, booking_id)
      where booking_id is not null`,
  ]);
}
