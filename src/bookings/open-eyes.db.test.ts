import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import { visitors } from '../../demo/cast.ts';
import { outsideCalendar } from './outside-calendar.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const { chloe, marek } = visitors;
const annas = await outsideCalendar(t, anna);
const bos = await outsideCalendar(t, bo);
beforeEach(async () => {
  await annas.is({ readAgo: 61 });
  await bos.is({ readAgo: 0 });
});

/** In the evening nobody has hours. */
const evening = (date: string) => `${date}T20:00:00Z`;
const morning = (date: string) => `${date}T09:00:00Z`;
const HOURS = { outsideHours: true, evenUnread: false };
const BOTH = { outsideHours: true, evenUnread: true };
const visitor = { name: chloe.name, email: chloe.email };

type Answer = { status: number; body: { reason?: string; errors?: { path: string }[] } };
const told = ({ status, body }: Answer) => [status, body.reason, body.errors?.[0]?.path];
const STALE = [422, 'calendar-stale', 'outsideHours'];
const OUTSIDE = [422, 'outside-hours', 'outsideHours'];
const mails = async () => (await t.call('GET', '/api/mail')).body.items.length;

test('E13, A9: whoever saw that it is outside hours is told of the unread calendar before anything is booked', async () => {
  const book = (more: object, start = evening('2026-12-01')) =>
    t.call('POST', '/api/bookings', { start, durationMinutes: 30, hostId: anna.id, visitor, ...more });
  assert.deepEqual(told(await book({})), OUTSIDE);
  assert.deepEqual(told(await book(HOURS)), STALE);
  const { body: none } = await t.call('GET', '/api/bookings');
  assert.deepEqual([none.items.length, await mails()], [0, 0]);
  assert.equal((await book(BOTH)).status, 201);
  assert.equal((await book(BOTH)).body.reason, 'busy', 'never over a claim');
  const plain = await book({ outsideHours: true }, evening('2026-12-02'));
  assert.equal(plain.status, 201, 'the contract: outsideHours alone says both');
  await annas.is({ readAgo: 0 });
  assert.equal((await book(HOURS, evening('2026-12-03'))).status, 201, 'nothing else to be told');
});

test('E8, E13, A9: so is whoever moves a meeting there', async () => {
  await annas.is({ readAgo: 0 });
  const link = await t.share({});
  const { body: made } = await t.book(link, morning('2026-12-02'), marek);
  await annas.is({ readAgo: 61 });
  const move = (more: object) =>
    t.call('POST', `/api/bookings/${made.id}/reschedule`, { start: evening('2026-12-04'), ...more });
  assert.deepEqual(told(await move({})), OUTSIDE);
  assert.deepEqual(told(await move(HOURS)), STALE);
  const { body: stands } = await t.call('GET', `/api/bookings/${made.id}`);
  assert.equal(stands.start, morning('2026-12-02'));
  assert.equal((await move(BOTH)).status, 200);
});

test('R5, E13, A9: and whoever books through a rotation, for somebody named', async () => {
  const members = [anna, bo].map(({ id }) => ({ kind: 'member', id }));
  const { body: rotation } = await t.call('POST', '/api/rotations', { name: 'Demos', members });
  const { body: lead } = await t.call('POST', '/api/leads', { name: 'Asks' });
  const wish = {
    start: evening('2026-12-08'),
    durationMinutes: 30,
    memberId: anna.id,
    record: { kind: 'lead', id: lead.id },
    visitor,
  };
  const book = (more: object) =>
    t.call('POST', `/api/rotations/${rotation.id}/bookings`, { ...wish, ...more });
  assert.deepEqual(told(await book({})), OUTSIDE);
  assert.deepEqual(told(await book(HOURS)), STALE);
  assert.deepEqual(told(await book({ start: morning('2026-12-09') })), STALE);
  const made = await book(BOTH);
  assert.deepEqual([made.status, made.body.hostIds], [201, [anna.id]]);
});

const reason = 'Bo is ill';
const give = (id: string, more: object) =>
  t.call('POST', `/api/bookings/${id}/reassignment`, { reason, ...more });
const named = async (id: string, { id: hostId }: Person) =>
  (await t.call('GET', `/api/bookings/${id}/reassignment?hostId=${hostId}`)).body.named;
const ofBo = await t.share({ kind: 'round-robin', rule: 'in-order', hostIds: [bo.id, anna.id] });

test('E11, E13, A9: a meeting is handed to somebody whose calendar is unread only with open eyes', async () => {
  const { body: made } = await t.book(ofBo, morning('2026-12-10'), chloe);
  assert.deepEqual(await named(made.id, anna), {
    memberId: anna.id,
    obstacle: 'calendar-stale',
    obstacles: ['calendar-stale'],
  });
  assert.deepEqual(told(await give(made.id, { hostId: anna.id })), STALE);
  assert.deepEqual(told(await give(made.id, { hostId: anna.id, ...HOURS })), STALE);
  const given = await give(made.id, { hostId: anna.id, ...BOTH });
  assert.deepEqual([given.status, given.body.hostIds], [200, [anna.id]]);
});

test('E11, A9: what nobody may go over is said first, then hours, then the calendar', async () => {
  const { body: made } = await t.book(ofBo, morning('2026-12-11'), chloe);
  await t.call('POST', `/api/members/${anna.id}/absences`, { from: '2026-12-11', to: '2026-12-11' });
  assert.deepEqual((await named(made.id, anna)).obstacles, ['outside-hours', 'calendar-stale']);
  assert.deepEqual(told(await give(made.id, { hostId: anna.id })), OUTSIDE);
  assert.deepEqual(told(await give(made.id, { hostId: anna.id, ...HOURS })), STALE);
  const hers = { start: morning('2026-12-11'), durationMinutes: 30, hostId: anna.id, ...BOTH };
  assert.equal((await t.call('POST', '/api/bookings', hers)).status, 201);
  assert.deepEqual(await named(made.id, anna), {
    memberId: anna.id,
    obstacle: 'busy',
    obstacles: ['busy', 'outside-hours', 'calendar-stale'],
  });
  const refused = await give(made.id, { hostId: anna.id, ...BOTH });
  assert.deepEqual([refused.status, refused.body.reason], [409, 'busy'], 'never over a claim');
});

test('E11, A9: the rule gives it to nobody whose calendar is unread, whatever is seen', async () => {
  const { body: made } = await t.book(ofBo, morning('2026-12-14'), chloe);
  const { body: proposed } = await t.call('GET', `/api/bookings/${made.id}/reassignment`);
  assert.deepEqual([proposed.byRule, proposed.whyNoRule], [null, 'calendar-stale']);
  for (const eyes of [{}, HOURS, BOTH]) {
    const refused = await give(made.id, eyes);
    assert.deepEqual([refused.status, refused.body.reason], [409, 'no-host']);
    assert.match(refused.body.detail, /Name a host/);
  }
  const many = { bookingIds: [made.id], hostId: anna.id, reason };
  const { body } = await t.call('POST', '/api/bookings/reassignments', many);
  assert.deepEqual([body.done, body.refused[0].reason], [[], 'calendar-stale']);
});
