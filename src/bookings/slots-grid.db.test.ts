import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const NOW = '2026-11-23T08:00:00Z';
const t = await openTermika(await cleanSlate(NOW));
after(() => t.close());
beforeEach(() => t.clock.set(NOW));

const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, start: '00:00', end: '24:00' }));
const anytime = (more: object = {}) => t.share({ hours: { weekly: always }, ...more });
const date = '2026-12-01';
const edges = (starts: string[]) => [starts[0], starts.at(-1)];

for (const [increment, count] of [
  [5, 288],
  [20, 72],
  [45, 32],
  [90, 16],
  [120, 12],
  [null, 24],
] as const) {
  test(`A5: with increment ${increment} a day of an hour’s meetings has ${count} starts`, async () => {
    const link = await anytime({ durationsMinutes: [60], incrementMinutes: increment });
    assert.equal((await t.starts(link, date)).length, count);
  });
}

test('A5: the increment counts from local midnight of the link’s zone, the same grid for every visitor', async () => {
  // Kathmandu is UTC+5:45: its midnight is 18:15 UTC, and 50 minutes do not divide its day.
  const grid = { durationsMinutes: [50], incrementMinutes: 50, timeZone: 'Asia/Kathmandu' };
  const link = await anytime(grid);
  const seen = await t.starts(link, date, date, 'Asia/Kathmandu');
  assert.deepEqual(seen.slice(0, 2), ['2026-11-30T18:15:00Z', '2026-11-30T19:05:00Z']);
  assert.equal(seen.length, 29, 'the last begins at 23:20 and ends at 00:10');
  const next = await t.starts(link, '2026-12-02', '2026-12-02', 'Asia/Kathmandu');
  assert.equal(next[0], '2026-12-01T18:15:00Z', 'and the grid begins anew');
  const inParis = await t.starts(link, date);
  assert.ok(inParis.every((start) => [...seen, ...next].includes(start)));
});

test('A5: hours that begin off the grid do not move it', async () => {
  const weekly = [{ day: 2, start: '09:10', end: '11:00' }];
  const link = await t.share({ hours: { weekly }, durationsMinutes: [30] });
  assert.deepEqual(await t.starts(link, date), [
    '2026-12-01T08:30:00Z',
    '2026-12-01T09:00:00Z',
    '2026-12-01T09:30:00Z',
  ]);
});

test('A5: slots are computed for the duration asked for; one not offered is refused', async () => {
  const weekly = [{ day: 2, start: '09:00', end: '11:00' }];
  const link = await t.share({ hours: { weekly }, durationsMinutes: [60, 120], incrementMinutes: 30 });
  const asked = (duration: string) =>
    t.call('GET', `${link.path}/slots?from=${date}&to=${date}&timeZone=Europe/Paris${duration}`);
  const counts = async (duration: string) => {
    const { body } = await asked(duration);
    return [body.durationMinutes, body.days[0].slots.length];
  };
  assert.deepEqual(await counts(''), [60, 3]);
  assert.deepEqual(await counts('&duration=60'), [60, 3]);
  assert.deepEqual(await counts('&duration=120'), [120, 1]);
  const { status, body } = await asked('&duration=90');
  assert.deepEqual([status, body.errors[0].path], [422, 'duration']);
  assert.equal(body.errors[0].message, 'This link offers 60, 120 minutes.');
  const booked = await t.book(link, `${date}T08:00:00Z`, undefined, { durationMinutes: 120 });
  assert.deepEqual([booked.status, booked.body.end], [201, `${date}T10:00:00Z`]);
});

test('A6: minimum notice is inclusive to the second', async () => {
  const link = await anytime({ minimumNoticeMinutes: 120 });
  const first = async () => (await t.starts(link, '2026-11-23'))[0];
  assert.equal(await first(), '2026-11-23T10:00:00Z');
  t.clock.set('2026-11-23T08:00:00.001Z');
  assert.equal(await first(), '2026-11-23T10:30:00Z');
  const late = await t.book(link, '2026-11-23T10:00:00Z');
  assert.deepEqual([late.status, late.body.type, late.body.reason], [409, '/problems/time-taken', 'notice']);
  t.clock.set(NOW);
  assert.equal((await t.book(link, '2026-11-23T10:00:00Z')).status, 201);
});

test('A6: without notice a meeting may begin now, and not a moment ago', async () => {
  const link = await anytime({ incrementMinutes: 5 });
  assert.equal((await t.starts(link, '2026-11-23'))[0], NOW);
  t.clock.set('2026-11-23T08:00:30Z');
  assert.equal((await t.starts(link, '2026-11-23'))[0], '2026-11-23T08:05:00Z');
  assert.deepEqual((await t.book(link, NOW)).status, 422, 'it has passed');
});

test('A6: rolling days count whole days of the link’s zone after today', async () => {
  const link = await anytime({ horizon: { rollingDays: 2 }, timeZone: 'Pacific/Auckland' });
  // It is 21:00 on the 23rd in Auckland (UTC+13), so the 25th is the last day and ends at 11:00 UTC.
  const starts = await t.starts(link, '2026-11-23', '2026-11-27');
  assert.deepEqual(edges(starts), [NOW, '2026-11-25T10:30:00Z']);
  const beyond = await t.book(link, '2026-11-25T11:00:00Z');
  assert.deepEqual([beyond.status, beyond.body.errors[0].path], [422, 'start']);
});

test('A6: the dates of a horizon are inclusive, in the link’s zone', async () => {
  const link = await anytime({ horizon: { from: '2026-12-02', to: '2026-12-03' } });
  const starts = await t.starts(link, '2026-11-23', '2026-12-20');
  assert.deepEqual(edges(starts), ['2026-12-01T23:00:00Z', '2026-12-03T22:30:00Z']);
  assert.equal((await t.book(link, '2026-12-03T23:00:00Z')).status, 422);
  const far = await anytime({ horizon: { to: '2030-06-30' } });
  assert.equal((await t.starts(far, '2030-06-30', '2030-07-10')).at(-1), '2030-06-30T21:30:00Z');
});

test('A6: a horizon without end reaches 24 months', async () => {
  const open = await anytime({ horizon: {} });
  assert.deepEqual(edges(await t.starts(open, '2028-11-10', '2028-12-10')), [
    '2028-11-09T23:00:00Z',
    '2028-11-22T22:30:00Z',
  ]);
  const from = await anytime({ horizon: { from: '2028-11-20', to: null } });
  assert.deepEqual(edges(await t.starts(from, '2028-11-10', '2028-12-10')), [
    '2028-11-19T23:00:00Z',
    '2028-11-22T22:30:00Z',
  ]);
});

test('A6: the default reaches sixty days', async () => {
  assert.equal((await t.starts(await anytime(), '2027-01-01', '2027-02-28')).at(-1), '2027-01-22T22:30:00Z');
});

test('A7: visitors in Auckland, Paris and Kiritimati can book exactly the same instants', async () => {
  const link = await t.share({ minimumNoticeMinutes: 600, horizon: { rollingDays: 45 } });
  const seenFrom = (zone: string) => t.starts(link, '2026-11-20', '2027-01-15', zone);
  const inParis = await seenFrom('Europe/Paris');
  assert.ok(inParis.length > 500);
  for (const zone of ['Pacific/Auckland', 'Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Apia']) {
    assert.deepEqual(await seenFrom(zone), inParis, zone);
  }
});

test('A7: days are the visitor’s: across the date line the evening in Paris is tomorrow', async () => {
  const link = await t.share({ hours: { weekly: [{ day: 2, start: '22:00', end: '24:00' }] } });
  const days = async (timeZone: string) => {
    const query = new URLSearchParams({ from: date, to: '2026-12-02', timeZone });
    return (await t.call('GET', `${link.path}/slots?${query}`)).body.days;
  };
  const slots = ['21:00', '21:30', '22:00', '22:30'].map((time) => `${date}T${time}:00Z`);
  assert.deepEqual(await days('Europe/Paris'), [{ date, slots }]);
  assert.deepEqual(await days('Pacific/Auckland'), [{ date: '2026-12-02', slots }]);
  assert.deepEqual(await days('Pacific/Honolulu'), [{ date, slots }]);
});
