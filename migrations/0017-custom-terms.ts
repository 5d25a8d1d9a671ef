import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

/**
 * What lists filter and sort by of the workspace's own fields. Nothing was written here before: by the field's key, so
 * that whoever writes values need not know the fields; numbers as exact as they were given.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    `drop table custom_terms`,
    `create table custom_terms (
      workspace_id text not null, record_kind text not null, field_key text not null, record_id text not null,
      position integer not null, text_value text, number_value double precision,
      primary key (workspace_id, record_kind, field_key, record_id, position))`,
    // Only how a text begins: a long one is more than a key may hold.
    `create index custom_terms_by_text on custom_terms (workspace_id, record_kind, field_key, substr(text_value, 1, 100), record_id)`,
    `create index custom_terms_by_number on custom_terms (workspace_id, record_kind, field_key, number_value, record_id)`,
  ]);
}
