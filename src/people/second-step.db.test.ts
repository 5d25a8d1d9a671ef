import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { mailsTo, ORIGIN, PASSWORD, staffedOffice, statusesOf } from './office.test-support.ts';
import type { Staffed } from './office.test-support.ts';
import { passwordLink } from './reset-password.ts';
import {
  codeNow,
  halfIn,
  me,
  protect,
  sendCode,
  sessionCookie,
  wrongCode,
  type Protected,
} from './two-factor.test-support.ts';

let office: Staffed;
let bo: Protected;

async function sessionCount(): Promise<number> {
  return (await office.platform.db.read.selectFrom('auth_sessions').select('id').execute()).length;
}

beforeEach(async () => {
  office = await staffedOffice();
  bo = await protect(office, office.bo.email);
});
afterEach(() => office.close());

test('with two-factor on the password opens nothing: no session, only a cookie for the second step', async () => {
  const before = await sessionCount();
  const answer = await office.ask('POST', '/api/auth/sign-in/email', { email: bo.email, password: PASSWORD });
  assert.deepEqual([answer.status, answer.body], [200, { status: 'two-factor' }]);
  const [cookie, ...others] = answer.headers.getSetCookie();
  assert.match(
    cookie!,
    /^rondo\.second_step=[\w-]{43}; Max-Age=300; Path=\/api\/auth\/sign-in; HttpOnly; SameSite=Strict$/,
  );
  assert.deepEqual(others, []);
  assert.equal(await me(office, cookie!.split(';')[0]!), 401);
  assert.equal(await sessionCount(), before);
});

test('a code of the app opens the door and is forgotten by the browser', async () => {
  const half = await halfIn(office, bo.email);
  const code = codeNow(office, bo);
  const answer = await sendCode(office, half, `${code.slice(0, 3)} ${code.slice(3)}`);
  assert.deepEqual([answer.status, answer.body], [200, { status: 'ok' }]);
  assert.match(answer.headers.getSetCookie()[0]!, /^rondo\.session_token=.*HttpOnly; SameSite=Lax$/);
  assert.match(answer.headers.getSetCookie()[1]!, /^rondo\.second_step=; Max-Age=0/);
  assert.equal(await me(office, sessionCookie(answer)!), 200);
});

test('a code is taken once, also by two browsers at the same moment', async () => {
  const code = codeNow(office, bo);
  const [here, there] = [await halfIn(office, bo.email), await halfIn(office, bo.email)];
  const both = await Promise.all([sendCode(office, here, code), sendCode(office, there, code)]);
  assert.deepEqual(statusesOf(both), [200, 401]);
  const late = await sendCode(office, await halfIn(office, bo.email), code);
  assert.equal(late.status, 401);
});

test('once a code was taken, the one before it is worth nothing', async () => {
  const earlier = codeNow(office, bo);
  office.clock.advance(0.5);
  assert.equal((await sendCode(office, await halfIn(office, bo.email), codeNow(office, bo))).status, 200);
  assert.equal((await sendCode(office, await halfIn(office, bo.email), earlier)).status, 401);
});

test('the second step is good for five minutes and for one session', async () => {
  const half = await halfIn(office, bo.email);
  assert.equal((await sendCode(office, half, codeNow(office, bo))).status, 200);
  office.clock.advance(1);
  assert.equal((await sendCode(office, half, codeNow(office, bo))).status, 401, 'used');
  const late = await halfIn(office, bo.email);
  office.clock.advance(5);
  const answer = await sendCode(office, late, codeNow(office, bo));
  assert.equal(answer.status, 401);
  assert.match(answer.body.detail, /five minutes/);
});

test('no code without the password: no cookie, a forged one, a session’s', async () => {
  for (const cookie of [undefined, 'rondo.second_step=', `rondo.second_step=${'a'.repeat(43)}`, bo.cookie]) {
    assert.equal((await sendCode(office, cookie, codeNow(office, bo))).status, 401);
  }
  const half = await halfIn(office, bo.email);
  assert.equal((await sendCode(office, half, codeNow(office, bo))).status, 200, 'none of them used it up');
});

test('another person’s code or recovery code opens nothing', async () => {
  const chloe = await protect(office, office.chloe.email);
  const half = await halfIn(office, bo.email);
  assert.equal((await sendCode(office, half, codeNow(office, chloe))).status, 401);
  assert.equal((await sendCode(office, half, chloe.recoveryCodes[0]!)).status, 401);
});

test('wrong, used and impossible codes answer alike', async () => {
  const half = await halfIn(office, bo.email);
  const used = bo.recoveryCodes[0]!;
  assert.equal((await sendCode(office, await halfIn(office, bo.email), used)).status, 200);
  const answers = [];
  for (const code of [wrongCode(office, bo), used, 'AAAAA-AAAAA', 'x']) {
    answers.push(await sendCode(office, half, code));
  }
  for (const { status, body, headers } of answers) {
    assert.deepEqual([status, body, headers.getSetCookie()], [401, answers[0]!.body, []]);
  }
  assert.equal((await sendCode(office, half, '')).status, 422);
  assert.equal((await sendCode(office, half, '1'.repeat(41))).status, 422);
});

test('ABUSE 35: after five wrong codes even the right one waits, with a fresh password step too', async () => {
  const half = await halfIn(office, bo.email);
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () => sendCode(office, half, wrongCode(office, bo))),
  );
  assert.equal(guesses.filter(({ status }) => status === 401).length, 5);
  assert.equal(guesses.filter(({ status }) => status === 429).length, 15);
  const fresh = await sendCode(office, await halfIn(office, bo.email), codeNow(office, bo));
  assert.equal(fresh.status, 429);
  assert.ok(Number(fresh.headers.get('retry-after')) > 0);
  const recovery = await sendCode(office, await halfIn(office, bo.email), bo.recoveryCodes[0]!);
  assert.equal(recovery.status, 429);
  office.clock.advance(10);
  assert.equal((await sendCode(office, await halfIn(office, bo.email), codeNow(office, bo))).status, 200);
});

test('ABUSE 35: from many addresses it is thirty codes an hour', async () => {
  const proxied = await staffedOffice({ TRUSTED_PROXIES: '127.0.0.1' });
  try {
    const { secret } = await protect(proxied, proxied.bo.email);
    const half = await halfIn(proxied, proxied.bo.email);
    const statuses: number[] = [];
    for (let place = 0; place < 32; place++) {
      const headers = { origin: ORIGIN, cookie: half, 'x-forwarded-for': `203.0.113.${place}` };
      const response = await proxied.app.request(
        '/api/auth/sign-in/two-factor',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ code: wrongCode(proxied, { secret }) }),
        },
        { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
      );
      statuses.push(response.status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 30 }, () => 401), 429, 429]);
  } finally {
    await proxied.close();
  }
});

test('right codes are not counted', async () => {
  for (const code of bo.recoveryCodes.slice(0, 8)) {
    assert.equal((await sendCode(office, await halfIn(office, bo.email), code)).status, 200);
  }
});

test('a recovery code works once, in any spelling, and the member is told by mail', async () => {
  const typed = bo.recoveryCodes[3]!.toLowerCase().replace('-', ' ');
  assert.equal((await sendCode(office, await halfIn(office, bo.email), typed)).status, 200);
  assert.equal((await sendCode(office, await halfIn(office, bo.email), typed)).status, 401);
  const [mail] = await mailsTo(office, bo.email);
  assert.equal(mail!.subject, 'A recovery code was used to sign in');
  assert.match(mail!.text, /You have 9 recovery codes left/);
  assert.ok(!mail!.text.toUpperCase().includes(bo.recoveryCodes[3]!), 'the code itself is in no mail');
});

test('the last recovery code can be used by one of two at the same moment', async () => {
  const halves = [await halfIn(office, bo.email), await halfIn(office, bo.email)];
  const both = await Promise.all(halves.map((half) => sendCode(office, half, bo.recoveryCodes[9]!)));
  assert.deepEqual(statusesOf(both), [200, 401]);
});

test('a wrong password says nothing about two-factor', async () => {
  const wrong = await office.ask('POST', '/api/auth/sign-in/email', { email: bo.email, password: 'not it' });
  const plain = await office.ask('POST', '/api/auth/sign-in/email', {
    email: office.chloe.email,
    password: 'not it',
  });
  assert.deepEqual([wrong.status, wrong.body], [plain.status, plain.body]);
  assert.deepEqual(wrong.headers.getSetCookie(), []);
});

test('a new password does not switch two-factor off, and ends a second step under way', async () => {
  const half = await halfIn(office, bo.email);
  const url = new URL((await passwordLink(office.platform, bo.email))!);
  const token = url.searchParams.get('token')!;
  const newPassword = 'a louder river at dusk';
  assert.equal((await office.ask('POST', '/api/auth/reset-password', { token, newPassword })).status, 200);
  assert.equal((await sendCode(office, half, codeNow(office, bo))).status, 401);
  const fresh = await halfIn(office, bo.email, newPassword);
  assert.equal((await sendCode(office, fresh, codeNow(office, bo))).status, 200);
});

test('N2: who became inactive between password and code stays outside', async () => {
  const half = await halfIn(office, bo.email);
  const { key } = office.anna;
  const out = await office.ask('PATCH', `/api/members/${office.bo.id}`, { active: false }, { key });
  assert.equal(out.status, 200);
  assert.equal((await sendCode(office, half, codeNow(office, bo))).status, 401);
  const again = await office.ask('POST', '/api/auth/sign-in/email', { email: bo.email, password: PASSWORD });
  assert.equal(again.status, 401);
});

test('API keys ask for no code', async () => {
  assert.equal((await office.ask('GET', '/api/me', undefined, { key: office.bo.key })).status, 200);
});

test('ABUSE 21: no second step from another website', async () => {
  const cookie = await halfIn(office, bo.email);
  const ask = (headers: Record<string, string>) =>
    office.ask('POST', '/api/auth/sign-in/two-factor', { code: codeNow(office, bo) }, { headers });
  assert.equal((await ask({ cookie, origin: 'https://evil.example' })).status, 403);
  assert.equal((await ask({ cookie })).status, 403);
});

test('secrets, codes and tokens leave no trace in the log and none readable in the database', async () => {
  const half = await halfIn(office, bo.email);
  await sendCode(office, half, bo.recoveryCodes[0]!);
  const { read } = office.platform.db;
  const kept = JSON.stringify([
    await read.selectFrom('two_factor').selectAll().execute(),
    await read.selectFrom('recovery_codes').selectAll().execute(),
    await read.selectFrom('tokens').selectAll().execute(),
  ]);
  const log = office.logged.join('\n');
  for (const secret of [bo.secret, ...bo.recoveryCodes, half.split('=')[1]!]) {
    assert.ok(!log.includes(secret));
    assert.ok(!kept.includes(secret));
    assert.ok(!kept.includes(secret.replace('-', '')));
  }
});
