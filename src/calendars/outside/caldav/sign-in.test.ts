import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Asked } from '../lying-server.test-support.ts';
import { OutsideProblem } from '../problem.ts';
import { Keeper } from './account.test-support.ts';
import { ScriptedCalendar } from './scripted-calendar.test-support.ts';
import { digest, type Challenge } from './sign-in.ts';

let one: ScriptedCalendar;
before(async () => {
  one = await ScriptedCalendar.start();
});
after(() => one.server.close());

/** The examples of RFC 7616, 3.9.1. */
test('a proof is the one that the standard computes', () => {
  const nonce = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v';
  const opaque = 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS';
  const expected = {
    MD5: '8ca523f5e9506fed4657c9700eebdbec',
    'SHA-256': '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
  };
  for (const algorithm of ['MD5', 'SHA-256'] as const) {
    const challenge: Challenge = {
      realm: 'http-auth@example.org',
      nonce,
      opaque,
      algorithm,
      hasQop: true,
      count: 0,
    };
    const who = { username: 'Mufasa', secret: 'Circle of Life' };
    const what = { method: 'GET', url: 'http://www.example.org/dir/index.html' };
    const header = digest(who, what, challenge, 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ');
    assert.match(header, new RegExp(`response="${expected[algorithm]}"`));
    assert.match(header, /uri="\/dir\/index\.html", .*nc=00000001/);
  }
});

test('a server that takes no plain password gets proofs, renewed when it wants a new one', async () => {
  let nonce = 'first';
  const challenge = () => ({
    status: 401,
    headers: { 'www-authenticate': `Digest realm="Bai, kal", qop="auth", nonce="${nonce}", algorithm=MD5` },
  });
  one.lie = ({ headers }: Asked) =>
    headers.authorization?.startsWith(`Digest username="anna", realm="Bai, kal", nonce="${nonce}"`)
      ? undefined
      : challenge();
  assert.equal((await one.keeper.read()).changed.length, 3);
  const refused = one.server.asked.filter(({ headers }) => headers.authorization?.startsWith('Basic'));
  assert.equal(refused.length, 1);
  nonce = 'second';
  assert.deepEqual(await one.keeper.read(), { changed: [], removed: [] });
  one.lie = challenge;
  const stranger = new Keeper(one.keeper.provider, { ...one.keeper.account }, one.keeper.calendar);
  await assert.rejects(
    stranger.read(),
    (error) => error instanceof OutsideProblem && error.code === 'sign-in',
  );
});
