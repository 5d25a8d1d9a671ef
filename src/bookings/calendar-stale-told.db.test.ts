import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { visitors } from '../../demo/cast.ts';
import { outsideCalendar } from './outside-calendar.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const own = await t.share();
const both = await t.share({ kind: 'group', hostIds: [anna.id, bo.id] });
const members = [anna, bo].map(({ id }) => ({ kind: 'member', id }));
const { body: rotation } = await t.call('POST', '/api/rotations', { name: 'Demos', members });
const { body: lead } = await t.call('POST', '/api/leads', { name: 'Asks' });
await outsideCalendar(t, anna, { readAgo: 61 });
const get = async (path: string) => (await t.call('GET', path)).body;

test('B4, A9: a link says which of its hosts is not bookable and why, and so does the list of links', async () => {
  const { hosts } = await get(`/api/links/${both.id}`);
  assert.deepEqual(
    hosts.map(({ bookable }: { bookable: object }) => bookable),
    [
      { ok: false, reasons: ['calendar-stale'] },
      { ok: true, reasons: [] },
    ],
  );
  const { items } = await get('/api/links?limit=50');
  const listed = items.find(({ id }: { id: string }) => id === own.id);
  assert.deepEqual(listed.notBookable[0].bookable.reasons, ['calendar-stale']);
  const everybody = (await get('/api/hosts')).items;
  const told = everybody.find(({ memberId }: { memberId: string }) => memberId === anna.id);
  assert.deepEqual(told.bookable.reasons, ['calendar-stale']);
});

test('B4: a calendar that is not read now keeps nobody from being added to a team link', async () => {
  const { version } = await get(`/api/links/${both.id}`);
  const headers = { 'if-match': `"${version}"` };
  const left = await t.call('PATCH', `/api/links/${both.id}`, { hostIds: [bo.id] }, anna, headers);
  assert.equal(left.status, 200, JSON.stringify(left.body));
  const back = await t.call('PATCH', `/api/links/${both.id}`, { hostIds: [anna.id, bo.id] });
  assert.equal(back.status, 200, JSON.stringify(back.body));
});

test('R2, A9: a rotation lists who cannot host and proposes the next', async () => {
  const { queue, next } = await get(`/api/rotations/${rotation.id}`);
  const standing = queue.find(({ memberId }: { memberId: string }) => memberId === anna.id);
  assert.deepEqual(standing.canHost, { ok: false, reason: 'calendar-stale' });
  assert.equal(next.memberId, bo.id);
  const proposed = await get(`/api/rotations/${rotation.id}/proposal`);
  assert.equal(proposed.memberId, bo.id);
});

test('R9: when nobody can, it says why', async () => {
  const { body: alone } = await t.call('POST', '/api/rotations', { name: 'Alone', members: [members[0]] });
  const { why } = await get(`/api/rotations/${alone.id}`);
  assert.match(why, /Anna.*: calendar not read lately/);
});

test('R5, E13: who is named all the same is refused with the reason; with open eyes they have it', async () => {
  const wish = {
    start: '2026-12-01T09:00:00Z',
    durationMinutes: 30,
    memberId: anna.id,
    record: { kind: 'lead', id: lead.id },
    visitor: { name: visitors.chloe.name, email: visitors.chloe.email },
  };
  const path = `/api/rotations/${rotation.id}/bookings`;
  const refused = await t.call('POST', path, wish);
  assert.deepEqual([refused.status, refused.body.reason], [422, 'calendar-stale']);
  const made = await t.call('POST', path, { ...wish, outsideHours: true });
  assert.deepEqual([made.status, made.body.hostIds], [201, [anna.id]]);
});

test('A9, N5: home tells the host and whoever can mend the link', async () => {
  const { attention } = await get('/api/home');
  const told = attention.find(({ code }: { code: string }) => code === 'host-not-bookable');
  assert.deepEqual([told.memberId, told.reasons], [anna.id, ['calendar-stale']]);
});

test('A9: the page of a personal link goes on naming its host, and tells nobody of a calendar', async () => {
  const { body } = await t.call('GET', own.path);
  assert.deepEqual(body.hosts, [{ name: anna.name }]);
});

test('A9: a page without a time says that somebody is not available, in the visitor’s language, not who or why', async () => {
  const pageOf = async (url: string, language = 'en') =>
    (await t.call('GET', new URL(url).pathname, undefined, null, { 'accept-language': language })).body;
  const group = await pageOf(both.url);
  assert.match(group, /Somebody who takes part cannot be booked just now/);
  assert.match(await pageOf(own.url, 'fr'), /n’est pas joignable pour le moment/);
  assert.match(await pageOf(own.url, 'pl'), /jest teraz niedostępny/);
  const turns = await t.share({ kind: 'round-robin', hostIds: [anna.id, bo.id] });
  assert.doesNotMatch(await pageOf(turns.url), /cannot be booked just now/);
  for (const secret of ['stale', 'calendar-', 'Home']) assert.ok(!group.includes(secret), secret);
});
