import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { visitors } from '../../demo/cast.ts';
import { outsideCalendar } from './outside-calendar.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const { chloe, marek } = visitors;
const hour = { durationsMinutes: [60] };
const own = await t.share(hour);
const turns = await t.share({ ...hour, kind: 'round-robin', hostIds: [anna.id, bo.id], rule: 'in-order' });
const both = await t.share({ ...hour, kind: 'group', hostIds: [anna.id, bo.id] });
const home = await outsideCalendar(t, anna);

/** What reading again finds: whose calendars cannot be read, after what happens meanwhile. */
const reading = {
  unread: [] as string[],
  finds: async (): Promise<unknown> => undefined,
  asked: [] as string[][],
};
t.platform.refreshCalendars = async ({ memberIds }) => {
  reading.asked.push(memberIds);
  await reading.finds();
  return new Set(reading.unread.filter((id) => memberIds.includes(id)));
};
beforeEach(async () => {
  Object.assign(reading, { unread: [], asked: [], finds: async () => undefined });
  await home.is({ readAgo: 2 });
});
let taken = 0;
/** Another free start for each test: eight a day, from Tuesday on. */
const next = (): string => {
  const [day, hour] = [Math.floor(taken / 8) + 1, (taken++ % 8) + 8];
  return `2026-12-0${day}T${String(hour).padStart(2, '0')}:00:00Z`;
};
const visitor = { name: marek.name, email: marek.email };
const hostIdsOf = async (id: string) => (await t.call('GET', `/api/bookings/${id}`)).body.hostIds;

test('A9: calendars read within the last minute are not read again; after it once, before the booking commits', async () => {
  await home.is({ readAgo: 0 });
  assert.equal((await t.book(own, next(), chloe)).status, 201);
  assert.deepEqual(reading.asked, []);
  await home.is({ readAgo: 1 });
  assert.equal((await t.book(own, next(), chloe)).status, 201);
  assert.deepEqual(reading.asked, [[anna.id]]);
});

test('A9: a new event that reading again finds closes the time', async () => {
  const start = next();
  reading.finds = () => home.holds([{ start, end: start.replace(':00:00Z', ':30:00Z') }]);
  const { status, body } = await t.book(own, start, chloe);
  assert.deepEqual([status, body.reason], [409, 'busy']);
  assert.ok(body.alternatives.length > 0);
});

test('A9: who cannot be read is dropped for this booking: the round robin goes on, the group does not', async () => {
  reading.unread = [anna.id];
  const start = next();
  const turned = await t.book(turns, start, chloe);
  assert.deepEqual(turned.body.hosts, [{ name: bo.name }]);
  const group = await t.book(both, next(), chloe);
  assert.deepEqual([group.status, group.body.reason], [409, 'no-host']);
  assert.deepEqual(group.body.alternatives, [], 'no time would help just now');
  const { body } = await t.call('GET', `/api/bookings/${turned.body.id}`);
  const why = body.assignment.candidates.find(({ memberId }: { memberId: string }) => memberId === anna.id);
  assert.deepEqual(
    why.reasons.map(({ code }: { code: string }) => code),
    ['calendar-stale'],
  );
});

test('A9: nobody is booked over what could not be read, whatever the way', async () => {
  const booked = (await t.book(own, next(), chloe)).body;
  reading.unread = [anna.id];
  const start = next();
  const move = await t.call('POST', `/api/bookings/${booked.id}/reschedule`, { start });
  assert.deepEqual([move.status, move.body.reason], [422, 'calendar-stale']);
  const hand = { start, durationMinutes: 60, hostId: anna.id, visitor };
  assert.equal((await t.call('POST', '/api/bookings', hand)).body.reason, 'calendar-stale');
  const late = { ...hand, start: start.replace(/T.*/, 'T21:00:00Z'), outsideHours: true, evenUnread: false };
  assert.equal((await t.call('POST', '/api/bookings', late)).body.reason, 'calendar-stale', 'outside hours');
  await t.call('POST', `/api/bookings/${booked.id}/cancellation`, {});
  const reopened = await t.call('POST', `/api/bookings/${booked.id}/reopening`, {});
  assert.deepEqual([reopened.status, reopened.body.reason], [409, 'calendar-stale']);
  assert.ok(reading.asked.every((ids) => ids.join() === anna.id));
  assert.equal(reading.asked.length, 5);
});

test('A9, E11: nor is a meeting handed to them', async () => {
  const bos = await t.share({ ...hour, hostIds: [bo.id] });
  const booked = (await t.book(bos, next(), chloe)).body;
  reading.unread = [anna.id];
  const wish = { hostId: anna.id, reason: 'Away' };
  const given = await t.call('POST', `/api/bookings/${booked.id}/reassignment`, wish);
  assert.deepEqual([given.status, given.body.reason], [422, 'calendar-stale'], JSON.stringify(given.body));
  reading.unread = [];
  assert.equal((await t.call('POST', `/api/bookings/${booked.id}/reassignment`, wish)).status, 200);
});

test('A9, R6: through a rotation the next in the queue has it', async () => {
  const members = [anna, bo].map(({ id }) => ({ kind: 'member', id }));
  const { body: rotation } = await t.call('POST', '/api/rotations', { name: 'Demos', members });
  reading.unread = [anna.id];
  const { body: lead } = await t.call('POST', '/api/leads', { name: 'Asks' });
  const record = { kind: 'lead', id: lead.id };
  const wish = { start: next(), durationMinutes: 60, visitor, record };
  const { status, body } = await t.call('POST', `/api/rotations/${rotation.id}/bookings`, wish);
  assert.deepEqual([status, body.hostIds], [201, [bo.id]], JSON.stringify(body));
});

test('F4, F6: whoever held a time and cannot be read gives it to the next when it is confirmed', async () => {
  const held = await t.share({
    ...hour,
    kind: 'round-robin',
    hostIds: [anna.id, bo.id],
    rule: 'in-order',
    verification: 'everyone',
  });
  const { body } = await t.book(held, next(), chloe);
  assert.deepEqual(await hostIdsOf(body.id), [anna.id]);
  reading.unread = [anna.id];
  const { verify } = await import('./verify.ts');
  const done = await verify(t.platform, t.workspaceId, body.id);
  assert.ok('verified' in done, JSON.stringify(done));
  assert.deepEqual(done.verified.hostIds, [bo.id]);
});

test('E3: a request that is repeated is answered before anything is read', async () => {
  const start = next();
  const key = { 'idempotency-key': 'read-once' };
  const first = await t.book(own, start, chloe, {}, key);
  assert.equal(first.status, 201);
  const before = reading.asked.length;
  reading.unread = [anna.id];
  assert.deepEqual((await t.book(own, start, chloe, {}, key)).body, first.body);
  assert.equal(reading.asked.length, before);
});

test('A9: a host who is closed already is not asked, and without outside calendars nothing costs more', async () => {
  await home.is({ readAgo: 61 });
  const { status, statements } = await t.book(turns, next(), chloe);
  assert.deepEqual([status, reading.asked], [201, []]);
  await home.is({ sync: false });
  const without = await t.book(turns, next(), chloe);
  assert.equal(without.status, 201);
  assert.ok(without.statements <= statements, `${without.statements} > ${statements}`);
  await home.is({ sync: true });
});

test('C5, ABUSE 15: whose calendars are read never tells whose visitor somebody is', async () => {
  const owned = await t.share({
    ...hour,
    kind: 'round-robin',
    hostIds: [anna.id, bo.id],
    ownerFirst: 'strict',
  });
  const emails = [{ address: marek.email, primary: true }];
  await t.call('POST', '/api/contacts', { name: marek.name, emails, ownerId: bo.id });
  const { body } = await t.call('GET', `/api/contacts?search=${marek.email}`);
  const record = { kind: 'contact', id: body.items[0].id };
  const invited = await t.call('POST', `/api/links/${owned.id}/invitations`, { record, email: marek.email });
  const c = new URL(invited.body.url).searchParams.get('c');
  const known = await t.book(owned, next(), marek, { c });
  assert.deepEqual(known.body.hosts, [{ name: bo.name }]);
  assert.equal((await t.book(owned, next(), chloe)).status, 201);
  assert.deepEqual(reading.asked, [[anna.id], [anna.id]]);
});
