import { sql, type Kysely } from 'kysely';
import { isPostgres, type Reader } from '../src/platform/db/database.ts';

/** Case and accents away as platform/fold.ts does it, for columns that keep no folded twin; on SQLite it is that function. */
export async function up(db: Kysely<never>): Promise<void> {
  if (!isPostgres(db as unknown as Reader)) return;
  await sql
    .raw(
      `create function folded(words text) returns text language sql immutable strict parallel safe as
       $$ select lower(translate(regexp_replace(normalize(words, nfkd), '[\\u0300-\\u036f]', '', 'g'), 'łŁ', 'll')) $$`,
    )
    .execute(db);
}
