import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { minute, writtenHouse } from './written-house.test-support.ts';

const t = await writtenHouse();
after(() => t.close());
const { anna, bo, shelf, link } = t;
let calendars = await t.connect(anna);
const at = (time: string): string => `2026-12-01T${time}:00Z`;
const to = (time: string, end: string) => ({ start: minute(at(time)), end: minute(at(end)) });

let id: string;
const path = (act: string) => `/api/bookings/${id}/${act}`;
const move = (time: string) => t.call('POST', path('reschedule'), { start: at(time) });
const cancel = () => t.call('POST', path('cancellation'), {});
const reply = (answer: string) => t.call('POST', path('calendar-answer'), { hostId: anna.id, answer });
const question = async () => (await t.call('GET', `/api/bookings/${id}`)).body.calendars[0].question;
const notices = async () => {
  const { items } = (await t.call('GET', '/api/notices')).body;
  return items.filter(({ kind }: { kind: string }) => kind === 'calendar-question').length;
};
const row = async () => (await t.writes())[0]!;
const mark = () => [...shelf.of('work').values()][0]?.etag;
const shown = (time: string) => [`Oven tour: Chloé Girard 12-01T${time}`];

beforeEach(async () => {
  for (const one of (await t.call('GET', '/api/bookings?status=scheduled')).body.items)
    await t.call('POST', `/api/bookings/${one.id}/cancellation`, {});
  await t.write();
  await t.read();
  shelf.puts = 0;
  id = (await t.book(link, at('09:00'))).body.id;
});

test('K3: while one process writes a booking, no other takes it', async () => {
  shelf.meanwhile = t.writeElsewhere;
  await t.write();
  assert.deepEqual([shelf.puts, shelf.shows()], [1, shown('09:00')]);
});

test('K3: a writer that comes back after others took over notes nothing', async () => {
  shelf.meanwhile = async () => {
    await move('10:00');
    t.clock.advance(1);
    await t.writeElsewhere();
  };
  await t.write();
  assert.deepEqual(shelf.shows(), shown('10:00'));
  const { etag, state, written_start, due_at } = await row();
  assert.deepEqual([etag, state, written_start, due_at], [mark(), 'written', minute(at('10:00')), null]);
});

test('K3: what happens to a booking while it is being written is written after it', async () => {
  shelf.meanwhile = () => move('10:00');
  await t.write();
  assert.deepEqual(shelf.shows(), shown('10:00'));
  await move('11:00');
  shelf.meanwhile = () => t.call('POST', path('reassignment'), { hostId: bo.id, reason: 'Ill' });
  await t.write();
  assert.deepEqual([shelf.shows(), await t.writes()], [[], []]);
});

test('K3: called off before its first writing is over, and brought back while it is taken out', async () => {
  shelf.meanwhile = cancel;
  await t.write();
  assert.deepEqual([shelf.shows(), await t.writes()], [[], []]);
  await t.call('POST', path('reopening'));
  await t.write();
  await cancel();
  shelf.meanwhile = () => t.call('POST', path('reopening'));
  await t.write();
  assert.deepEqual([shelf.shows(), (await row()).state], [shown('09:00'), 'written']);
});

test('K3: another calendar and back again while it is being written: it stands in one', async () => {
  const choose = (name: string) =>
    t.call('PATCH', `/api/members/${anna.id}/calendars/${calendars[name]}`, { writeHere: true });
  await t.write();
  await choose('home');
  shelf.meanwhile = () => choose('work');
  await t.write();
  assert.deepEqual([shelf.shows('home'), shelf.shows('work')], [[], shown('09:00')]);
  assert.deepEqual((await t.writes()).length, 1);
});

test('K3: disconnected while it is being written nothing is noted, and connected again it is met there', async () => {
  const { body } = await t.call('GET', `/api/members/${anna.id}/calendars`);
  const account = body.items.find((one: { id: string }) => one.id === calendars.work).account.id;
  shelf.meanwhile = () => t.call('DELETE', `/api/members/${anna.id}/calendar-accounts/${account}`);
  await t.write();
  assert.deepEqual([shelf.shows(), await t.writes()], [shown('09:00'), []]);
  calendars = await t.connect(anna);
  await t.write();
  assert.deepEqual([shelf.shows(), (await row()).state], [shown('09:00'), 'written']);
});

test('A3: an act of ours while a question is being found answers it: nobody is asked, and it is written', async () => {
  await t.write();
  await t.read();
  shelf.edit(to('13:00', '14:00'));
  shelf.meanwhile = () => move('15:00');
  await t.read();
  assert.deepEqual([await question(), await notices(), shelf.shows()], [null, 0, shown('15:00')]);
  shelf.edit(null);
  shelf.meanwhile = cancel;
  await t.read();
  assert.deepEqual([await notices(), await t.writes()], [0, []]);
});

test('A3: under an open question, other words of ours do not hide what its owner does next', async () => {
  await t.write();
  await t.read();
  shelf.edit(to('13:00', '14:00'));
  await t.read();
  await t.call('PATCH', `/api/bookings/${id}`, { title: 'Kiln tour' });
  await t.write();
  shelf.edit(to('15:00', '16:00'));
  await t.read();
  assert.equal((await question())?.start, at('15:00'));
  shelf.edit(to('09:00', '10:00'));
  await t.read();
  await t.write();
  assert.deepEqual([await question(), shelf.shows()], [null, ['Kiln tour: Chloé Girard 12-01T09:00']]);
});

test('A3: answered twice at once, a question has one answer', async () => {
  await t.write();
  await t.read();
  shelf.edit(to('13:00', '14:00'));
  await t.read();
  const [one, other] = await Promise.all([reply('keep'), reply('keep')]);
  assert.ok(one.status === 200 || other.status === 200, JSON.stringify([one.body, other.body]));
  await t.write();
  assert.deepEqual([await question(), shelf.shows()], [null, shown('13:00')]);
  const { history } = (await t.call('GET', `/api/bookings/${id}`)).body;
  assert.equal(history.filter(({ kind }: { kind: string }) => kind === 'rescheduled').length, 1);
});
