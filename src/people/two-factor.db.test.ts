import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { mailsTo, PASSWORD, signedIn, staffedOffice, statusesOf } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';
import { passwordLink } from './reset-password.ts';
import { codeAt } from './totp.ts';
import {
  codeNow,
  halfIn,
  me,
  protect,
  sendCode,
  sessionCookie,
  wrongCode,
} from './two-factor.test-support.ts';

let office: Staffed;

const OFF = { enabled: false, enabledAt: null, recoveryCodesLeft: 0 };

function post(path: string, body: unknown, cookie: string): Promise<Answer> {
  return office.ask('POST', `/api/auth/two-factor${path}`, body, { cookie });
}

async function state(cookie: string): Promise<unknown> {
  return (await office.ask('GET', '/api/auth/two-factor', undefined, { cookie })).body;
}

async function subjects(email: string): Promise<string[]> {
  return (await mailsTo(office, email)).map(({ subject }) => subject).toSorted();
}

/** The statuses of signing in: 'ok', 'two-factor', or what was refused. */
async function door(email: string): Promise<string> {
  const answer = await office.ask('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
  return answer.body.status;
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('switching on takes the password and a first code; until then nothing changes', async () => {
  const cookie = await signedIn(office, office.bo.email);
  assert.deepEqual(await state(cookie), OFF);
  assert.equal((await post('', { password: 'not it' }, cookie)).status, 422);
  const begun = await post('', { password: PASSWORD }, cookie);
  const { secret, address } = begun.body;
  assert.equal(address, `otpauth://totp/Rondo:bo%40nordwind.example?secret=${secret}&issuer=Rondo`);
  assert.deepEqual(await state(cookie), OFF);
  assert.equal(await door(office.bo.email), 'ok', 'an unfinished beginning locks nobody out');

  const wrong = await post('/activation', { code: wrongCode(office, { secret }) }, cookie);
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'code']);
  const on = await post('/activation', { code: codeAt(secret, office.clock.now()) }, cookie);
  assert.equal(on.status, 200);
  assert.equal(on.body.recoveryCodes.length, 10);
  const enabledAt = '2026-11-23T08:00:00.000Z';
  assert.deepEqual(await state(cookie), { enabled: true, enabledAt, recoveryCodesLeft: 10 });
  assert.equal(await door(office.bo.email), 'two-factor');
  assert.deepEqual(await subjects(office.bo.email), ['Two-factor sign-in is on']);
});

test('the code that switched it on does not open the door', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const { secret } = (await post('', { password: PASSWORD }, cookie)).body;
  const code = codeAt(secret, office.clock.now());
  await post('/activation', { code }, cookie);
  assert.equal((await sendCode(office, await halfIn(office, office.bo.email), code)).status, 401);
});

test('switching on ends the other sessions, which a password alone had opened', async () => {
  const there = await signedIn(office, office.bo.email);
  const { cookie } = await protect(office, office.bo.email);
  assert.deepEqual([await me(office, cookie), await me(office, there)], [200, 401]);
});

test('the last secret counts, for an hour; of two first codes one switches on', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const first = (await post('', { password: PASSWORD }, cookie)).body.secret;
  const second = (await post('', { password: PASSWORD }, cookie)).body.secret;
  const now = office.clock.now();
  assert.equal((await post('/activation', { code: codeAt(first, now) }, cookie)).status, 422);
  office.clock.advance(61);
  const late = { code: codeAt(second, office.clock.now()) };
  assert.equal((await post('/activation', late, cookie)).status, 409);
  const third = (await post('', { password: PASSWORD }, cookie)).body.secret;
  const code = codeAt(third, office.clock.now());
  const both = await Promise.all([
    post('/activation', { code }, cookie),
    post('/activation', { code }, cookie),
  ]);
  assert.deepEqual(statusesOf(both), [200, 409]);
  assert.equal((await post('', { password: PASSWORD }, cookie)).status, 409, 'on already');
  assert.equal(await door(office.bo.email), 'two-factor', 'and the secret stayed as it was');
});

test('switching off takes the password and a code, of the app or a recovery code', async () => {
  for (const kind of ['app', 'recovery'] as const) {
    const bo = await protect(office, office.bo.email).catch(() => null);
    assert.ok(bo, kind);
    const code = kind === 'app' ? codeNow(office, bo) : bo.recoveryCodes[0]!;
    const { cookie } = bo;
    const noPassword = await post('/deactivation', { password: 'not it', code }, cookie);
    assert.deepEqual([noPassword.status, noPassword.body.errors[0].path], [422, 'password']);
    const noCode = await post('/deactivation', { password: PASSWORD, code: wrongCode(office, bo) }, cookie);
    assert.deepEqual([noCode.status, noCode.body.errors[0].path], [422, 'code']);
    assert.equal(await door(office.bo.email), 'two-factor');
    const half = await halfIn(office, office.bo.email);
    assert.equal((await post('/deactivation', { password: PASSWORD, code }, cookie)).status, 200);
    assert.deepEqual(await state(cookie), OFF);
    assert.equal(await door(office.bo.email), 'ok');
    assert.equal((await sendCode(office, half, bo.recoveryCodes[1]!)).status, 401, 'a step under way ended');
    office.clock.advance(60);
  }
  const told = (await subjects(office.bo.email)).filter((subject) => subject === 'Two-factor sign-in is off');
  assert.equal(told.length, 2);
});

test('ten new recovery codes replace the old ones', async () => {
  const bo = await protect(office, office.bo.email);
  const { cookie } = bo;
  const proof = { password: PASSWORD, code: codeNow(office, bo) };
  const wrong = { ...proof, code: 'AAAAA-AAAAA' };
  assert.equal((await post('/recovery-codes', wrong, cookie)).status, 422);
  const fresh: string[] = (await post('/recovery-codes', proof, cookie)).body.recoveryCodes;
  assert.equal(fresh.length, 10);
  assert.equal((await post('/recovery-codes', proof, cookie)).status, 422, 'the code was used');
  const half = await halfIn(office, office.bo.email);
  assert.equal((await sendCode(office, half, bo.recoveryCodes[0]!)).status, 401);
  assert.equal((await sendCode(office, half, fresh[0]!)).status, 200);
});

test('ABUSE 35: codes in the settings are counted with those of signing in, and passwords too', async () => {
  const bo = await protect(office, office.bo.email);
  const proof = { password: PASSWORD, code: wrongCode(office, bo) };
  for (let tries = 0; tries < 5; tries++) {
    assert.equal((await post('/deactivation', proof, bo.cookie)).status, 422);
  }
  const right = { password: PASSWORD, code: codeNow(office, bo) };
  assert.equal((await post('/deactivation', right, bo.cookie)).status, 429);
  assert.equal((await post('/recovery-codes', right, bo.cookie)).status, 429);
  assert.equal((await sendCode(office, await halfIn(office, bo.email), right.code)).status, 429);
  office.clock.advance(10);
  const guess = { password: 'not it', code: codeNow(office, bo) };
  for (let tries = 0; tries < 5; tries++) await post('/deactivation', guess, bo.cookie);
  assert.equal((await post('/deactivation', { ...guess, password: PASSWORD }, bo.cookie)).status, 429);
});

test('ABUSE 35: first codes are counted before they are looked at', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const { secret } = (await post('', { password: PASSWORD }, cookie)).body;
  const guesses = await Promise.all(
    Array.from({ length: 8 }, () => post('/activation', { code: wrongCode(office, { secret }) }, cookie)),
  );
  assert.deepEqual(statusesOf(guesses), [422, 422, 422, 422, 422, 429, 429, 429]);
});

test('a key sees and changes nothing of it', async () => {
  const { key } = office.bo;
  const proof = { password: PASSWORD, code: '123456' };
  const asked: [string, string, unknown?][] = [
    ['GET', ''],
    ['POST', '', { password: PASSWORD }],
    ['POST', '/activation', { code: '123456' }],
    ['POST', '/deactivation', proof],
    ['POST', '/recovery-codes', proof],
  ];
  for (const [method, path, body] of asked) {
    const { status } = await office.ask(method, `/api/auth/two-factor${path}`, body, { key });
    assert.equal(status, 403, `${method} ${path}`);
  }
});

test('an admin switches a colleague’s off: sessions end, the colleague is told by whom', async () => {
  const bo = await protect(office, office.bo.email);
  const path = `/api/members/${office.bo.id}/two-factor`;
  const { key } = office.chloe;
  assert.equal((await office.ask('GET', path, undefined, { key })).body.enabled, true);
  assert.equal((await office.ask('DELETE', path, undefined, { key })).status, 204);
  assert.deepEqual((await office.ask('GET', path, undefined, { key })).body, {
    enabled: false,
    enabledAt: null,
  });
  assert.equal(await me(office, bo.cookie), 401);
  assert.equal(await door(bo.email), 'ok');
  assert.equal((await office.ask('DELETE', path, undefined, { key })).status, 204, 'twice is once');
  const mails = await mailsTo(office, bo.email);
  assert.equal(mails.filter(({ subject }) => subject === 'Two-factor sign-in is off').length, 1);
  assert.match(mails.find(({ subject }) => /off/.test(subject))!.text, /Chloé Martin has switched/);
});

test('ABUSE 19: not of an owner unless an owner does it, never one’s own, and never by a member', async () => {
  const anna = await protect(office, office.anna.email);
  await protect(office, office.chloe.email);
  const reset = async (key: string, id: string): Promise<number> =>
    (await office.ask('DELETE', `/api/members/${id}/two-factor`, undefined, { key })).status;
  assert.equal(await reset(office.bo.key, office.chloe.id), 403);
  assert.equal(await reset(office.chloe.key, office.anna.id), 403);
  assert.equal(await reset(office.chloe.key, office.chloe.id), 409);
  assert.equal(await reset(office.anna.key, office.anna.id), 409);
  assert.deepEqual([await door(anna.email), await door(office.chloe.email)], ['two-factor', 'two-factor']);
  assert.equal(await reset(office.anna.key, office.chloe.id), 204);
  assert.equal(await reset(office.anna.key, '01a1ff9d-0000-7000-8000-00000000e15e'), 404);
});

test('the printed link leaves two-factor on, unless the person at the server says otherwise', async () => {
  const anna = await protect(office, office.anna.email);
  await passwordLink(office.platform, anna.email);
  assert.equal(await door(anna.email), 'two-factor');
  const link = await passwordLink(office.platform, anna.email, { withoutTwoFactor: true });
  assert.match(link!, /\/reset-password\?token=/);
  assert.equal(await door(anna.email), 'ok');
  assert.deepEqual(await subjects(anna.email), ['Two-factor sign-in is off', 'Two-factor sign-in is on']);
});

test('mails come in the member’s language', async () => {
  for (const [locale, subject] of [
    ['fr', 'La connexion en deux étapes est activée'],
    ['pl', 'Logowanie dwuetapowe jest włączone'],
  ] as const) {
    const person = locale === 'fr' ? office.chloe : office.bo;
    await office.ask('PATCH', `/api/members/${person.id}`, { locale }, { key: office.anna.key });
    await protect(office, person.email);
    assert.deepEqual(await subjects(person.email), [subject]);
  }
});

test('after a recovery code the number left is known', async () => {
  const bo = await protect(office, office.bo.email);
  const answer = await sendCode(office, await halfIn(office, bo.email), bo.recoveryCodes[0]!);
  const { recoveryCodesLeft } = (await state(sessionCookie(answer)!)) as { recoveryCodesLeft: number };
  assert.equal(recoveryCodesLeft, 9);
});
