import { readdir } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { isPostgres, type Database, type Reader } from './database.ts';

const FOLDER = new URL('../../../migrations/', import.meta.url);

/**
 * Brings the database to this version. Several processes may start at once: Kysely's migrator holds an
 * advisory lock on PostgreSQL, and SQLite admits one writer. Forward only; each migration is one transaction.
 */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database.root,
    provider: { getMigrations: readMigrations },
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/**
 * Runs portable statements. The word INSTANT stands for the database's column type of an instant:
 * timestamptz on PostgreSQL, ISO text on SQLite.
 */
export async function statements(db: Kysely<never>, list: string[]): Promise<void> {
  const instant = isPostgres(db as unknown as Reader) ? 'timestamptz' : 'text';
  for (const text of list) await sql.raw(text.replaceAll('INSTANT', instant)).execute(db);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-[a-z-]+\.ts$/.test(name)).sort();
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const module = (await import(new URL(name, FOLDER).href)) as Migration;
    return [name.replace(/\.ts$/, ''), { up: (db) => module.up(db) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
