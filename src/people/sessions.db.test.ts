import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { ORIGIN, PASSWORD, signedIn, staffedOffice } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';
import { halfIn, me, protect, sendCode } from './two-factor.test-support.ts';

let office: Staffed;

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0';

async function signedInWith(userAgent: string): Promise<string> {
  const headers = { origin: ORIGIN, 'user-agent': userAgent };
  const body = { email: office.bo.email, password: PASSWORD };
  const answer = await office.ask('POST', '/api/auth/sign-in/email', body, { headers });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

function list(cookie: string): Promise<Answer> {
  return office.ask('GET', '/api/auth/sessions', undefined, { cookie });
}

function end(id: string, cookie: string): Promise<Answer> {
  return office.ask('DELETE', `/api/auth/sessions/${id}`, undefined, { cookie });
}

async function idOf(cookie: string): Promise<string> {
  const { items } = (await list(cookie)).body;
  return items.find((item: { current: boolean }) => item.current).id;
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('a person sees where they are signed in: device, since when, and which one is this', async () => {
  const there = await signedInWith(FIREFOX);
  office.clock.advance(90);
  const here = await signedInWith('something unknown');
  const { items } = (await list(here)).body;
  assert.deepEqual(
    items.map(({ id, ...rest }: { id: string }) => (assert.ok(id), rest)),
    [
      {
        current: true,
        createdAt: '2026-11-23T09:30:00.000Z',
        lastSeenAt: '2026-11-23T09:30:00.000Z',
        device: null,
      },
      {
        current: false,
        createdAt: '2026-11-23T08:00:00.000Z',
        lastSeenAt: '2026-11-23T08:00:00.000Z',
        device: 'Firefox on Linux',
      },
    ],
  );
  assert.equal((await list(there)).body.items.length, 2);
});

test('neither token nor address nor what the browser sent is shown or kept', async () => {
  const cookie = await signedInWith(FIREFOX);
  const shown = JSON.stringify((await list(cookie)).body);
  const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!;
  assert.ok(!shown.includes(token));
  const kept = await office.platform.db.read.selectFrom('auth_sessions').selectAll().execute();
  for (const row of kept) assert.equal(row.ipAddress, null);
  for (const text of [shown, JSON.stringify(kept)]) assert.ok(!/Gecko|141|127\.0\.0\.1/.test(text));
});

test('last seen is written once in ten minutes, not with every request', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const seen = async (): Promise<string> => (await list(cookie)).body.items[0].lastSeenAt;
  const writes = async (): Promise<number> => {
    await me(office, cookie);
    return (
      JSON.parse(office.logged.findLast((line) => line.includes('"/api/me"'))!) as { statements: number }
    ).statements;
  };
  const plain = await writes();
  office.clock.advance(9);
  assert.equal(await writes(), plain);
  assert.equal(await seen(), '2026-11-23T08:00:00.000Z');
  office.clock.advance(1);
  assert.ok((await writes()) > plain);
  assert.equal(await writes(), plain);
  assert.equal(await seen(), '2026-11-23T08:10:00.000Z');
});

test('being used does not make a session longer', async () => {
  const cookie = await signedIn(office, office.bo.email);
  for (let day = 0; day < 29; day++) {
    office.clock.advance(24 * 60);
    assert.equal(await me(office, cookie), 200);
  }
  office.clock.advance(24 * 60);
  assert.equal(await me(office, cookie), 401);
});

test('one session ends, the others stay; twice is not there', async () => {
  const here = await signedIn(office, office.bo.email);
  const there = await signedIn(office, office.bo.email);
  const id = await idOf(there);
  assert.equal((await end(id, here)).status, 204);
  assert.deepEqual([await me(office, here), await me(office, there)], [200, 401]);
  assert.equal((await end(id, here)).status, 404);
});

test('ending this very session forgets its cookie too', async () => {
  const here = await signedIn(office, office.bo.email);
  const answer = await end(await idOf(here), here);
  assert.equal(answer.status, 204);
  assert.match(answer.headers.getSetCookie()[0]!, /session_token=; Max-Age=0/);
  assert.equal(await me(office, here), 401);
});

test('ABUSE 18: another person’s session is not there, for the owner neither, and is in no list of theirs', async () => {
  const bo = await signedIn(office, office.bo.email);
  const anna = await signedIn(office, office.anna.email);
  const id = await idOf(bo);
  assert.equal((await end(id, anna)).status, 404);
  for (const odd of ['x', '01a1ff9d-0000-7000-8000-00000000e15e']) {
    assert.equal((await end(odd, anna)).status, 404);
  }
  assert.ok(!JSON.stringify((await list(anna)).body).includes(id));
  assert.equal(await me(office, bo), 200);
});

test('the token of a session is not its id', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!;
  assert.equal((await end(token, cookie)).status, 404);
  assert.equal(await me(office, cookie), 200);
});

test('a session that ran out is not listed', async () => {
  await signedIn(office, office.bo.email);
  office.clock.advance(30 * 24 * 60);
  assert.equal((await list(await signedIn(office, office.bo.email))).body.items.length, 1);
});

test('signing out everywhere ends all sessions, this one too, and a second step under way', async () => {
  const bo = await protect(office, office.bo.email);
  const half = await halfIn(office, bo.email);
  const other = await signedIn(office, office.anna.email);
  const answer = await office.ask('POST', '/api/auth/revoke-sessions', undefined, { cookie: bo.cookie });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.getSetCookie()[0]!, /session_token=; Max-Age=0/);
  assert.deepEqual([await me(office, bo.cookie), await me(office, other)], [401, 200]);
  assert.equal((await sendCode(office, half, bo.recoveryCodes[0]!)).status, 401);
});

test('a key has no sessions', async () => {
  const { key } = office.bo;
  const ask = async (method: string, path: string): Promise<number> =>
    (await office.ask(method, `/api/auth/${path}`, undefined, { key })).status;
  assert.equal(await ask('GET', 'sessions'), 403);
  assert.equal(await ask('POST', 'revoke-sessions'), 403);
  const cookie = await signedIn(office, office.bo.email);
  assert.equal(await ask('DELETE', `sessions/${await idOf(cookie)}`), 404);
  assert.equal(await me(office, cookie), 200);
});
