import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { writtenHouse } from './written-house.test-support.ts';

const t = await writtenHouse();
after(() => t.close());

test('A3: to a colleague who only takes part, the event of a booking is busy time like any other', async () => {
  await t.connect(t.anna);
  await t.read();
  assert.equal((await t.book(t.link, '2026-12-01T09:00:00Z')).status, 201);
  await t.write();
  await t.read();
  assert.deepEqual(await t.closed(), [], 'not to whom holds it');
  await t.connect(t.bo);
  await t.read();
  assert.deepEqual(await t.closed(), ['12-01T09:00']);
});
