import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '08:00', end: '13:00' }));
const visits = (more: object = {}) => t.share({ durationsMinutes: [60], hours: { weekly }, ...more });
/** In Paris, where winter is UTC+1. */
const paris = (date: string, time: string) =>
  new Date(`${date}T${time}:00+01:00`).toISOString().replace('.000', '');
const timesOf = async (link: SharedLink, date: string) =>
  (await t.starts(link, date)).map((start) =>
    new Date(Date.parse(start) + 3_600_000).toISOString().slice(11, 16),
  );

async function event(
  who: Person,
  date: string,
  start: string,
  end: string,
  more: object = {},
): Promise<string> {
  const given = { title: 'Kiln', start: paris(date, start), end: paris(date, end), ...more };
  const { status, body } = await t.call('POST', `/api/members/${who.id}/events`, given);
  assert.equal(status, 201, JSON.stringify(body));
  return `/api/members/${who.id}/events/${body.id}`;
}

test('A3: a busy event blocks, a free one does not, and back to back is legal', async () => {
  const link = await visits();
  const date = '2026-12-01';
  const path = await event(t.anna, date, '09:00', '11:00');
  await event(t.anna, date, '11:00', '12:00', { transparency: 'free' });
  assert.deepEqual(await timesOf(link, date), ['08:00', '11:00', '12:00']);
  await t.call('PATCH', path, { start: paris(date, '08:59'), end: paris(date, '10:01') });
  assert.deepEqual(await timesOf(link, date), ['11:00', '12:00'], 'events may begin at any minute');
  await t.call('PATCH', path, { transparency: 'free' });
  assert.equal((await timesOf(link, date)).length, 5);
  await t.call('DELETE', path);
});

test('A3: an all-day event blocks the whole local day of the calendar’s zone, be it of 23 or 25 hours', async () => {
  const link = await visits({
    horizon: {},
    hours: { weekly: weekly.map(({ day }) => ({ day, start: '00:00', end: '24:00' })) },
  });
  for (const [day, before, after] of [
    ['2027-03-28', '2027-03-27T22:00:00Z', '2027-03-28T22:00:00Z'],
    ['2027-10-31', '2027-10-30T21:00:00Z', '2027-10-31T23:00:00Z'],
  ] as const) {
    const noon = { title: 'Open day', start: `${day}T12:00:00Z`, end: `${day}T12:05:00Z`, allDay: true };
    await t.call('POST', `/api/members/${t.anna.id}/events`, noon);
    const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const starts = await t.starts(link, eve, next);
    const closed = starts.findIndex((start) => start >= after);
    assert.deepEqual([starts[closed - 1], starts[closed]], [before, after], day);
    assert.deepEqual(await t.starts(link, day), []);
  }
});

test('A3: an event of one host closes nothing for another', async () => {
  const date = '2026-12-02';
  await event(t.bo, date, '08:00', '13:00');
  assert.equal((await timesOf(await visits(), date)).length, 5);
});

test('A4: the gap between two bookings is the first’s buffer after plus the second’s before, whichever link', async () => {
  const date = '2026-12-03';
  const long = await visits({ bufferBeforeMinutes: 10, bufferAfterMinutes: 20, incrementMinutes: 5 });
  const short = await visits({
    durationsMinutes: [30],
    bufferBeforeMinutes: 15,
    bufferAfterMinutes: 5,
    incrementMinutes: 5,
  });
  assert.equal((await t.book(long, paris(date, '10:00'))).status, 201);
  const free = await timesOf(short, date);
  const around = [free.findLast((time) => time < '10:00'), free.find((time) => time >= '10:00')];
  // It must end 5 + 10 minutes before ten and begin 20 + 15 minutes after eleven.
  assert.deepEqual(around, ['09:15', '11:35']);
  assert.equal((await t.book(short, paris(date, '11:30'))).status, 409);
  assert.equal((await t.book(short, paris(date, '11:35'))).status, 201);
  assert.equal((await t.book(short, paris(date, '09:15'))).status, 201);
});

test('A4: against calendar events the padded meeting meets the raw event', async () => {
  const date = '2026-12-04';
  await event(t.anna, date, '10:00', '11:00');
  const link = await visits({
    durationsMinutes: [30],
    bufferBeforeMinutes: 15,
    bufferAfterMinutes: 5,
    incrementMinutes: 5,
  });
  const free = await timesOf(link, date);
  const around = [free.findLast((time) => time < '10:00'), free.find((time) => time >= '10:00')];
  assert.deepEqual(around, ['09:25', '11:15']);
});

test('A4: buffers may lie outside hours', async () => {
  const link = await visits({ bufferBeforeMinutes: 120, bufferAfterMinutes: 120 });
  assert.deepEqual(await timesOf(link, '2026-12-05'), ['08:00', '09:00', '10:00', '11:00', '12:00']);
});

test('A4: an unverified booking claims its time, until its hold ends', async () => {
  const date = '2026-12-06';
  const link = await visits({ verification: 'everyone', holdMinutes: 15 });
  const { body } = await t.book(link, paris(date, '10:00'));
  assert.equal(body.status, 'unverified');
  assert.deepEqual(await timesOf(link, date), ['08:00', '09:00', '11:00', '12:00']);
  t.clock.advance(14);
  assert.equal((await timesOf(link, date)).length, 4);
  t.clock.advance(1);
  assert.equal((await timesOf(link, date)).length, 5, 'at once, no job has run');
});
