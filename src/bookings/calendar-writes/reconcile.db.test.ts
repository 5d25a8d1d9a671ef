import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import type { Tx } from '#platform/db/database.ts';
import { reconcile } from './reconcile.ts';
import { writtenHouse } from './written-house.test-support.ts';

const t = await writtenHouse();
after(() => t.close());
const { anna, bo, shelf, link } = t;
const calendars = await t.connect(anna);
const reconciled = async (): Promise<string[]> => {
  await reconcile(t.platform);
  await t.write();
  return shelf.shows();
};
/** What no act of ours would leave so. */
const damage = (act: (tx: Tx) => Promise<unknown>) =>
  t.platform.db.transact(async (tx) => {
    await act(tx);
  });

/** What changes behind the house's back stays taken in its memory: each test has an hour of its own. */
let hour = 8;
let id: string;
beforeEach(async () => {
  await damage(async (tx) => {
    await tx.updateTable('bookings').set({ status: 'cancelled', deleted_at: null }).execute();
    await tx.updateTable('outside_calendars').set({ write_here: 0 }).execute();
    const work = tx.updateTable('outside_calendars').set({ write_here: 1 });
    await work.where('calendar_id', '=', calendars.work!).execute();
  });
  await reconciled();
  await t.read();
  assert.deepEqual([shelf.shows(), await t.writes()], [[], []]);
  const { status, body } = await t.book(link, `2026-12-01T${String(hour++).padStart(2, '0')}:00:00Z`);
  assert.equal(status, 201, JSON.stringify(body));
  id = body.id;
  await t.write();
  shelf.puts = 0;
});

const booking = (change: object) => (tx: Tx) =>
  tx.updateTable('bookings').set(change).where('booking_id', '=', id).execute();

test('K3: what stands as it should costs nothing, and is asked for again by nobody', async () => {
  await t.read();
  t.clock.advance(1);
  assert.equal((await reconciled()).length, 1);
  assert.deepEqual([shelf.puts, (await t.writes())[0]?.asked], [0, 1]);
});

test('K3: reconciling writes other words anew', async () => {
  await damage(booking({ title: 'Kiln tour', version: 7 }));
  assert.match((await reconciled()).join(), /^Kiln tour: Chloé Girard/);
});

for (const [what, act] of [
  ['called off', booking({ status: 'cancelled' })],
  ['deleted', booking({ deleted_at: '2026-11-20T09:00:00.000Z' })],
  [
    'given away',
    (tx: Tx) =>
      tx.updateTable('booking_hosts').set({ host_id: bo.id }).where('booking_id', '=', id).execute(),
  ],
  [
    'in a calendar that is not written to',
    (tx: Tx) => tx.updateTable('outside_calendars').set({ write_here: 0 }).execute(),
  ],
] as const) {
  test(`K3: reconciling takes out what is ${what}`, async () => {
    await damage(act);
    assert.deepEqual([await reconciled(), await t.writes()], [[], []]);
  });
}

test('A3: taken out before any reading saw it, or never kept by its server, it is asked about', async () => {
  shelf.edit(null);
  await t.read();
  await reconciled();
  assert.equal((await t.writes())[0]?.question, 'deleted');
  const { status } = await t.call('POST', `/api/bookings/${id}/calendar-answer`, {
    hostId: anna.id,
    answer: 'restore',
  });
  assert.equal(status, 200);
  await t.write();
  assert.equal(shelf.shows().length, 1);
});

test('A3: what no reading had time to see is not doubted', async () => {
  shelf.edit(null);
  await reconciled();
  assert.equal((await t.writes())[0]?.question, null);
});
