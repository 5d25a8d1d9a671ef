import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NOTHING, watch } from '../bookings/happenings.test-support.ts';
import { hiddenFields, openPages, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;

before(async () => {
  house = await openPages({ PUBLIC_RATE_LIMIT: '2' });
});
after(() => house.close());

test('what never was is 404, in every shape, and says no word about the workspace', async () => {
  const paths = [
    '/termika/nothing',
    '/nobody/tour',
    '/nothing',
    '/a/b/c',
    '/termika/',
    '/%ff/%fe',
    '/termika/%00',
    '/%00/%00',
    '/assets/x.js',
  ];
  for (const path of [
    ...paths,
    '/favicon.ico',
    "/termika/' OR 1=1--",
    '//evil.example/a',
    '/\\\\evil.example/a',
    '/%',
  ]) {
    const page = await house.visit(path, { from: '10.0.0.1' });
    assert.equal(page.status, 404, path);
    assert.match(wordsOf(page.html), /There is nothing at this address/, path);
    assert.doesNotMatch(page.html, /Termika/, path);
  }
});

test('addresses of the API answer programs: problem+json, never a page', async () => {
  for (const path of ['/api', '/api/nothing', '/api/no/such/thing', '/calendars/feeds/x']) {
    const answer = await house.app.request(path);
    assert.equal(answer.status, 404, path);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', path);
  }
});

test('B8: the appointment page that was never set is 404, and switched off it is 410 and says so', async () => {
  assert.equal((await house.visit('/book_appointment', { from: '10.0.0.2' })).status, 404);
  const link = await house.share({ slug: 'appointment' });
  const set = (enabled: boolean) =>
    house.call('PATCH', '/api/workspace', { appointmentPage: { enabled, linkId: link.id } });
  assert.equal((await set(true)).status, 200);
  const page = await house.visit('/book_appointment', { from: '10.0.0.3' });
  assert.equal(page.status, 200);
  assert.match(page.html, /href="\/book_appointment\?/);
  assert.equal((await set(false)).status, 200);
  const off = await house.visit('/book_appointment', { from: '10.0.0.3' });
  assert.equal(off.status, 410);
  assert.doesNotMatch(off.html, /class="slot"|data-date/);
});

test('B6: a link that is off or deleted answers 410, whatever is asked of it, and books nothing', async () => {
  const link = await house.share({ slug: 'tour' });
  const open = await house.visit('/termika/tour?start=2026-12-01T09:00:00Z', { from: '10.0.0.4' });
  const form = { ...hiddenFields(open.html), name: 'Chloé', email: 'chloe@girard-pains.example' };
  const happened = await watch(house);
  house.clock.advance(1);
  const refused = async (words: RegExp) => {
    for (const path of [
      '/termika/tour',
      '/termika/tour?start=2026-12-01T09:00:00Z',
      '/termika/tour?timeZone=x',
    ]) {
      const page = await house.visit(path, { from: '10.0.0.5' });
      assert.equal(page.status, 410, path);
      assert.match(wordsOf(page.html), words);
    }
    assert.equal((await house.send('/termika/tour', form, { from: '10.0.0.5' })).status, 410);
  };
  await house.call('PATCH', `/api/links/${link.id}`, { active: false });
  await refused(/no longer bookable/);
  await house.call('PATCH', `/api/links/${link.id}`, { active: true });
  assert.equal((await house.visit('/termika/tour', { from: '10.0.0.5' })).status, 200, 'reversible');
  await house.call('DELETE', `/api/links/${link.id}`);
  await refused(/no longer bookable/);
  assert.deepEqual(await happened(), NOTHING);
});

test('too many requests from one address get a page that says when to come back; others are served', async () => {
  await house.share({ slug: 'busy' });
  const one = { from: '203.0.113.20' };
  for (let read = 0; read < 20; read++) assert.equal((await house.visit('/termika/busy', one)).status, 200);
  const refused = await house.visit('/termika/busy', { ...one, language: 'fr' });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  assert.match(refused.html, /<html lang="fr"/);
  assert.equal((await house.visit('/termika/busy', { from: '203.0.113.21' })).status, 200);
  house.clock.advance(2);
  assert.equal((await house.visit('/termika/busy', one)).status, 200);
});

test('posts are counted more strictly than looks: two a minute here', async () => {
  const one = { from: '203.0.113.30' };
  const statuses: number[] = [];
  for (let post = 0; post < 3; post++) statuses.push((await house.send('/termika/busy', {}, one)).status);
  assert.deepEqual(statuses, [422, 422, 429]);
});

test('ABUSE 21: a form of another website, or a body that is no form, changes nothing', async () => {
  const open = await house.visit('/termika/busy?start=2026-12-01T09:00:00Z', { from: '10.0.0.6' });
  const form = { ...hiddenFields(open.html), name: 'Chloé', email: 'chloe@girard-pains.example' };
  house.clock.advance(1);
  const happened = await watch(house);
  const strangers: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of strangers) {
    const refused = await house.send('/termika/busy', form, { headers, from: '10.0.0.7' });
    assert.equal(refused.status, 403);
  }
  for (const [at, type] of ['text/plain', 'application/json', 'multipart/form-data; boundary=x'].entries()) {
    const how = { headers: { 'content-type': type }, from: `10.0.1.${at}` };
    assert.equal((await house.send('/termika/busy', form, how)).status, 415, type);
  }
  const method = { 'x-http-method-override': 'POST', 'x-method-override': 'POST' };
  const query = new URLSearchParams({ ...form, _method: 'POST' });
  const look = await house.visit(`/termika/busy?${query}`, { headers: method, from: '10.0.0.8' });
  assert.equal(look.status, 200, 'a look stays a look');
  assert.deepEqual(await happened(), NOTHING);
});
