import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase, type Tx } from './database.ts';
import { countingStatements } from './statements.ts';

const dir = mkdtempSync(join(tmpdir(), 'rondo-'));
const file = join(dir, 'rondo.sqlite');
const database = openDatabase({ url: undefined, file });
after(async () => {
  await database.close();
  rmSync(dir, { recursive: true });
});
await sql`create table oven (name text primary key)`.execute(database.root);
await sql`create table loaf (oven text references oven (name) deferrable initially deferred)`.execute(
  database.root,
);

const light = (name: string) => (tx: Tx) => sql`insert into oven values (${name})`.execute(tx);
const bakeIn = (oven: string) => (tx: Tx) => sql`insert into loaf values (${oven})`.execute(tx);
const ovens = async () =>
  (await sql<{ name: string }>`select name from oven order by name`.execute(database.read)).rows.map(
    (row) => row.name,
  );

test('acts that wait together share one commit', async () => {
  const commits = countCommits();
  await Promise.all(['a', 'b', 'c', 'd'].map((name) => database.transact(light(name))));
  assert.equal(commits(), 1);
  assert.deepEqual(await ovens(), ['a', 'b', 'c', 'd']);
});

test('an act that throws is taken back alone, with its own error', async () => {
  const [first, second, third] = await Promise.allSettled([
    database.transact(light('e')),
    database.transact(async (tx) => {
      await light('f')(tx);
      await light('e')(tx);
    }),
    database.transact(light('g')),
  ]);
  assert.deepEqual([first.status, second.status, third.status], ['fulfilled', 'rejected', 'fulfilled']);
  assert.match(String((second as PromiseRejectedResult).reason), /UNIQUE/);
  assert.deepEqual((await ovens()).slice(4), ['e', 'g']);
});

test('an act that spoils the commit of all is the only one to fail', async () => {
  const results = await Promise.allSettled([
    database.transact(light('h')),
    database.transact(bakeIn('nowhere')),
    database.transact(bakeIn('h')),
  ]);
  assert.deepEqual(
    results.map((result) => result.status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.match(String((results[1] as PromiseRejectedResult).reason), /FOREIGN KEY/);
});

test('an act counts the statements of whoever asked for it', async () => {
  const counted = async (names: string[]) =>
    countingStatements(async (count) => {
      await database.transact(async (tx) => {
        for (const name of names) await light(name)(tx);
      });
      return count.statements;
    });
  assert.deepEqual(await Promise.all([counted(['i', 'j']), counted(['k'])]), [2, 1]);
});

/** Each commit moves SQLite's own number of the file's state, seen from another connection. */
function countCommits(): () => number {
  const other = new DatabaseSync(file);
  const state = () => (other.prepare('pragma data_version').get() as { data_version: number }).data_version;
  const before = state();
  return () => {
    const passed = state() - before;
    other.close();
    return passed;
  };
}
