import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../demo/open-termika.ts';
import { visitors } from '../../demo/cast.ts';
import { outsideCalendar } from './outside-calendar.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const { chloe, marek } = visitors;
const day = '2026-12-01';
const nine = `${day}T09:00:00Z`;
const hour = { durationsMinutes: [60] };
const own = await t.share(hour);
const turns = await t.share({ ...hour, kind: 'round-robin', hostIds: [anna.id, bo.id] });
const both = await t.share({ ...hour, kind: 'group', hostIds: [anna.id, bo.id] });
const home = await outsideCalendar(t, anna);
const isOpen = async (link: SharedLink) => (await t.starts(link, day)).includes(nine);
const open = async () => [await isOpen(own), await isOpen(turns), await isOpen(both)];

const ALL = [true, true, true];
/** Anna is closed: the group with her, the round robin goes on with Bo. */
const CLOSED = [false, true, false];

test('A9: not read for an hour closes a host; a minute less does not; the next reading opens', async () => {
  assert.deepEqual(await open(), ALL);
  await home.is({ readAgo: 59 });
  assert.deepEqual(await open(), ALL);
  await home.is({ readAgo: 60 });
  assert.deepEqual(await open(), CLOSED);
  await home.is({ readAgo: 0 });
  assert.deepEqual(await open(), ALL);
});

test('A9: how long is a setting of the workspace', async () => {
  await home.is({ readAgo: 59 });
  assert.equal((await t.call('PATCH', '/api/workspace', { calendarStaleMinutes: 30 })).status, 200);
  assert.deepEqual(await open(), CLOSED);
  await t.call('PATCH', '/api/workspace', { calendarStaleMinutes: 60 });
  assert.deepEqual(await open(), ALL);
});

test('A9: a calendar that was never read to its end is unknown, not free', async () => {
  await home.is({ readAgo: null });
  assert.deepEqual(await open(), CLOSED);
});

test('A9: a revoked connection counts at once, a server that does not answer only when time has passed', async () => {
  for (const problem of ['revoked', 'sign-in', 'gone', 'forbidden', 'no-calendar']) {
    await home.is({ readAgo: 1, problem });
    assert.deepEqual(await open(), CLOSED, problem);
  }
  for (const problem of ['timeout', 'unreachable', 'server', 'wait', 'address', null]) {
    await home.is({ readAgo: 1, problem });
    assert.deepEqual(await open(), ALL, problem ?? 'none');
  }
});

test('A9: one calendar of several is enough; one that checks no conflicts, or is switched off, closes nobody', async () => {
  const club = await outsideCalendar(t, anna, { readAgo: null });
  assert.deepEqual(await open(), CLOSED);
  await club.is({ checkConflicts: false });
  assert.deepEqual(await open(), ALL);
  await club.is({ checkConflicts: true, sync: false });
  assert.deepEqual(await open(), ALL);
});

test('A9, A10: the explanation names the host and the reason, whatever else is in the way', async () => {
  await home.is({ readAgo: 61 });
  const { body } = await t.call('GET', `/api/links/${turns.id}/explanation?start=${nine}`);
  const codesOf = ({ id }: Person) =>
    body.hosts
      .find((host: { memberId: string }) => host.memberId === id)
      .reasons.map(({ code }: { code: string }) => code);
  assert.deepEqual([body.offered, codesOf(anna), codesOf(bo)], [true, ['calendar-stale'], []]);
  const booked = await t.book(turns, nine, chloe);
  assert.deepEqual(booked.body.hosts, [{ name: bo.name }]);
});

test('A9: whoever books is told no more than that nobody is there; nothing is written', async () => {
  const { status, body } = await t.book(own, nine, marek);
  assert.deepEqual([status, body.reason], [409, 'no-host']);
  assert.ok(!JSON.stringify(body).includes('calendar'), JSON.stringify(body));
  const group = await t.book(both, `${day}T10:00:00Z`, marek);
  assert.deepEqual([group.status, group.body.reason], [409, 'no-host']);
});

test('A9, E13: by hand it is refused with the way to go on; with open eyes what is known still blocks', async () => {
  const at = (time: string) => `${day}T${time}:00Z`;
  const visitor = { name: marek.name, email: marek.email };
  const meeting = (start: string, more = {}) =>
    t.call('POST', '/api/bookings', { start, durationMinutes: 30, hostId: anna.id, visitor, ...more });
  await home.holds([{ start: at('13:00'), end: at('14:00') }]);
  const refused = await meeting(at('12:00'));
  assert.deepEqual([refused.status, refused.body.reason], [422, 'calendar-stale']);
  assert.equal(refused.body.errors[0].path, 'outsideHours');
  assert.equal((await meeting(at('13:00'), { outsideHours: true })).body.reason, 'busy');
  assert.equal((await meeting(at('12:00'), { outsideHours: true })).status, 201);
  assert.equal(
    (await meeting(at('12:00'), { outsideHours: true })).body.reason,
    'busy',
    'never over a claim',
  );
  const past = { status: 'completed' };
  assert.equal((await meeting('2026-11-20T10:00:00Z', past)).status, 201, 'what has been is written down');
});

test('A9: a link whose only host is closed still answers, without a time', async () => {
  const { status, body } = await t.call(
    'GET',
    `${own.path}/slots?from=${day}&to=${day}&timeZone=Europe/Paris`,
  );
  assert.equal(status, 200);
  assert.deepEqual(
    body.days.flatMap(({ slots }: { slots: string[] }) => slots),
    [],
  );
});
