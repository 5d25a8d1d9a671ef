import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { minute, writtenHouse } from './written-house.test-support.ts';

const t = await writtenHouse();
after(() => t.close());
const { anna, shelf, link } = t;
await t.connect(anna);
const day = '2026-12-01';
const at = (time: string): string => `${day}T${time}:00Z`;
const to = (time: string, end: string) => ({ start: minute(at(time)), end: minute(at(end)) });

let id: string;
const show = async () => (await t.call('GET', `/api/bookings/${id}`)).body;
const reply = (answer: string, as = anna) =>
  t.call('POST', `/api/bookings/${id}/calendar-answer`, { hostId: anna.id, answer }, as);
const asked = async () => (await t.call('GET', '/api/bookings?question=true')).body.items.length;
const notices = async () => {
  const { items } = (await t.call('GET', '/api/notices')).body;
  return items.filter(({ kind }: { kind: string }) => kind === 'calendar-question').length;
};

beforeEach(async () => {
  for (const one of (await t.call('GET', '/api/bookings?status=scheduled')).body.items)
    await t.call('POST', `/api/bookings/${one.id}/cancellation`, {});
  await t.write();
  await t.read();
  id = (await t.book(link, at('09:00'))).body.id;
  await t.write();
  await t.read();
});

test('A3: moved by its owner it blocks there and is asked about; kept, everybody goes there', async () => {
  shelf.edit(to('13:00', '14:00'));
  await t.read();
  const { calendars, start } = await show();
  const question = { kind: 'moved', start: at('13:00'), end: at('14:00') };
  assert.deepEqual(calendars, [{ hostId: anna.id, calendarName: 'work', state: 'written', question }]);
  assert.deepEqual([start, await asked(), await notices()], [at('09:00'), 1, 1]);
  assert.deepEqual(await t.closed(), ['12-01T13:00']);
  assert.equal((await t.book(link, at('13:00'))).status, 409);
  await t.read();
  assert.equal(await notices(), 1, 'one question is told once');
  const kept = await reply('keep');
  assert.deepEqual([kept.status, kept.body.start, kept.body.calendars[0].question], [200, at('13:00'), null]);
  assert.deepEqual([await asked(), await notices(), await t.closed()], [0, 0, []]);
  await t.read();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T13:00']);
  assert.equal((await show()).calendars[0].question, null);
});

test('A3: restored, the calendar says again what was agreed, and the other time is free', async () => {
  shelf.edit(to('13:00', '14:00'));
  await t.read();
  assert.equal((await reply('restore')).status, 200);
  await t.write();
  assert.deepEqual([shelf.shows(), await t.closed()], [['Oven tour: Chloé Girard 12-01T09:00'], []]);
  await t.read();
  assert.deepEqual([await asked(), await notices()], [0, 0]);
  assert.equal((await reply('restore')).body.reason, 'no-question');
});

test('A3, E8: what was moved onto another meeting is not kept: the refusal says why', async () => {
  await t.book(link, at('13:00'), { name: 'Marek', email: 'marek@gdansk.example' });
  await t.write();
  for (const [href, { event }] of shelf.of('work'))
    if (event.uid.startsWith(id))
      shelf.of('work').set(href, { etag: '"x"', event: { ...event, ...to('13:00', '14:00') } });
  await t.read();
  const { status, body } = await reply('keep');
  assert.deepEqual([status, body.reason], [409, 'busy']);
  assert.equal((await show()).start, at('09:00'));
  assert.equal((await show()).calendars[0].question.kind, 'moved');
});

test('A3: deleted before a reading ever saw it, it is asked about all the same', async () => {
  const { body } = await t.book(link, at('15:00'), { name: 'Marek', email: 'marek@gdansk.example' });
  await t.write();
  for (const [href, { event }] of shelf.of('work'))
    if (event.uid.startsWith(body.id)) shelf.of('work').delete(href);
  await t.read();
  const { calendars } = (await t.call('GET', `/api/bookings/${body.id}`)).body;
  assert.equal(calendars[0].question?.kind, 'deleted');
});

test('A3: deleted by its owner it is asked about; kept, the meeting is called off, restored it stands again', async () => {
  shelf.edit(null);
  await t.read();
  assert.equal((await show()).calendars[0].question.kind, 'deleted');
  assert.equal((await reply('restore')).status, 200);
  await t.write();
  assert.equal(shelf.shows().length, 1);
  await t.read();
  shelf.edit(null);
  await t.read();
  assert.equal((await reply('keep')).body.status, 'cancelled');
  await t.write();
  assert.deepEqual([shelf.shows(), await t.writes(), await asked()], [[], [], 0]);
});

test('A3: moved back there is nothing to answer; a change of ours answers by itself', async () => {
  shelf.edit(to('13:00', '14:00'));
  await t.read();
  shelf.edit(to('09:00', '10:00'));
  await t.read();
  assert.deepEqual([await asked(), await notices(), await t.closed()], [0, 0, []]);
  shelf.edit(to('13:00', '14:00'));
  await t.read();
  await t.call('POST', `/api/bookings/${id}/reschedule`, { start: at('15:00') });
  assert.deepEqual([await asked(), await t.closed()], [0, []]);
  await t.write();
  assert.deepEqual(shelf.shows(), ['Oven tour: Chloé Girard 12-01T15:00']);
});

test('A3: a reading that is older than what we wrote asks nothing', async () => {
  const [write] = await t.writes();
  await t.call('POST', `/api/bookings/${id}/reschedule`, { start: at('15:00') });
  await t.write();
  const stale = {
    bookingId: id,
    href: write!.href!,
    etag: write!.etag,
    cancelled: false,
    ...to('09:00', '10:00'),
  };
  const fact = { workspaceId: t.workspaceId, memberId: anna.id, calendarId: write!.calendar_id };
  await t.platform.db.transact((tx) =>
    t.platform.announcer.announce(tx, 'outside-events-read', { ...fact, seen: [stale], gone: [] }),
  );
  await t.write();
  assert.equal(await asked(), 0);
});
