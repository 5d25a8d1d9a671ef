import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** What is to be done about a record, and when people meet over it (P6). */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table tasks (
      workspace_id text not null, task_id text not null, record_kind text not null, record_id text not null, title text not null,
      due_minute integer, remind_minutes integer, assignee_id text, priority text not null, done_at INSTANT,
      made_by text not null, version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, task_id),
      foreign key (workspace_id, assignee_id) references members (workspace_id, member_id))`,
    `create index tasks_of_record on tasks (workspace_id, record_kind, record_id, task_id)`,
    `create index tasks_of_assignee on tasks (workspace_id, assignee_id, done_at, due_minute)`,

    `create table record_events (
      workspace_id text not null, event_id text not null, record_kind text not null, record_id text not null, title text not null,
      start_minute integer not null, end_minute integer not null, made_by text not null,
      version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, event_id))`,
    `create index record_events_of_record on record_events (workspace_id, record_kind, record_id, start_minute)`,

    // A colleague, a contact or a plain address; calendar_event_id is what blocks a colleague's time.
    `create table record_event_attendees (
      workspace_id text not null, event_id text not null, position integer not null, member_id text, contact_id text, address text,
      calendar_event_id text,
      primary key (workspace_id, event_id, position),
      foreign key (workspace_id, event_id) references record_events (workspace_id, event_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create index record_event_attendees_by_entry on record_event_attendees (workspace_id, calendar_event_id)`,
    `create index record_event_attendees_by_contact on record_event_attendees (workspace_id, contact_id)`,
  ]);
}
