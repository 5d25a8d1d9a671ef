import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';
import { importJobs } from './jobs.ts';
import { RUN_JOB, runBatch } from './run-batch.ts';
import './tables.ts';

let house: StaffedHouse;
before(async () => {
  house = await staffedHouse();
});
after(() => house.close());

const NAMES = { columns: { Name: 'name', Mail: 'emails' } };

/** Three batches, one row of each refused. */
function people(word: string): string {
  const row = (n: number) => `${word} ${n},${n % 200 === 7 ? 'nobody' : `${word}${n}@x.example`}`;
  return `Name,Mail\n${Array.from({ length: 600 }, (_, n) => row(n)).join('\n')}`;
}

async function started(word: string, as = house.anna): Promise<string> {
  const asked = { kind: 'lead', name: `${word}.csv`, text: people(word) };
  const { body } = await house.ask(as, 'POST', '/api/imports', asked);
  assert.equal((await house.ask(as, 'PUT', `/api/imports/${body.id}/mapping`, NAMES)).status, 200);
  assert.equal((await house.ask(as, 'POST', `/api/imports/${body.id}/run`)).status, 202);
  return body.id;
}

const stateOf = async (id: string, as = house.anna) => {
  const { body } = await house.ask(as, 'GET', `/api/imports/${id}`);
  return [body.state, body.made, body.refused];
};

function run(id: string, batch: number, attempts = 1): Promise<unknown> {
  const { workspaceId } = house.anna;
  const job = { workspaceId, id, kind: RUN_JOB, payload: { importId: id, batch }, attempts, lease: '' };
  return Promise.resolve(importJobs(house.platform)[RUN_JOB]!(job));
}

async function refusedLines(id: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${house.anna.key}` };
  const answer = await house.app.request(`/api/imports/${id}/errors.csv`, { headers });
  const [, ...rows] = (await answer.text()).trim().split('\r\n');
  return rows.map((row) => row.split(',')[2]!);
}

test('P10: a stopped import makes no further row, and goes on where it stood when it is run again', async () => {
  const id = await started('stop');
  await run(id, 0);
  const { body } = await house.ask(house.anna, 'POST', `/api/imports/${id}/stop`);
  assert.deepEqual([body.state, body.made, body.endedAt !== null], ['stopped', 199, true]);
  await run(id, 1);
  assert.deepEqual(await stateOf(id), ['stopped', 199, 1]);
  assert.deepEqual(await refusedLines(id), ['9']);
  assert.equal((await house.ask(house.anna, 'POST', `/api/imports/${id}/run`)).body.state, 'running');
  for (const batch of [1, 1, 2, 3]) await run(id, batch);
  assert.deepEqual(await stateOf(id), ['done', 597, 3]);
  assert.deepEqual(await refusedLines(id), ['9', '209', '409']);
  assert.equal((await house.ask(house.anna, 'POST', `/api/imports/${id}/stop`)).body.state, 'done');
});

test('P10: a batch that fails again and again ends the import with the reason; run again it goes on', async () => {
  const { db } = house.platform;
  const id = await started('fail');
  await run(id, 0);
  const write = (lines: string) =>
    db.transact((tx) =>
      tx
        .updateTable('import_batches')
        .set({ lines })
        .where('import_id', '=', id)
        .where('batch', '=', 1)
        .execute(),
    );
  const { lines } = await db.read
    .selectFrom('import_batches')
    .select('lines')
    .where('import_id', '=', id)
    .where('batch', '=', 1)
    .executeTakeFirstOrThrow();
  await write('[{');
  await assert.rejects(run(id, 1, 4));
  assert.deepEqual(await stateOf(id), ['running', 199, 1]);
  await assert.rejects(run(id, 1, 5));
  const { body } = await house.ask(house.anna, 'GET', `/api/imports/${id}`);
  assert.deepEqual([body.state, body.made, body.done], ['failed', 199, 200]);
  assert.match(body.reason, /JSON/);
  await write(lines);
  await house.ask(house.anna, 'POST', `/api/imports/${id}/run`);
  for (const batch of [1, 2, 3]) await run(id, batch);
  assert.deepEqual(await stateOf(id), ['done', 597, 3]);
  assert.equal((await house.ask(house.anna, 'GET', `/api/imports/${id}`)).body.reason, null);
});

test('N1: one’s own imports are listed, for admins everybody’s; why a machine failed is for admins', async () => {
  const zoe = await house.hire('Zoe');
  const id = await started('mine', zoe);
  const listed = async (who: Colleague) =>
    (await house.ask(who, 'GET', '/api/imports')).body.items.map((one: { name: string }) => one.name);
  assert.deepEqual(await listed(zoe), ['mine.csv']);
  assert.deepEqual((await listed(house.anna)).toSorted(), ['fail.csv', 'mine.csv', 'stop.csv']);
  assert.deepEqual(await listed(house.bo), []);
  assert.deepEqual(await listed(house.stranger), []);
  await house.ask(zoe, 'POST', `/api/imports/${id}/stop`);
  await house.platform.db.transact((tx) =>
    tx.updateTable('imports').set({ reason: 'disk' }).where('import_id', '=', id).execute(),
  );
  assert.equal((await house.ask(zoe, 'GET', `/api/imports/${id}`)).body.reason, null);
  assert.equal((await house.ask(house.anna, 'GET', `/api/imports/${id}`)).body.reason, 'disk');
});

test('what was imported is forgotten row by row, drafts after a week, the rest after a month', async () => {
  const { db } = house.platform;
  const kept = async (id: string) => {
    const rows = await db.read
      .selectFrom('import_batches')
      .select('lines')
      .where('import_id', '=', id)
      .execute();
    return rows.flatMap(({ lines }) => JSON.parse(lines) as object[]).length;
  };
  const id = await started('keep');
  await run(id, 0);
  assert.equal(await kept(id), 401);
  for (const batch of [1, 2, 3]) await run(id, batch);
  assert.equal(await kept(id), 3);
  await runBatch(house.platform, { workspaceId: house.anna.workspaceId, id }, 0);
  const draft = { kind: 'lead', name: 'draft.csv', text: 'Name\nA' };
  const { body } = await house.ask(house.anna, 'POST', '/api/imports', draft);
  const passes = async (days: number) => {
    house.clock.advance(days * 1_440);
    await importJobs(house.platform)['imports.prune']!({ payload: {} } as never);
  };
  const status = async (one: string) => (await house.ask(house.anna, 'GET', `/api/imports/${one}`)).status;
  await passes(6);
  assert.deepEqual([await status(body.id), await status(id)], [200, 200]);
  await passes(2);
  assert.deepEqual([await status(body.id), await status(id)], [404, 200]);
  await passes(23);
  assert.equal(await status(id), 404);
  assert.equal(await kept(id), 0);
});
