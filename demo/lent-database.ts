import pg from 'pg';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { migratedTemplate } from './migrated.ts';

/**
 * A database that keeps no row of whoever had it before: making one takes PostgreSQL much longer than emptying it.
 * Emptied ones wait on the cluster that `npm test` brings up, for any process of that run; a
 * server that stays gets a fresh one each time, and keeps none.
 */
export async function lentDatabase(server: string | undefined): Promise<FreshDatabase> {
  const isOurs = process.env.RONDO_TEST_POSTGRES_LOG !== undefined;
  if (!server || !isOurs) return freshDatabase(server);
  const waiting = await takeFromShelf(server);
  const fresh =
    waiting === undefined ? await freshDatabase(server, await migratedTemplate(server)) : undefined;
  const url = waiting ?? fresh!.url;
  return { url, drop: async () => ((await empty(url)) ? putOnShelf(server, url) : fresh?.drop()) };
}

/** The lock: of two who make a table at once, 'if not exists' still refuses one. */
async function takeFromShelf(server: string): Promise<string | undefined> {
  const [row] = await ask(
    server,
    `select pg_advisory_xact_lock(hashtext('rondo_shelf'));
     create table if not exists rondo_shelf (url text primary key);
     delete from rondo_shelf where url = (select url from rondo_shelf limit 1 for update skip locked) returning url`,
  );
  return row?.url;
}

async function putOnShelf(server: string, url: string): Promise<void> {
  await ask(server, `insert into rondo_shelf values ('${url}')`);
}

/** False where it may not be: without triggers rows go in any order, but only a superuser may leave them out. */
async function empty(url: string): Promise<boolean> {
  const list = `select tablename as url from pg_tables
    where schemaname = 'public' and tablename not like 'schema_migrations%'`;
  try {
    const tables = await ask(url, list);
    const deletes = tables.map((table) => `delete from ${table.url};`).join(' ');
    await ask(url, `begin; set local session_replication_role = replica; ${deletes} commit`);
    return true;
  } catch {
    return false;
  }
}

/** The rows of the last statement. */
async function ask(url: string, statements: string): Promise<{ url: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result: pg.QueryResult<{ url: string }> | pg.QueryResult<{ url: string }>[] =
      await client.query(statements);
    return Array.isArray(result) ? result.at(-1)!.rows : result.rows;
  } finally {
    await client.end();
  }
}
