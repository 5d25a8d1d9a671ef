import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table member_hours (
      workspace_id text not null, member_id text not null, time_zone text not null,
      weekly text not null, overrides text not null,
      version integer not null default 1, updated_at INSTANT not null,
      primary key (workspace_id, member_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create table absences (
      workspace_id text not null, absence_id text not null, member_id text not null,
      from_date text not null, to_date text not null, reason text, created_at INSTANT not null,
      primary key (workspace_id, absence_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create index absences_by_member on absences (workspace_id, member_id, to_date)`,

    // Minutes since 1970-01-01T00:00Z, half-open. An all-day event blocks every local date it touches.
    `create table calendar_events (
      workspace_id text not null, event_id text not null, member_id text not null, title text not null,
      start_minute integer not null, end_minute integer not null, all_day integer not null, busy integer not null,
      version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, event_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create index calendar_events_by_member on calendar_events (workspace_id, member_id, end_minute)`,
  ]);
}
