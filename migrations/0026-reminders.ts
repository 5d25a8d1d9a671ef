import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    // What its link promised to send about a meeting, a row for each recipient. Only what is still to come has a
    // minute, so the index of what is due stays as small as that.
    `create table booking_reminders (
      workspace_id text not null, booking_id text not null, timing text not null, minutes integer not null,
      recipient text not null, own_text text, due_minute integer, sent_minute integer, mail_ids text,
      primary key (workspace_id, booking_id, timing, minutes, recipient),
      foreign key (workspace_id, booking_id) references bookings (workspace_id, booking_id))`,
    `create index booking_reminders_due on booking_reminders (due_minute) where due_minute is not null`,

    // A mail of no use after this moment: it is dropped then, not sent.
    `alter table mails add column not_after INSTANT`,
  ]);
}
