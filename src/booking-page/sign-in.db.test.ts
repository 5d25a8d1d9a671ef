import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { members, PASSWORD } from '../../demo/cast.ts';
import { openPages, typedIn, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;
const { email } = members.anna;

before(async () => {
  house = await openPages();
});
after(() => house.close());

test('the right password opens the door with one cookie that scripts cannot read', async () => {
  const door = await house.visit('/sign-in');
  assert.equal(door.status, 200);
  const open = await house.send('/sign-in', { email, password: PASSWORD });
  assert.equal(open.status, 303);
  assert.equal(open.location, '/admin');
  const cookies = open.headers.getSetCookie();
  const session = cookies.find((cookie) => cookie.startsWith('rondo.session_token=')) ?? '';
  assert.match(session, /; HttpOnly/i);
  assert.match(session, /; SameSite=Lax/i);
  assert.match(session, /; Path=\//i);
  assert.doesNotMatch(session, /Domain=/i);
  const cookie = session.split(';')[0] ?? '';
  const home = await house.visit('/', { headers: { cookie } });
  assert.deepEqual([home.status, home.location], [303, '/admin']);

  const out = await house.send('/sign-out', {}, { headers: { cookie, origin: 'http://127.0.0.1:3000' } });
  assert.equal(out.status, 303);
  assert.equal(
    (await house.visit('/', { headers: { cookie } })).location,
    '/sign-in',
    'the session has ended',
  );
});

test('where Rondo is reached by https the cookie travels by https only', async () => {
  const secure = await openPages({ PUBLIC_URL: 'https://meet.termika.example' });
  const open = await secure.send('/sign-in', { email, password: PASSWORD });
  const cookies = open.headers.getSetCookie();
  await secure.close();
  assert.ok(cookies.length > 0);
  for (const cookie of cookies) assert.match(cookie, /^__Secure-rondo\..*; Secure/i);
});

test('unknown address and wrong password get the same page; the address typed stays, the password never', async () => {
  const wrong = await house.send('/sign-in', { email, password: 'wrong bricks' }, { from: '10.0.0.1' });
  const unknown = await house.send(
    '/sign-in',
    { email: 'eve@x.example', password: 'wrong bricks' },
    { from: '10.0.0.1' },
  );
  for (const page of [wrong, unknown]) {
    assert.equal(page.status, 401);
    assert.doesNotMatch(page.html, /wrong bricks/);
    assert.deepEqual(page.headers.getSetCookie(), []);
  }
  assert.equal(typedIn(wrong.html, 'email'), email);
  assert.equal(wordsOf(wrong.html), wordsOf(unknown.html));
  for (const fields of [
    {},
    { email: '\u0000', password: '\u0000' },
    { email: 'x'.repeat(5000), password: '' },
  ]) {
    const page = await house.send('/sign-in', fields as Record<string, string>, { from: '10.0.0.2' });
    assert.equal(page.status, 401, JSON.stringify(fields).slice(0, 40));
  }
});

test('ABUSE 35: after five wrong tries the page says when to come back; the right password waits too', async () => {
  const from = '203.0.113.50';
  for (let tries = 0; tries < 5; tries++) {
    assert.equal((await house.send('/sign-in', { email, password: 'no' }, { from })).status, 401);
  }
  const refused = await house.send('/sign-in', { email, password: PASSWORD }, { from, language: 'pl' });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.match(refused.html, /<html lang="pl"/);
  assert.equal(
    (await house.send('/sign-in', { email, password: PASSWORD }, { from: '203.0.113.51' })).status,
    303,
  );
});

test('ABUSE 21: another website cannot sign anybody in or out', async () => {
  const origin = { headers: { origin: 'https://evil.example' } };
  assert.equal((await house.send('/sign-in', { email, password: PASSWORD }, origin)).status, 403);
  assert.equal((await house.send('/sign-out', {}, origin)).status, 403);
});
