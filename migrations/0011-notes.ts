import type { Kysely } from 'kysely';
import { isPostgres, type Reader } from '../src/platform/db/database.ts';
import { statements } from '../src/platform/db/migrate.ts';

/** Notes that can be changed, and what members are told about. A note has the id of its entry on the timeline. */
export async function up(db: Kysely<never>): Promise<void> {
  const html = isPostgres(db as unknown as Reader) ? `data::json ->> 'html'` : `json_extract(data, '$.html')`;
  await statements(db, [
    `create table notes (
      workspace_id text not null, note_id text not null, record_kind text not null, record_id text not null,
      html text not null, by_kind text not null, by_id text, version integer not null default 1,
      created_at INSTANT not null, edited_at INSTANT, edited_by text, deleted_at INSTANT, deleted_by text,
      primary key (workspace_id, note_id))`,
    `create index notes_of_record on notes (workspace_id, record_kind, record_id, note_id)`,
    `insert into notes (workspace_id, note_id, record_kind, record_id, html, by_kind, by_id, created_at)
      select workspace_id, entry_id, record_kind, record_id, ${html}, by_kind, by_id, at
      from timeline_entries where kind = 'note'`,

    // Once for each member and subject, however often the act is done; what is withdrawn may come back.
    `create table notices (
      workspace_id text not null, member_id text not null, notice_id text not null, kind text not null, subject_id text not null,
      record_kind text not null, record_id text not null, by_id text, at INSTANT not null, data text not null,
      read_at INSTANT, withdrawn_at INSTANT,
      primary key (workspace_id, member_id, notice_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    `create unique index notices_once on notices (workspace_id, kind, subject_id, member_id)`,
    `create index notices_of_record on notices (workspace_id, record_kind, record_id)`,
    `create index notices_unread on notices (workspace_id, member_id)
      where read_at is null and withdrawn_at is null`,
  ]);
}
