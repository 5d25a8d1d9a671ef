import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** E-mails between members and the people of the CRM, what goes with them, and the mailbox they are read from (P6). */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table emails (
      workspace_id text not null, email_id text not null, direction text not null, stage text not null,
      record_kind text, record_id text, entry_id text, member_id text,
      from_name text not null, from_address text not null, subject text not null, html text not null, text text not null,
      preview text not null, message_id text not null, in_reply_to text, earlier_ids text not null, thread_id text not null,
      send_at INSTANT, created_at INSTANT not null,
      primary key (workspace_id, email_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,
    // Each mail is kept once, however often it is read.
    `create unique index emails_by_message on emails (workspace_id, message_id)`,
    `create index emails_by_entry on emails (workspace_id, entry_id)`,
    `create index emails_by_member on emails (workspace_id, member_id, email_id)`,

    // Every recipient gets a message of their own, so each has a state of its own: that of the mail.
    `create table email_recipients (
      workspace_id text not null, email_id text not null, position integer not null, role text not null,
      address text not null, address_folded text not null, mail_id text, bounced_at INSTANT, bounce_reason text,
      primary key (workspace_id, email_id, position),
      foreign key (workspace_id, email_id) references emails (workspace_id, email_id))`,

    // Bytes are kept as base64. A file without an e-mail waits for the one it was uploaded for.
    `create table email_files (
      workspace_id text not null, file_id text not null, email_id text, member_id text, name text not null,
      type text not null, size integer not null, content text not null, created_at INSTANT not null,
      primary key (workspace_id, file_id),
      foreign key (workspace_id, email_id) references emails (workspace_id, email_id))`,
    `create index email_files_of_email on email_files (workspace_id, email_id)`,

    `create table email_templates (
      workspace_id text not null, template_id text not null, member_id text not null, name text not null,
      subject text not null, html text not null, version integer not null default 1, created_at INSTANT not null,
      primary key (workspace_id, template_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,

    `create table email_signatures (
      workspace_id text not null, member_id text not null, html text not null,
      primary key (workspace_id, member_id),
      foreign key (workspace_id, member_id) references members (workspace_id, member_id))`,

    `create table mailboxes (
      workspace_id text primary key, address text not null, host text not null, port integer not null, tls text not null,
      username text not null, password_sealed text not null, folder text not null, version integer not null,
      uid_validity text, last_uid integer not null, last_read_at INSTANT, last_error text, failures integer not null,
      next_read_at INSTANT not null, created_at INSTANT not null)`,
  ]);
}
