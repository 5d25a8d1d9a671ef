import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { reconcile } from './reconcile.ts';
import { writtenHouse } from './written-house.test-support.ts';

// Both hosts write to one calendar, as teams do that share one.
const t = await writtenHouse();
after(() => t.close());
const { anna, bo, shelf, link } = t;
await t.connect(anna);
const bos = await t.connect(bo);
const at = (time: string): string => `2026-12-01T${time}:00Z`;
const shown = (time: string) => [`Oven tour: Chloé Girard 12-01T${time}`];
const questions = async () => (await t.writes()).filter(({ question }) => question !== null).length;

let id: string;
const give = (hostId: string) =>
  t.call('POST', `/api/bookings/${id}/reassignment`, { hostId, reason: 'Holidays' });
beforeEach(async () => {
  for (const one of (await t.call('GET', '/api/bookings?status=scheduled')).body.items)
    await t.call('POST', `/api/bookings/${one.id}/cancellation`, {});
  await t.write();
  assert.deepEqual([shelf.shows(), await t.writes()], [[], []]);
  await t.read();
  id = (await t.book(link, at('09:00'))).body.id;
  await t.write();
  await t.read();
});

test('K3: given to a colleague who writes to the same calendar, it stays there, once, and nobody is asked', async () => {
  for (const host of [bo, anna]) {
    assert.equal((await give(host.id)).status, 200);
    await t.write();
    assert.deepEqual(shelf.shows(), shown('09:00'));
    await t.read();
    await reconcile(t.platform);
    await t.write();
    assert.deepEqual([shelf.shows(), await questions()], [shown('09:00'), 0]);
  }
  await t.call('POST', `/api/bookings/${id}/reschedule`, { start: at('11:00') });
  await t.write();
  await t.read();
  assert.deepEqual([shelf.shows(), await questions()], [shown('11:00'), 0]);
});

test('K3: reconciling takes no event out whose meeting stands: a colleague may have taken an invitation', async () => {
  const path = `/api/members/${bo.id}/calendars/${bos.home}`;
  assert.equal((await t.call('PATCH', path, { writeHere: true })).status, 200);
  for (const [href, kept] of shelf.of('work')) shelf.of('home').set(href, kept);
  await t.read();
  await reconcile(t.platform);
  await t.write();
  assert.deepEqual([shelf.shows('home'), shelf.shows('work')], [shown('09:00'), shown('09:00')]);
});
