import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';

let file: Promise<Buffer> | undefined;

/** Puts an empty SQLite database into the folder. It is migrated once a process: that takes longer than most tests. */
export async function layMigratedFile(dataDir: string): Promise<void> {
  file ??= migratedFile();
  await writeFile(join(dataDir, 'rondo.sqlite'), await file);
}

async function migratedFile(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'rondo-'));
  const path = join(folder, 'rondo.sqlite');
  await migrateAndClose({ url: undefined, file: path });
  const bytes = await readFile(path);
  await rm(folder, { recursive: true });
  return bytes;
}

const TEMPLATE = 'rondo_migrated';
const LOCK = 7_203_611;

/** The name of an empty, migrated database on the server that others are copied from; whoever needs it first makes it. */
export async function migratedTemplate(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (!rowCount) await makeTemplate(client, server);
    return TEMPLATE;
  } finally {
    await client.end();
  }
}

/** It gets its name when it is whole, and nobody is connected to it any more. */
async function makeTemplate(client: pg.Client, server: string): Promise<void> {
  const unfinished = `${TEMPLATE}_unfinished`;
  await client.query(`drop database if exists ${unfinished}`);
  await client.query(`create database ${unfinished}`);
  const url = new URL(server);
  url.pathname = `/${unfinished}`;
  await migrateAndClose({ url: url.href, file: '' });
  await client.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
}

async function migrateAndClose(where: Parameters<typeof openDatabase>[0]): Promise<void> {
  const database = openDatabase(where);
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}
