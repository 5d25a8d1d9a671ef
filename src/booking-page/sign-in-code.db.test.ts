import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { members, PASSWORD } from '../../demo/cast.ts';
import { codeAt } from '#people/totp.ts';
import { openPages, typedIn, wordsOf, type Pages, type Visited } from './open-pages.test-support.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const NEXT = '/admin/bookings?status=scheduled';
const { email } = members.anna;
let house: Pages;
let secret: string;
let recoveryCodes: string[];

/** Every test is a person at a place of their own: tries are counted by place. */
let place = 0;
const somewhere = (): string => `198.51.100.${++place}`;

async function post(path: string, body: unknown, cookie: string): Promise<any> {
  const headers = { 'content-type': 'application/json', origin: ORIGIN, cookie };
  return (await house.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

function cookieOf(page: Visited, name: string): string {
  return (
    page.headers
      .getSetCookie()
      .find((line) => line.startsWith(`${name}=`))
      ?.split(';')[0] ?? ''
  );
}

/** The right password; answers the cookie of the second step and where the browser is led. */
async function password(next?: string): Promise<{ cookie: string; location: string }> {
  const page = await house.send('/sign-in', { email, password: PASSWORD, ...(next && { next }) });
  assert.equal(page.status, 303);
  return { cookie: cookieOf(page, 'rondo.second_step'), location: page.location };
}

function freshCode(): string {
  house.clock.advance(1);
  return codeAt(secret, house.clock.now());
}

before(async () => {
  house = await openPages();
  const door = await house.send('/sign-in', { email, password: PASSWORD });
  const cookie = cookieOf(door, 'rondo.session_token');
  secret = (await post('/api/auth/two-factor', { password: PASSWORD }, cookie)).secret;
  const code = codeAt(secret, house.clock.now());
  recoveryCodes = (await post('/api/auth/two-factor/activation', { code }, cookie)).recoveryCodes;
});
after(() => house.close());

test('password, then code, then where one wanted to go: without script, and with one cookie at a time', async () => {
  const door = await house.visit(`/sign-in?next=${encodeURIComponent(NEXT)}`);
  assert.equal(typedIn(door.html, 'next'), NEXT);
  const { cookie, location } = await password(NEXT);
  assert.equal(location, `/sign-in/code?next=${encodeURIComponent(NEXT)}`);
  const step = await house.visit(location, { headers: { cookie } });
  assert.equal(step.status, 200);
  assert.match(step.html, /<input[^>]*name="code"[^>]*autocomplete="one-time-code"[^>]*inputmode="numeric"/);
  const headers = { cookie, origin: ORIGIN };
  const open = await house.send(
    '/sign-in/code',
    { code: freshCode(), next: typedIn(step.html, 'next') },
    { headers },
  );
  assert.deepEqual([open.status, open.location], [303, NEXT]);
  const session = cookieOf(open, 'rondo.session_token');
  assert.ok(open.headers.getSetCookie().some((line) => /second_step=; Max-Age=0; Path=\/sign-in/.test(line)));
  assert.equal((await house.visit('/', { headers: { cookie: session } })).location, '/admin');
});

test('the cookie of the second step goes to the sign-in pages only, and opens none of the others', async () => {
  const page = await house.send('/sign-in', { email, password: PASSWORD });
  const line = page.headers.getSetCookie().find((one) => one.startsWith('rondo.second_step='))!;
  assert.match(line, /; Path=\/sign-in; HttpOnly; SameSite=Strict$/);
  assert.equal(page.headers.getSetCookie().length, 1);
  assert.equal((await house.visit('/', { headers: { cookie: line.split(';')[0]! } })).location, '/sign-in');
});

test('a wrong code gets the same page, which says what to do; the code is not written back', async () => {
  const { cookie } = await password(NEXT);
  const headers = { cookie, origin: ORIGIN };
  for (const language of ['en', 'fr', 'pl']) {
    const from = somewhere();
    const page = await house.send(
      '/sign-in/code',
      { code: '12345', next: NEXT },
      { headers, language, from },
    );
    assert.equal(page.status, 401);
    assert.match(page.html, new RegExp(`<html lang="${language}"`));
    assert.match(page.html, /role="alert"/);
    assert.equal(typedIn(page.html, 'code'), '');
    assert.equal(typedIn(page.html, 'next'), NEXT);
  }
});

test('a recovery code has a page of its own, with letters on the keyboard, and leads on as well', async () => {
  const { cookie, location } = await password(NEXT);
  const step = await house.visit(location, { headers: { cookie } });
  const other =
    /href="(\/sign-in\/code\?recovery=1[^"]*)"/.exec(step.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const page = await house.visit(other, { headers: { cookie } });
  assert.match(wordsOf(page.html), /Use a recovery code/);
  assert.doesNotMatch(page.html, /inputmode/);
  const headers = { cookie, origin: ORIGIN };
  const from = somewhere();
  const wrong = await house.send('/sign-in/code', { code: 'nope', recovery: '1' }, { headers, from });
  assert.equal(wrong.status, 401);
  assert.match(wordsOf(wrong.html), /letter by letter/);
  const typed = { code: recoveryCodes[0]!.toLowerCase(), next: typedIn(page.html, 'next') };
  const open = await house.send('/sign-in/code', typed, { headers, from });
  assert.deepEqual([open.status, open.location], [303, NEXT]);
});

test('after five minutes the door says so and asks for the password again', async () => {
  const { cookie } = await password(NEXT);
  house.clock.advance(5);
  const headers = { cookie, origin: ORIGIN };
  const late = await house.send('/sign-in/code', { code: freshCode(), next: NEXT }, { headers });
  assert.equal(late.status, 401);
  assert.match(wordsOf(late.html), /The five minutes are over/);
  assert.equal(typedIn(late.html, 'next'), NEXT);
  const page = await house.visit('/sign-in/code', { headers: { cookie } });
  assert.deepEqual([page.status, page.location], [303, '/sign-in']);
});

test('without the password there is no page for a code', async () => {
  const page = await house.visit(`/sign-in/code?next=${encodeURIComponent(NEXT)}`);
  assert.deepEqual([page.status, page.location], [303, `/sign-in?next=${encodeURIComponent(NEXT)}`]);
  assert.equal((await house.send('/sign-in/code', { code: freshCode() })).status, 401);
});

test('ABUSE 35: after five wrong codes the page says when to come back', async () => {
  const { cookie } = await password();
  const headers = { cookie, origin: ORIGIN };
  const from = somewhere();
  for (let tries = 0; tries < 5; tries++) {
    assert.equal((await house.send('/sign-in/code', { code: '1' }, { headers, from })).status, 401);
  }
  const refused = await house.send('/sign-in/code', { code: freshCode() }, { headers, from });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
});

test('ABUSE 28: another website is never where one is led, in neither step', async () => {
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/admin/..//evil.example',
  ]) {
    const door = await house.visit(`/sign-in?next=${encodeURIComponent(next)}`);
    assert.doesNotMatch(door.html, /evil\.example"/);
    const { cookie, location } = await password(next);
    assert.equal(location, '/sign-in/code');
    const headers = { cookie, origin: ORIGIN };
    const open = await house.send('/sign-in/code', { code: freshCode(), next }, { headers });
    assert.deepEqual([open.status, open.location], [303, '/admin']);
  }
});

test('the language links of each step keep where one wanted to go', async () => {
  const { cookie, location } = await password(NEXT);
  for (const path of [location, `/sign-in?next=${encodeURIComponent(NEXT)}`]) {
    const page = await house.visit(path, { headers: { cookie } });
    const french = /href="([^"]*language=fr[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const there = await house.visit(french, { headers: { cookie } });
    assert.match(there.html, /<html lang="fr"/);
    assert.equal(typedIn(there.html, 'next'), NEXT);
  }
});
