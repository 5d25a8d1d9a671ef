import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import { visitors } from '../../demo/cast.ts';
import { CalendarService, remoteCalendar } from '#calendars/outside/provider.test-support.ts';
import { readDue } from '#calendars/outside/sync/readings.ts';

const service = new CalendarService();
// More than are read at once, between two people.
service.calendars = Array.from({ length: 9 }, (_, at) => remoteCalendar(`c${at}`, { isMain: at === 0 }));
const outside = { providers: { caldav: service.provider }, services: {}, ownTimes: async () => new Map() };
const t = await openTermika(await cleanSlate(undefined, {}, outside));
after(() => t.close());
const { anna, bo } = t;
const { chloe, marek } = visitors;
const hour = { durationsMinutes: [60] };
const own = await t.share(hour);
const turns = await t.share({ ...hour, kind: 'round-robin', hostIds: [anna.id, bo.id], rule: 'in-order' });
const both = await t.share({ ...hour, kind: 'group', hostIds: [anna.id, bo.id] });
const connect = ({ id }: Person, username: string) =>
  t.call('POST', `/api/members/${id}/calendars`, {
    kind: 'caldav',
    url: 'https://cloud.example/dav',
    username,
    password: service.password,
  });
for (const [who, name] of [
  [anna, 'anna'],
  [bo, 'bo'],
] as const)
  assert.equal((await connect(who, name)).status, 201);
await readDue(t.platform, outside);

let day = 0;
/** Nine o'clock of another working day. */
const next = (): string =>
  `2026-12-0${(day++ % 4) + 1}T${String(9 + Math.floor(day / 4)).padStart(2, '0')}:00:00Z`;
// All are read before the next test, and not fresh any more when it begins.
beforeEach(async () => {
  service.fails(null);
  t.clock.advance(6);
  await readDue(t.platform, outside);
  t.clock.advance(2);
});

test('A9: all calendars of a group are read again before it is booked, however many', async () => {
  const before = service.asked.readings;
  const { status, body } = await t.book(both, next(), chloe);
  assert.equal(status, 201, JSON.stringify(body));
  assert.equal(service.asked.readings - before, 18);
  assert.equal((await t.book(both, next(), chloe)).status, 201);
  assert.equal(service.asked.readings - before, 18, 'fresh for a minute');
});

test('A9: what was put into a calendar since the page was opened is not booked over', async () => {
  const start = next();
  assert.ok((await t.starts(own, start.slice(0, 10))).includes(start));
  service.put('c3', 'dentist', { start, end: start.replace(':00:00Z', ':30:00Z') });
  const { status, body } = await t.book(own, start, marek);
  assert.deepEqual([status, body.reason], [409, 'busy']);
  assert.ok(!(await t.starts(own, start.slice(0, 10))).includes(start));
  service.remove('c3', 'dentist');
});

test('A9: a service that fails closes this booking, and the times stay on offer until it is stale', async () => {
  service.fails('server');
  const start = next();
  const { status, body } = await t.book(own, start, marek);
  assert.deepEqual([status, body.reason], [409, 'no-host']);
  assert.ok((await t.starts(own, start.slice(0, 10))).includes(start));
  t.clock.advance(60);
  assert.deepEqual(await t.starts(own, start.slice(0, 10)), []);
});

test('A9: a service that hangs costs its budget and no more; with its answer the time is bookable again', async () => {
  for (let at = 0; at < 6; at++)
    service.put('c0', `new-${at}`, { start: '2027-01-04T09:00:00Z', end: '2027-01-04T10:00:00Z' });
  const held = service.holdBack();
  const start = next();
  const began = performance.now();
  const { status } = await t.book(own, start, marek);
  const took = performance.now() - began;
  assert.equal(status, 409);
  assert.ok(took > 1_400 && took < 8_000, `${Math.round(took)} ms`);
  held.release();
  await readDue(t.platform, outside);
  assert.equal((await t.book(own, start, marek)).status, 201);
});

test('A9: who took back the consent is closed at once, and the round robin goes on without them', async () => {
  await connectedTo(bo, false);
  service.fails('revoked');
  const booked = await t.book(turns, next(), chloe);
  assert.deepEqual(booked.body.hosts, [{ name: bo.name }]);
  const { body } = await t.call('GET', `/api/links/${own.id}/explanation?start=${next()}`);
  assert.ok(body.hosts[0].reasons.some(({ code }: { code: string }) => code === 'calendar-stale'));
  await connectedTo(bo, true);
});

async function connectedTo({ id }: Person, checkConflicts: boolean): Promise<void> {
  const { body } = await t.call('GET', `/api/members/${id}/calendars`);
  for (const one of body.items.filter(({ kind }: { kind: string }) => kind !== 'built-in')) {
    const { status } = await t.call('PATCH', `/api/members/${id}/calendars/${one.id}`, { checkConflicts });
    assert.equal(status, 200);
  }
}
