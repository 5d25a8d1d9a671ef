import pg from 'pg';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';

/** Databases that this process made and nobody uses. */
const shelf: FreshDatabase[] = [];

/**
 * A database of its own that keeps no row of whoever had it before: making and migrating one takes PostgreSQL a
 * hundred times as long as emptying it. Those that are left when the process ends are dropped.
 */
export async function lentDatabase(server: string | undefined): Promise<FreshDatabase> {
  const database = shelf.pop() ?? (await freshDatabase(server));
  return { url: database.url, drop: () => takeBack(database) };
}

async function takeBack(database: FreshDatabase): Promise<void> {
  if (!(await empty(database.url))) return database.drop();
  if (shelf.length === 0) process.once('beforeExit', () => void clearShelf());
  shelf.push(database);
}

async function clearShelf(): Promise<void> {
  await Promise.all(shelf.splice(0).map((database) => database.drop()));
}

/** False where the role may not: without triggers rows go in any order, but only a superuser may leave them out. */
async function empty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = 'public' and tablename not like 'schema_migrations%'`,
    );
    const deletes = rows.map(({ tablename }) => `delete from ${tablename};`).join(' ');
    await client.query(`begin; set local session_replication_role = replica; ${deletes} commit`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
