import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../demo/staff.ts';
import { readMember } from '#people/store.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const NINE_TO_FIVE = { start: '09:00', end: '17:00' };
const hours = { timeZone: 'Europe/Warsaw', weekly: [{ day: 1, ...NINE_TO_FIVE }], overrides: [] };
const path = (who: Colleague, rest = 'hours') => `/api/members/${who.id}/${rest}`;
const versionOf = async ({ workspaceId, id }: Colleague) =>
  (await readMember(house.platform.db.read, workspaceId, id))!.version;

test('A1: a new member keeps Monday to Friday, nine to five, in their own zone', async () => {
  const chloe = await house.hire('Chloé', { timeZone: 'America/New_York' });
  const { status, body, etag } = await house.ask(house.bo, 'GET', path(chloe));
  assert.equal(status, 200);
  assert.deepEqual(body, {
    timeZone: 'America/New_York',
    weekly: [1, 2, 3, 4, 5].map((day) => ({ day, ...NINE_TO_FIVE })),
    overrides: [],
  });
  assert.equal(etag, '"1"');
});

test('A1: hours of every legal form are kept as they were written', async () => {
  const written = {
    timeZone: 'Asia/Kathmandu',
    weekly: [
      { day: 7, start: '22:00', end: '02:00' },
      { day: 7, start: '00:00', end: '24:00' },
      { day: 1, start: '00:00', end: '00:00' },
      { day: 1, start: '08:59', end: '09:01' },
    ],
    overrides: [
      { date: '2026-12-24', spans: [] },
      { date: '2028-02-29', spans: [NINE_TO_FIVE] },
    ],
  };
  const put = await house.ask(house.bo, 'PUT', path(house.bo), written);
  assert.equal(put.status, 200);
  assert.deepEqual(put.body, written);
  assert.deepEqual((await house.ask(house.bo, 'GET', path(house.bo))).body, written);
});

test('C6: changing hours raises the member’s version, so that no booking misses it', async () => {
  const before = await versionOf(house.bo);
  await house.ask(house.bo, 'PUT', path(house.bo), hours);
  assert.equal(await versionOf(house.bo), before + 1);
});

test('Two who edit the same hours: the second gets 412 and the present hours, and nothing is written', async () => {
  const { etag } = await house.ask(house.anna, 'GET', path(house.bo));
  const mine = { ...hours, timeZone: 'Europe/Madrid' };
  const first = await house.ask(house.bo, 'PUT', path(house.bo), hours, { 'if-match': etag! });
  assert.equal(first.status, 200);
  const second = await house.ask(house.anna, 'PUT', path(house.bo), mine, { 'if-match': etag! });
  assert.equal(second.status, 412);
  assert.deepEqual(second.body.present, hours);
  assert.deepEqual((await house.ask(house.bo, 'GET', path(house.bo))).body, hours);
  const again = await house.ask(house.anna, 'PUT', path(house.bo), mine, { 'if-match': first.etag! });
  assert.equal(again.status, 200);
});

test('Members keep their own hours; owners and admins keep everybody’s (403, 404, 401)', async () => {
  const admin = await house.hire('Marek', { role: 'admin' });
  assert.equal((await house.ask(admin, 'PUT', path(house.bo), hours)).status, 200);
  assert.equal((await house.ask(house.bo, 'PUT', path(house.anna), hours)).status, 403);
  assert.equal((await house.ask(house.stranger, 'PUT', path(house.bo), hours)).status, 404);
  assert.equal((await house.ask(house.stranger, 'GET', path(house.bo))).status, 404);
  assert.equal((await house.ask(null, 'GET', path(house.bo))).status, 401);
});

const many = (count: number, make: (n: number) => unknown) =>
  Array.from({ length: count }, (_, n) => make(n));
const date = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const WRONG: [object, string][] = [
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ timeZone: '../../etc/passwd' }, 'timeZone'],
  [{ timeZone: '+05:00' }, 'timeZone'],
  [{ timeZone: 'x'.repeat(5_000) }, 'timeZone'],
  [{ weekly: [{ day: 0, ...NINE_TO_FIVE }] }, 'weekly.0.day'],
  [{ weekly: [{ day: 8, ...NINE_TO_FIVE }] }, 'weekly.0.day'],
  [{ weekly: [{ day: 1.5, ...NINE_TO_FIVE }] }, 'weekly.0.day'],
  [{ weekly: [{ day: 1, start: '24:00', end: '02:00' }] }, 'weekly.0.start'],
  [{ weekly: [{ day: 1, start: '9:00', end: '17:00' }] }, 'weekly.0.start'],
  [{ weekly: [{ day: 1, start: '09:00', end: '17:60' }] }, 'weekly.0.end'],
  [{ weekly: [{ day: 1, start: '09:00', end: '25:00' }] }, 'weekly.0.end'],
  [{ weekly: [{ day: 1, start: '09:00\u0000', end: '17:00' }] }, 'weekly.0.start'],
  [{ weekly: many(21, () => ({ day: 3, ...NINE_TO_FIVE })) }, 'weekly'],
  [{ weekly: [{ day: 1, ...NINE_TO_FIVE, host: 'x' }] }, 'weekly.0.host'],
  [{ overrides: [{ date: '2026-02-30', spans: [] }] }, 'overrides.0.date'],
  [{ overrides: [{ date: '9999-01-01', spans: [] }] }, 'overrides.0.date'],
  [{ overrides: [{ date: '2026-12-24' }] }, 'overrides.0.spans'],
  [{ overrides: many(2, () => ({ date: '2026-12-24', spans: [] })) }, 'overrides'],
  [{ overrides: many(1_001, (n) => ({ date: date(n), spans: [] })) }, 'overrides'],
  [{ overrides: [{ date: '2026-12-24', spans: many(21, () => NINE_TO_FIVE) }] }, 'overrides.0.spans'],
  [{ version: 7 }, 'version'],
  [{ weekly: null }, 'weekly'],
  [{ weekly: { $ne: 1 } }, 'weekly'],
];

test('Every wrong form of hours is refused with its path, and nothing is written', async () => {
  const { body: kept } = await house.ask(house.bo, 'GET', path(house.bo));
  for (const [change, at] of WRONG) {
    const { status, body } = await house.ask(house.bo, 'PUT', path(house.bo), { ...hours, ...change });
    assert.equal(status, 422, JSON.stringify(change).slice(0, 100));
    assert.ok(
      body.errors.some((error: { path: string }) => error.path === at),
      JSON.stringify(body.errors),
    );
  }
  assert.equal((await house.ask(house.bo, 'PUT', path(house.bo), '{"weekly":')).status, 400);
  const proto = '{"timeZone":"Europe/Paris","weekly":[],"overrides":[],"__proto__":{"day":1}}';
  assert.equal((await house.ask(house.bo, 'PUT', path(house.bo), proto)).status, 422);
  assert.deepEqual((await house.ask(house.bo, 'GET', path(house.bo))).body, kept);
});

test('An address that names no member is not there: malformed, unknown, with NUL, with markup', async () => {
  const unknown = '01a1ffa6-0000-7000-8000-000000000000';
  for (const id of ['x', unknown, '%00', '__proto__', '%3Cimg%3E', "'%20OR%201=1--"]) {
    assert.equal((await house.ask(house.anna, 'GET', `/api/members/${id}/hours`)).status, 404, id);
    assert.equal((await house.ask(house.anna, 'PUT', `/api/members/${id}/hours`, hours)).status, 404, id);
  }
});

test('Reading hours is one statement besides knowing who asks', async () => {
  await house.ask(house.bo, 'GET', path(house.bo));
  assert.equal((await house.ask(house.bo, 'GET', path(house.bo))).statements, 2);
});
