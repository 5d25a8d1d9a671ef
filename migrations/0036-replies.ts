import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** What invited people answered from their calendars, and the mailbox that a meeting's invitations are answered to. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `alter table bookings add column answers_to text`,
    `create table booking_replies (
      workspace_id text not null, booking_id text not null, email_folded text not null, answer text not null,
      sequence integer not null, replied_at INSTANT not null, at INSTANT not null,
      primary key (workspace_id, booking_id, email_folded),
      foreign key (workspace_id, booking_id) references bookings (workspace_id, booking_id))`,
  ]);
}
