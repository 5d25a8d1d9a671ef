import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Where bookings stand in their hosts' own calendars, as we last wrote them, and what is still to be written. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table calendar_writes (
      workspace_id text not null, booking_id text not null, calendar_id text not null, host_id text not null,
      state text not null, href text, etag text, written_version integer, written_start integer,
      written_end integer, due_at INSTANT, asked integer not null default 1, looks integer not null default 0,
      working_until INSTANT, tries integer not null default 0, problem text,
      question text, question_start integer, question_end integer, updated_at INSTANT not null,
      primary key (workspace_id, booking_id, calendar_id),
      foreign key (workspace_id, booking_id) references bookings (workspace_id, booking_id))`,
    `create index calendar_writes_due on calendar_writes (due_at) where due_at is not null`,
    `create index calendar_writes_by_calendar on calendar_writes (workspace_id, calendar_id)`,
    `create index calendar_writes_by_question on calendar_writes (workspace_id, booking_id)
      where question is not null`,
  ]);
}
