import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const link = await t.share({ title: 'Talk to us', kind: 'round-robin', hostIds: [t.anna.id, t.bo.id] });
const page = '/api/public/book_appointment';
const date = '2026-12-01';
const start = `${date}T09:00:00Z`;
const query = `from=${date}&to=${date}&timeZone=Europe/Paris`;

const settings = (appointmentPage: object) => t.call('PATCH', '/api/workspace', { appointmentPage });
const everyRoute = async (path = page) => [
  await t.call('GET', path),
  await t.call('GET', `${path}/slots?${query}`),
  await t.call('POST', `${path}/bookings`, { start, timeZone: 'Europe/Paris', visitor: visitors.marek }),
];

test('B8: never set, the appointment page is not there', async () => {
  for (const { status } of await everyRoute()) assert.equal(status, 404);
});

test('B8: it can be set only to a link of the workspace, and opened only when set', async () => {
  for (const wrong of [
    { enabled: true, linkId: null },
    { enabled: true, linkId: '01a1ff00-0000-7000-8000-000000000000' },
    { enabled: true, linkId: 'oven-tour' },
  ]) {
    const { status, body } = await settings(wrong);
    assert.deepEqual([status, body.errors[0].path], [422, 'appointmentPage.linkId']);
  }
  for (const { status } of await everyRoute()) assert.equal(status, 404);
});

test('B8, D0, F1: it is an alias of its link, which then counts by day and asks strangers to confirm', async () => {
  assert.equal((await settings({ enabled: true, linkId: link.id })).status, 200);
  const [alias] = await everyRoute();
  const direct = await t.call('GET', link.path);
  assert.deepEqual([alias!.status, alias!.body], [200, direct.body]);
  const { body } = await t.call('GET', `/api/links/${link.id}`);
  assert.deepEqual(
    [body.isAppointmentPage, body.rule, body.verification],
    [true, 'fewest-that-day', 'unknown'],
  );
  const slots = await t.call('GET', `${page}/slots?${query}`);
  assert.deepEqual(
    slots.body.days.flatMap((day: { slots: string[] }) => day.slots),
    await t.starts(link, date),
  );
  const booked = await t.call('POST', `${page}/bookings`, {
    start,
    timeZone: 'Europe/Paris',
    visitor: { name: 'Marek', email: 'marek@unknown.example' },
  });
  assert.deepEqual([booked.status, booked.body.status], [201, 'unverified']);
  assert.deepEqual(Object.keys(booked.body).toSorted(), ['end', 'id', 'start', 'status', 'timeZone']);
});

test('B8: what the link says itself goes before what the appointment page would do', async () => {
  const said = { rule: 'in-order', verification: 'never' };
  const { body } = await t.call('PATCH', `/api/links/${link.id}`, said);
  assert.deepEqual([body.rule, body.verification], [said.rule, said.verification]);
});

test('B8: changing the agents’ list changes capacity by itself', async () => {
  const hosts = (hostIds: string[]) => t.call('PATCH', `/api/links/${link.id}`, { hostIds });
  const noon = `${date}T11:00:00Z`;
  const take = async () => (await t.book(link, noon, visitors.chloe)).status;
  await hosts([t.anna.id]);
  assert.deepEqual([await take(), await take()], [201, 409]);
  await hosts([t.anna.id, t.bo.id, ines.id]);
  assert.deepEqual([await take(), await take(), await take()], [201, 201, 409]);
});

test('B8: switched off, the alias and its link say that scheduling is closed; no slots, no bookings', async () => {
  await settings({ enabled: false, linkId: link.id });
  const before = (await t.call('GET', '/api/bookings?limit=200')).body.items.length;
  for (const { status, body } of [...(await everyRoute()), ...(await everyRoute(link.path))]) {
    assert.deepEqual([status, body.type], [410, '/problems/closed']);
    assert.match(body.detail, /switched off/);
  }
  assert.equal((await t.call('GET', '/api/bookings?limit=200')).body.items.length, before);
  await settings({ enabled: true, linkId: link.id });
  assert.equal((await everyRoute())[0]!.status, 200);
});

test('B8: a deleted link leaves the appointment page 410, and a new one takes its place', async () => {
  await t.call('DELETE', `/api/links/${link.id}`);
  for (const { status, body } of await everyRoute())
    assert.deepEqual([status, body.type], [410, '/problems/gone']);
  const again = await settings({ enabled: true, linkId: link.id });
  assert.equal(again.status, 422);
  const other = await t.share({ title: 'Talk to us again', kind: 'round-robin', hostIds: [ines.id] });
  await settings({ enabled: true, linkId: other.id });
  assert.equal((await everyRoute())[0]!.status, 200);
});
