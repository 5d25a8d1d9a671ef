import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { members, PASSWORD } from '../../demo/cast.ts';
import { NOTHING, watch, workOff } from '../bookings/happenings.test-support.ts';
import { passwordLink } from '#people/reset-password.ts';
import { openPages, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;
const { email } = members.anna;
const NEW = 'seven new loaves';

before(async () => {
  house = await openPages();
});
after(() => house.close());

test('a forgotten password: the same page for every address, and a mail to one that is known', async () => {
  const known = await house.send('/forgotten-password', { email });
  const unknown = await house.send('/forgotten-password', { email: 'eve@x.example' });
  assert.equal(known.status, 200);
  assert.equal(unknown.status, 200);
  assert.equal(wordsOf(known.html), wordsOf(unknown.html));
  assert.doesNotMatch(known.html, /token/);
  for (const email of ['', 'a\u0000b@x.example', 'x'.repeat(5000), 'a@x,b@y', "' OR 1=1--"]) {
    const odd = await house.send('/forgotten-password', { email }, { from: '10.0.0.9' });
    assert.equal(wordsOf(odd.html), wordsOf(known.html), email.slice(0, 20));
  }
  await workOff(house);
  assert.deepEqual(
    house.logged.filter((line) => line.includes('"level":"error"')),
    [],
  );
});

test('the mailed link shows a form; the form sets the password once', async () => {
  const happened = await watch(house);
  const address = new URL((await passwordLink(house.platform, email))!);
  assert.equal(address.pathname, '/reset-password');
  const token = address.searchParams.get('token')!;
  const page = await house.visit(`/reset-password?token=${token}`);
  assert.equal(page.status, 200);
  assert.match(
    page.html,
    /type="password"[^>]*autocomplete="new-password"|autocomplete="new-password"[^>]*type="password"/,
  );
  const short = await house.send('/reset-password', { token, password: 'short' });
  assert.equal(short.status, 422);
  assert.match(short.html, new RegExp(`name="token" value="${token}"`));
  assert.doesNotMatch(short.html, /value="short"/);
  assert.deepEqual(await happened(), NOTHING);
  assert.equal((await house.send('/reset-password', { token, password: NEW })).status, 200);
  assert.equal((await house.send('/sign-in', { email, password: PASSWORD })).status, 401);
  assert.equal((await house.send('/sign-in', { email, password: NEW })).status, 303);
  for (const used of [
    await house.visit(`/reset-password?token=${token}`),
    await house.send('/reset-password', { token, password: PASSWORD }),
  ]) {
    assert.equal(used.status, 410);
  }
  assert.equal((await house.send('/sign-in', { email, password: NEW })).status, 303);
});

test('an invitation: the page names workspace and address, the form lets the member in, once', async () => {
  const tomasz = members.tomasz;
  const { status } = await house.call('POST', '/api/members', { ...tomasz, seat: true });
  assert.equal(status, 201);
  await workOff(house);
  const { body } = await house.call('GET', `/api/mail?to=${tomasz.email}`);
  const token = /\/invitation\?token=([\w-]{43})/.exec(body.items[0].text)![1]!;
  const page = await house.visit(`/invitation?token=${token}`);
  assert.equal(page.status, 200);
  assert.match(wordsOf(page.html), /tomasz@termika\.example/);
  assert.equal((await house.send('/invitation', { token, password: 'x' })).status, 422);
  assert.equal((await house.send('/invitation', { token, password: NEW })).status, 200);
  assert.equal((await house.send('/sign-in', { email: tomasz.email, password: NEW })).status, 303);
  assert.equal((await house.send('/invitation', { token, password: PASSWORD })).status, 410);
});

test('ABUSE 16: tokens that open nothing get one neutral page, and many of them none', async () => {
  for (const path of ['/reset-password', '/invitation']) {
    for (const token of ['', 'x', 'x'.repeat(43), 'x'.repeat(5000), '%00', "' OR 1=1--"]) {
      const page = await house.visit(`${path}?token=${encodeURIComponent(token)}`, { from: '10.0.0.3' });
      assert.equal(page.status, 404, `${path} ${token.slice(0, 20)}`);
      assert.doesNotMatch(wordsOf(page.html), /Anna|@/);
    }
  }
  const statuses: number[] = [];
  for (let guess = 0; guess < 21; guess++) {
    const token = String(guess).padStart(43, 'q');
    statuses.push(
      (await house.send('/reset-password', { token, password: NEW }, { from: '10.0.0.4' })).status,
    );
  }
  assert.deepEqual(statuses.slice(-2), [404, 429]);
});

test('asking for many reset mails is stopped per network address, and silently per account', async () => {
  for (let asked = 0; asked < 20; asked++) {
    const { status } = await house.send(
      '/forgotten-password',
      { email: `m${asked}@x.example` },
      { from: '10.0.0.5' },
    );
    assert.equal(status, 200);
  }
  const refused = await house.send('/forgotten-password', { email }, { from: '10.0.0.5' });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
});
