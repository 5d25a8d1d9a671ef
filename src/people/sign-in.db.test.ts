import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { hashingNow } from './hashing.ts';
import { firstRun, ORIGIN, PASSWORD, signedIn, staffedOffice } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';

let office: Staffed;

function trySignIn(password: string, email = firstRun.owner.email): Promise<Answer> {
  return office.ask('POST', '/api/auth/sign-in/email', { email, password }, { headers: { origin: ORIGIN } });
}

async function me(cookie: string): Promise<number> {
  return (await office.ask('GET', '/api/me', undefined, { cookie })).status;
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('N1: address and password give a cookie that scripts and other sites cannot use', async () => {
  const answer = await trySignIn(PASSWORD, 'ANNA@nordwind.example');
  assert.equal(answer.status, 200);
  const [cookie, ...others] = answer.headers.getSetCookie();
  assert.match(cookie!, /^rondo\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  assert.deepEqual(others, []);
  assert.equal(await me(cookie!.split(';')[0]!), 200);
  assert.ok(!JSON.stringify(answer.body).includes('token'), 'the session is in the cookie only');
});

test('a wrong password and an unknown address answer alike, without a cookie', async () => {
  const wrong = await trySignIn('not the password');
  const unknown = await trySignIn(PASSWORD, 'nobody@nordwind.example');
  assert.equal(wrong.status, 401);
  assert.equal(unknown.status, 401);
  assert.deepEqual(unknown.body, wrong.body);
  assert.deepEqual([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()], []);
});

test('ABUSE 35: of twenty wrong passwords at once five are looked at, the others wait', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => trySignIn(`wrong number ${i}`)));
  const statuses = answers.map((answer) => answer.status);
  assert.equal(statuses.filter((status) => status === 401).length, 5);
  const refused = answers.filter((answer) => answer.status === 429);
  assert.equal(refused.length, 15);
  assert.ok(Number(refused[0]!.headers.get('retry-after')) > 0);
  assert.equal((await trySignIn(PASSWORD)).status, 429, 'guessing on does not help');
  assert.equal((await trySignIn(PASSWORD, office.bo.email)).status, 200, 'others are not held up');
  office.clock.advance(10);
  assert.equal((await trySignIn(PASSWORD)).status, 200);
});

test('ABUSE 35: trying one password on many accounts ends at twenty', async () => {
  const tries: number[] = [];
  for (let i = 0; i < 22; i++) tries.push((await trySignIn('summer 2026', `p${i}@nordwind.example`)).status);
  assert.deepEqual(tries, [...Array.from({ length: 20 }, () => 401), 429, 429]);
});

test('ABUSE 35: right passwords are not counted, and at most two are hashed at once', async () => {
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, hashingNow())), 1);
  const answers = await Promise.all(Array.from({ length: 12 }, () => trySignIn(PASSWORD)));
  clearInterval(watch);
  assert.ok(answers.every((answer) => answer.status === 200));
  assert.ok(most > 0 && most <= 2, String(most));
});

test('ABUSE 11: a spoofed X-Forwarded-For does not make another address', async () => {
  const from = (n: number): Promise<Answer> =>
    office.ask(
      'POST',
      '/api/auth/sign-in/email',
      { email: office.bo.email, password: 'wrong wrong' },
      { headers: { 'x-forwarded-for': `203.0.113.${n}` } },
    );
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await from(n)).status);
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
});

test('ABUSE 21: no signing in from other sites, and nothing changes on GET', async () => {
  const body = { email: firstRun.owner.email, password: PASSWORD };
  const from = (headers: Record<string, string>): Promise<Answer> =>
    office.ask('POST', '/api/auth/sign-in/email', body, { headers });
  assert.equal((await from({ origin: 'https://evil.example' })).status, 403);
  assert.equal((await from({ origin: 'null' })).status, 403);
  assert.equal((await from({ 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await office.ask('GET', '/api/auth/sign-in/email')).status, 404);
});

test('ABUSE 21: a cookie changes nothing without our own Origin, also behind a Basic password', async () => {
  const cookie = await signedIn(office, office.anna.email);
  const change = (headers: Record<string, string>): Promise<Answer> =>
    office.ask('PATCH', `/api/members/${office.bo.id}`, { name: 'Eve' }, { headers: { cookie, ...headers } });
  assert.equal((await change({})).status, 403);
  assert.equal((await change({ origin: 'https://evil.example' })).status, 403);
  const basic = { authorization: 'Basic dXNlcjpwYXNz' };
  assert.equal((await change({ origin: 'https://evil.example', ...basic })).status, 403);
  assert.equal((await change({ 'x-http-method-override': 'GET' })).status, 403);
  assert.equal((await change({ origin: ORIGIN, ...basic })).status, 200);
});

test('signing out ends the session, not only the cookie', async () => {
  const cookie = await signedIn(office, office.anna.email);
  const answer = await office.ask('POST', '/api/auth/sign-out', undefined, { cookie });
  assert.equal(answer.status, 200);
  assert.ok(answer.headers.getSetCookie().length >= 1);
  assert.ok(answer.headers.getSetCookie().every((line) => /Max-Age=0/.test(line)));
  assert.equal(await me(cookie), 401);
  assert.equal((await office.ask('POST', '/api/auth/sign-out')).status, 200, 'twice is once');
});

test('get-session says who, or null', async () => {
  const cookie = await signedIn(office, office.anna.email);
  const { body } = await office.ask('GET', '/api/auth/get-session', undefined, { cookie });
  assert.equal(body.user.email, office.anna.email);
  assert.equal(body.session.expiresAt, '2026-12-23T08:00:00.000Z');
  assert.equal((await office.ask('GET', '/api/auth/get-session')).body, null);
});

test('a session ends after thirty days', async () => {
  const cookie = await signedIn(office, office.anna.email);
  office.clock.advance(30 * 24 * 60 - 1);
  assert.equal(await me(cookie), 200);
  office.clock.advance(1);
  assert.equal(await me(cookie), 401);
});

test('a forged, cut or altered session cookie is nobody', async () => {
  const cookie = await signedIn(office, office.anna.email);
  const value = decodeURIComponent(cookie.split('=').slice(1).join('='));
  const [token, signature] = [
    value.slice(0, value.lastIndexOf('.')),
    value.slice(value.lastIndexOf('.') + 1),
  ];
  const other = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`;
  for (const forged of [token, `${token}.`, `${token}.AAAA`, `${other}.${signature}`, '%E0%A4%A', '.', '']) {
    assert.equal(await me(`rondo.session_token=${forged}`), 401, forged);
    assert.equal(await me(`rondo.session_token=${encodeURIComponent(forged)}`), 401, forged);
  }
});

test('another password ends every other session and the old one no longer works', async () => {
  const here = await signedIn(office, office.bo.email);
  const there = await signedIn(office, office.bo.email);
  const change = (currentPassword: string): Promise<Answer> =>
    office.ask(
      'POST',
      '/api/auth/change-password',
      { currentPassword, newPassword: 'another river' },
      { cookie: here },
    );
  assert.equal((await change('not the present one')).status, 422);
  assert.equal(await me(there), 200);
  assert.equal((await change(PASSWORD)).status, 200);
  assert.deepEqual([await me(here), await me(there)], [200, 401]);
  assert.equal((await trySignIn(PASSWORD, office.bo.email)).status, 401);
  assert.equal((await trySignIn('another river', office.bo.email)).status, 200);
});

test('a key cannot change a password or end sessions', async () => {
  const { key } = office.bo;
  const body = { currentPassword: PASSWORD, newPassword: 'another river' };
  assert.equal((await office.ask('POST', '/api/auth/change-password', body, { key })).status, 403);
  assert.equal((await office.ask('POST', '/api/auth/revoke-other-sessions', undefined, { key })).status, 403);
});

test('ending the other sessions keeps this one', async () => {
  const here = await signedIn(office, office.bo.email);
  const there = await signedIn(office, office.bo.email);
  const answer = await office.ask('POST', '/api/auth/revoke-other-sessions', undefined, { cookie: here });
  assert.equal(answer.status, 200);
  assert.deepEqual([await me(here), await me(there)], [200, 401]);
});

test('N4: nobody can register, and the library offers no other door', async () => {
  const body = { email: 'eve@nordwind.example', password: PASSWORD, name: 'Eve', newEmail: 'e@x.example' };
  const doors = [
    'sign-up/email',
    'sign-in/social',
    'update-user',
    'change-email',
    'delete-user',
    'list-sessions',
  ];
  const cookie = await signedIn(office, office.anna.email);
  for (const door of doors) {
    assert.equal((await office.ask('POST', `/api/auth/${door}`, body, { cookie })).status, 404, door);
  }
  const users = await office.platform.db.read.selectFrom('auth_users').select('id').execute();
  assert.equal(users.length, 3);
});

test('passwords and sessions leave no trace in the log', async () => {
  const cookie = await signedIn(office, office.anna.email);
  await trySignIn('not the password');
  const log = office.logged.join('\n');
  for (const secret of [
    PASSWORD,
    'not the password',
    cookie.split('=')[1]!,
    office.anna.email,
    office.anna.key,
  ]) {
    assert.ok(!log.includes(secret));
  }
});
