import type { Kysely } from 'kysely';
import { statements } from '../src/platform/db/migrate.ts';

export async function up(db: Kysely<never>): Promise<void> {
  await statements(db, [
    // One row a person, like their password. `enabled_at` is null until a first code has shown that their app works;
    // `last_step` is the latest half minute whose code was taken, so that no code is taken twice.
    `create table two_factor (
      user_id text primary key references auth_users (id) on delete cascade,
      secret_sealed text not null, last_step integer not null, created_at INSTANT not null, enabled_at INSTANT)`,

    // Known by a keyed hash only; a used one stays, so that what is left can be counted.
    `create table recovery_codes (
      user_id text not null references auth_users (id) on delete cascade, code_hash text not null,
      created_at INSTANT not null, used_at INSTANT,
      primary key (user_id, code_hash))`,
  ]);
}
