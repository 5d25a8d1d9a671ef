import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import type { NewRow } from './tables.ts';
import { prepared } from './prepared.ts';

const slate = await cleanSlate();
const { db } = slate.platform;
after(() => slate.close());

let built = 0;
interface Question {
  names: string[];
  above: number;
  before: string | null;
}
const counters = prepared((db, { names, above, before }: Question) => {
  built++;
  return db
    .selectFrom('counters')
    .select(['name', 'value'])
    .where('name', 'in', names)
    .where('value', '>', above)
    .$if(before !== null, (q) => q.where('window_start', '<', before!))
    .orderBy('name');
});
const add = prepared((db, rows: NewRow<'counters'>[]) => db.insertInto('counters').values(rows));
const row = (name: string, value: number) => ({
  workspace_id: '-',
  name,
  value,
  window_start: '2026-11-23T00:00:00.000Z',
});
const found = async (question: Question) => (await counters(db.read, question)).rows;

test('a prepared statement is built once for each shape, and asked with the values of now', async () => {
  const { numAffectedRows } = await db.transact((tx) => add(tx, [row('a', 1), row('b', 2), row('c', 3)]));
  assert.equal(numAffectedRows, 3n);
  const ab = { names: ['a', 'b'], above: 0, before: null };
  assert.deepEqual(await found(ab), [
    { name: 'a', value: 1 },
    { name: 'b', value: 2 },
  ]);
  assert.deepEqual(await found({ ...ab, names: ['c', 'a'], above: 1 }), [{ name: 'c', value: 3 }]);
  assert.equal(built, 1);
});

test('another number of values in a list, or a value that is null, is another statement', async () => {
  const all = { names: ['a', 'b', 'c'], above: 0, before: null };
  assert.equal((await found(all)).length, 3);
  assert.equal(built, 2);
  assert.deepEqual(await found({ ...all, before: '2026-01-01T00:00:00.000Z' }), []);
  assert.equal(built, 3);
});

test('computing with a value that would be fixed for ever throws', async () => {
  const shifted = prepared((db, { above }: { above: number }) =>
    db
      .selectFrom('counters')
      .select('name')
      .where('value', '>', above - 1),
  );
  await assert.rejects(async () => shifted(db.read, { above: 1 }), /compute them before/);
});
