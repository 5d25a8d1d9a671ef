import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { reconcile } from './reconcile.ts';
import { minute, writtenHouse } from './written-house.test-support.ts';

const t = await writtenHouse();
after(() => t.close());
const { anna, bo, shelf, link } = t;
const calendars = await t.connect(anna);
const day = '2026-12-01';
const at = (time: string): string => `${day}T${time}:00Z`;
const move = (id: string, start: string) => t.call('POST', `/api/bookings/${id}/reschedule`, { start });
const cancel = (id: string) => t.call('POST', `/api/bookings/${id}/cancellation`, {});

let id: string;
beforeEach(async () => {
  for (const { id } of (await t.call('GET', '/api/bookings?status=scheduled')).body.items) await cancel(id);
  shelf.faults = [];
  await t.write();
  assert.deepEqual(shelf.shows(), []);
  await t.read();
  id = (await t.book(link, at('09:00'))).body.id;
  shelf.puts = 0;
});

test('K3: a booking stands in its host’s calendar, once; moved, renamed, called off and reopened it follows', async () => {
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T09:00']);
  await t.write();
  assert.equal(shelf.puts, 1);
  assert.equal((await move(id, at('10:00'))).status, 200);
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T10:00']);
  await t.call('PATCH', `/api/bookings/${id}`, { title: 'Kiln tour' });
  await t.write();
  assert.deepEqual(shelf.shows(), ['Kiln tour: Chloé Girard 12-01T10:00']);
  await cancel(id);
  await t.write();
  assert.deepEqual([shelf.shows(), await t.writes()], [[], []]);
  assert.equal((await t.call('POST', `/api/bookings/${id}/reopening`)).status, 200);
  await t.write();
  assert.deepEqual(shelf.shows(), ['Kiln tour: Chloé Girard 12-01T10:00']);
});

test('K3: who finds it in their calendar gets no file that would put it there twice; the visitor gets theirs', async () => {
  const files = async (to: string): Promise<number> => {
    const { body } = await t.call('GET', `/api/mail?to=${to}&limit=1`);
    return (await t.call('GET', `/api/mail/${body.items[0].id}`)).body.attachments.length;
  };
  assert.deepEqual([await files('anna@termika.example'), await files('chloe@girard-pains.example')], [0, 1]);
});

test('K3: an answer that never came is no second event, and no event of a meeting called off meanwhile', async () => {
  shelf.faults = [{ code: 'timeout', when: 'after' }];
  await t.write();
  t.clock.advance(1);
  await t.write();
  assert.equal(shelf.shows().length, 1);
  const [row] = await t.writes();
  assert.deepEqual([row?.state, row?.tries], ['written', 0]);
  const other = (await t.book(link, at('11:00'))).body.id;
  shelf.faults = [{ code: 'server', when: 'after' }];
  await t.write();
  await cancel(other);
  t.clock.advance(1);
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T09:00']);
});

test('K3: a writer that dies after its request leaves one event and one note', async () => {
  const { db } = t.platform;
  const alive = db.transact.bind(db);
  db.transact = (act) => {
    if (shelf.puts > 0) throw new Error('the process is dead');
    return alive(act);
  };
  await t.write();
  db.transact = alive;
  assert.equal((await t.writes())[0]?.state, 'waiting');
  await move(id, at('10:00'));
  t.clock.advance(2);
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T10:00']);
});

test('K3: given to a colleague it leaves one calendar and stands in the other; without one it only leaves', async () => {
  await t.write();
  const give = (hostId: string) =>
    t.call('POST', `/api/bookings/${id}/reassignment`, { hostId, reason: 'Holidays' });
  assert.equal((await give(bo.id)).status, 200);
  await t.write();
  assert.deepEqual(shelf.shows(), []);
  await give(anna.id);
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T09:00']);
});

test('K3: another calendar to write to: meetings still to come move there', async () => {
  await t.write();
  const choose = (name: string) =>
    t.call('PATCH', `/api/members/${anna.id}/calendars/${calendars[name]}`, { writeHere: true });
  assert.equal((await choose('home')).status, 200);
  await t.write();
  await t.write();
  assert.deepEqual([shelf.shows('work'), shelf.shows('home').length], [[], 1]);
  await choose('work');
  await t.write();
  assert.deepEqual([shelf.shows('home'), shelf.shows('work').length], [[], 1]);
});

test('K3: what a calendar refuses is not tried for ever, and its host is told once', async () => {
  shelf.faults = [{ code: 'refused', when: 'before' }];
  await t.write();
  t.clock.advance(600);
  await t.write();
  assert.deepEqual([shelf.puts, (await t.writes())[0]?.state], [0, 'failed']);
  const told = async () =>
    (await t.call('GET', '/api/notices')).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'calendar-write-failed',
    );
  assert.equal((await told()).length, 1);
  await t.call('PATCH', `/api/bookings/${id}`, { title: 'Shorter' });
  await t.write();
  assert.equal(shelf.shows().length, 1);
  assert.equal((await told()).length, 0);
});

test('K3: other faults are waited out, however long', async () => {
  for (let hours = 0; hours < 20; hours++) {
    shelf.faults = [{ code: 'unreachable', when: 'before' }];
    await t.write();
    t.clock.advance(61);
  }
  shelf.faults = [];
  await t.write();
  assert.equal(shelf.shows().length, 1);
});

test('A3: its own event closes no time: not where the meeting is, not where it was, not after it was called off', async () => {
  await t.write();
  await t.read();
  assert.deepEqual(await t.closed(), []);
  await move(id, at('10:00'));
  await t.read();
  assert.ok((await t.starts(link, day)).includes(at('09:00')));
  await cancel(id);
  await t.read();
  assert.deepEqual(await t.closed(), []);
  assert.ok((await t.starts(link, day)).includes(at('10:00')));
});

test('K3: an own change goes before what the owner did there; other words of theirs are no question', async () => {
  await t.write();
  shelf.edit({ start: minute(at('14:00')), end: minute(at('15:00')) });
  await move(id, at('11:00'));
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T11:00']);
  shelf.edit({ title: 'Chloé!' });
  await t.read();
  assert.equal((await t.writes())[0]?.question, null);
  await move(id, at('12:00'));
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T12:00']);
});

test('K3: reconciling finds what was lost, and takes out what stands for no meeting', async () => {
  await t.write();
  await t.read();
  const clear = (act: 'lost' | 'orphan') =>
    t.platform.db.transact(async (tx) => {
      await tx.deleteFrom('calendar_writes').execute();
      if (act === 'orphan') await tx.updateTable('bookings').set({ status: 'cancelled' }).execute();
    });
  await clear('lost');
  await reconcile(t.platform);
  await t.write();
  assert.deepEqual([shelf.shows().length, (await t.writes())[0]?.state], [1, 'written']);
  await clear('orphan');
  await reconcile(t.platform);
  await t.write();
  assert.deepEqual([shelf.shows(), await t.writes()], [[], []]);
});
