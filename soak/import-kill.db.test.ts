import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLong, openGround } from './ground.ts';
import { openOffice, type Office } from './office.ts';
import '../src/crm/contacts/tables.ts';
import '../src/crm/timeline/tables.ts';
import '../src/platform/jobs/tables.ts';

const KILLS = isLong ? 60 : 1;
const ROWS = isLong ? 40_000 : 800;
/** One in a hundred is refused. */
const REFUSED = ROWS / 100;

let office: Office;
before(async () => {
  office = await openOffice(await openGround({}, undefined, 1));
});
after(() => office.close());

test(`P10, ABUSE 36: an import that is killed (${KILLS}) goes on, and every row stands exactly once`, async () => {
  const id = await started();
  for (let life = 0; life < KILLS; life++) {
    await reached(id, Math.round((ROWS * (life + 0.4)) / KILLS));
    await sleep(randomInt(0, 40));
    await office.servers[0]!.kill();
    office.servers.length = 0;
    await timePasses();
    await office.start();
  }
  await reached(id, ROWS);
  const { state, made, refused } = await ended(id);
  assert.deepEqual([state, made, refused], ['done', ROWS - REFUSED, REFUSED]);
  await everyRowOnce();
});

async function started(): Promise<string> {
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `Person ${n},${n % 100 === 7 ? 'none' : `p${n}@x.example`}`,
  );
  const file = { kind: 'contact', name: 'many.csv', text: `Name,Mail\n${rows.join('\n')}` };
  const { body } = await office.call('POST', '/api/imports', file);
  const columns = { Name: 'name', Mail: 'emails' };
  await office.call('PUT', `/api/imports/${body.id}/mapping`, { columns });
  assert.equal((await office.call('POST', `/api/imports/${body.id}/run`)).status, 202);
  return body.id;
}

async function progress(id: string) {
  const { body } = await office.call('GET', `/api/imports/${id}`);
  return body as { state: string; made: number; refused: number; done: number };
}

const PATIENCE_MS = 120_000;

async function reached(id: string, rows: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { done, state } = await progress(id);
    if (done >= rows) return;
    assert.ok(Date.now() < end, `${done} of ${rows} rows, ${state}`);
    await sleep(5);
  }
}

async function ended(id: string) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = await progress(id);
    if (now.state !== 'running') return now;
    assert.ok(Date.now() < end, 'it never ended');
    await sleep(20);
  }
}

/** Work that a dead process had taken waits for its lease; here that time is made to pass. */
async function timePasses(): Promise<void> {
  await office.database.transact(async (tx) => {
    await tx.updateTable('outbox').set({ locked_until: null }).where('done_at', 'is', null).execute();
  });
}

async function everyRowOnce(): Promise<void> {
  const { read } = office.database;
  const contacts = await read.selectFrom('contacts').select(['contact_id', 'name']).execute();
  assert.equal(new Set(contacts.map(({ name }) => name)).size, contacts.length, 'a row stands twice');
  assert.equal(contacts.length, ROWS - REFUSED);
  const emails = await read.selectFrom('person_emails').select('person_id').execute();
  assert.equal(new Set(emails.map((row) => row.person_id)).size, contacts.length);
  const beginnings = await read
    .selectFrom('timeline_entries')
    .select('record_id')
    .where('record_kind', '=', 'contact')
    .where('kind', '=', 'created')
    .execute();
  assert.equal(beginnings.length, contacts.length, 'one beginning for each');
}
