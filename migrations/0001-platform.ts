import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/** Work to be done later, mail, answers kept under a key, counters, and tokens by their hash. */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `create table installation (name text primary key, value text not null)`,

    `create table outbox (
      workspace_id text not null, id text not null, kind text not null, payload text not null,
      lane text, dedupe text, run_at INSTANT not null, attempts integer not null default 0,
      lease text, locked_until INSTANT, last_error text, done_at INSTANT, dead_at INSTANT, created_at INSTANT not null,
      primary key (workspace_id, id))`,
    `create unique index outbox_dedupe on outbox (workspace_id, kind, dedupe)`,
    `create index outbox_due on outbox (run_at) where done_at is null and dead_at is null`,
    `create index outbox_lane on outbox (workspace_id, lane, id) where done_at is null and dead_at is null`,

    `create table mails (
      workspace_id text not null, id text not null, kind text not null, to_address text not null,
      subject text not null, body text not null, message_id text not null, state text not null,
      secret integer not null default 0, cause text, attempts integer not null default 0, error text,
      created_at INSTANT not null, not_before INSTANT, sent_at INSTANT,
      primary key (workspace_id, id))`,
    `create index mails_by_address on mails (workspace_id, to_address, cause, not_before)`,
    `create index mails_by_time on mails (workspace_id, created_at)`,

    `create table idempotency_keys (
      workspace_id text not null, scope text not null, key text not null, request_hash text not null,
      status integer not null, body text not null, created_at INSTANT not null,
      primary key (workspace_id, scope, key))`,
    `create index idempotency_keys_by_age on idempotency_keys (workspace_id, created_at)`,

    `create table counters (
      workspace_id text not null, name text not null, window_start INSTANT not null, value integer not null,
      primary key (workspace_id, name, window_start))`,

    `create table tokens (
      token_hash text primary key, workspace_id text not null, kind text not null, subject_id text not null,
      created_at INSTANT not null, expires_at INSTANT, used_at INSTANT)`,
    `create index tokens_by_subject on tokens (workspace_id, kind, subject_id)`,
  ]);
}
