import assert from 'node:assert/strict';
import { ORIGIN, PASSWORD, signedIn, type Answer, type Office } from './office.test-support.ts';
import { codeAt } from './totp.ts';

/** Somebody with two-factor on, as their telephone and their drawer know them. */
export interface Protected {
  email: string;
  secret: string;
  recoveryCodes: string[];
  /** Of the session in which it was switched on. */
  cookie: string;
}

/** Switches two-factor on; the clock then stands a minute later, so that the next code is a fresh one. */
export async function protect(office: Office, email: string): Promise<Protected> {
  const cookie = await signedIn(office, email);
  const begun = await office.ask('POST', '/api/auth/two-factor', { password: PASSWORD }, { cookie });
  assert.equal(begun.status, 200);
  const { secret } = begun.body;
  const code = codeAt(secret, office.clock.now());
  const on = await office.ask('POST', '/api/auth/two-factor/activation', { code }, { cookie });
  assert.equal(on.status, 200);
  office.clock.advance(1);
  return { email, secret, recoveryCodes: on.body.recoveryCodes, cookie };
}

/** The cookie of a right password that waits for its code. */
export async function halfIn(office: Office, email: string, password = PASSWORD): Promise<string> {
  const answer = await office.ask('POST', '/api/auth/sign-in/email', { email, password });
  assert.deepEqual([answer.status, answer.body], [200, { status: 'two-factor' }]);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

export function sendCode(office: Office, cookie: string | undefined, code: string): Promise<Answer> {
  const headers = { origin: ORIGIN, ...(cookie && { cookie }) };
  return office.ask('POST', '/api/auth/sign-in/two-factor', { code }, { headers });
}

export function codeNow(office: Office, { secret }: { secret: string }): string {
  return codeAt(secret, office.clock.now());
}

/** Six digits that are none of the good ones. */
export function wrongCode(office: Office, { secret }: { secret: string }): string {
  const good = [-1, 0, 1].map((drift) => codeAt(secret, office.clock.now() + drift * 30_000));
  return ['000000', '111111', '222222', '333333'].find((code) => !good.includes(code))!;
}

/** Whom a cookie opens the door for: 200 or 401. */
export async function me(office: Office, cookie: string): Promise<number> {
  return (await office.ask('GET', '/api/me', undefined, { cookie })).status;
}

export function sessionCookie(answer: Answer): string | undefined {
  const line = answer.headers.getSetCookie().find((one) => one.startsWith('rondo.session_token='));
  return line?.split(';')[0];
}
