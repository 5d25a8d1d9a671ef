import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import type { Platform } from '#platform/platform.ts';
import { finishSignIn, secondStepPerson } from '#people/finish-sign-in.ts';
import { secondStepCookie, secondStepFrom } from '#people/second-step-cookie.ts';
import { signIn, signOut } from '#people/sign-in.ts';
import { formOf } from './form-of.ts';
import { ownNext } from './own-next.ts';
import { sendPage, sendTooMany, type PageContext } from './send-page.ts';
import { signInPage } from './sign-in.ts';
import { signInCodePage } from './sign-in-code.ts';
import { staffFrame } from './staff-frame.ts';
import type { SignIn } from './view.ts';

const STAFF_APP = '/admin';
const COOKIE_PATH = '/sign-in';

/** The door for colleagues: password, code where two-factor is on, and the way out. Works without script. */
export function signInPages(platform: Platform) {
  const pages = new Hono<HttpEnv>();
  pages.get('/sign-in', (c) => {
    return showDoor(platform, c, { email: '', failed: null, next: ownNext(c.req.query('next')) });
  });
  pages.post('/sign-in', (c) => enter(platform, c));
  pages.get('/sign-in/code', (c) => showCode(platform, c));
  pages.post('/sign-in/code', (c) => enterCode(platform, c));
  pages.post('/sign-out', async (c) => {
    setCookies(c, await signOut(platform, c.req.header('cookie') ?? ''));
    return c.redirect('/sign-in', 303);
  });
  return pages;
}

type Door = Omit<SignIn, 'frame'>;

async function showDoor(platform: Platform, c: PageContext, door: Door): Promise<Response> {
  const frame = { ...(await staffFrame(platform, c)), address: withNext('/sign-in', door.next) };
  return sendPage(c, frame, signInPage({ frame, ...door }), door.failed === null ? 200 : 401);
}

async function enter(platform: Platform, c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const email = (form.get('email') ?? '').slice(0, 400);
  const password = (form.get('password') ?? '').slice(0, 200);
  const next = ownNext(form.get('next'));
  const given = { email, password, userAgent: c.req.header('user-agent') };
  const done = await signIn(platform, given, limitAddress(platform, c));
  if ('secondStep' in done) {
    setCookies(c, [secondStepCookie(platform, COOKIE_PATH, done.secondStep)]);
    return c.redirect(withNext('/sign-in/code', next), 303);
  }
  if ('cookies' in done) {
    setCookies(c, done.cookies);
    return c.redirect(next ?? STAFF_APP, 303);
  }
  if (done.refused === 'wrong') return showDoor(platform, c, { email, failed: 'wrong', next });
  return tooMany(platform, c, next, done.retryAfterSeconds);
}

async function showCode(platform: Platform, c: PageContext): Promise<Response> {
  const next = ownNext(c.req.query('next'));
  const token = secondStepFrom(platform, c.req.header('cookie'));
  if (!(await secondStepPerson(platform, token))) return c.redirect(withNext('/sign-in', next), 303);
  const frame = await staffFrame(platform, c);
  const recovery = c.req.query('recovery') !== undefined;
  return sendPage(c, frame, signInCodePage({ frame, recovery, next, failed: false }));
}

async function enterCode(platform: Platform, c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const code = (form.get('code') ?? '').slice(0, 40);
  const next = ownNext(form.get('next'));
  const token = secondStepFrom(platform, c.req.header('cookie'));
  const given = { token, code, userAgent: c.req.header('user-agent') };
  const done = await finishSignIn(platform, given, limitAddress(platform, c));
  if ('cookies' in done) {
    setCookies(c, [...done.cookies, secondStepCookie(platform, COOKIE_PATH, null)]);
    return c.redirect(next ?? STAFF_APP, 303);
  }
  if (done.refused === 'over') return showDoor(platform, c, { email: '', failed: 'late', next });
  if (done.refused === 'too-many') return tooMany(platform, c, next, done.retryAfterSeconds);
  const recovery = form.get('recovery') !== null;
  const address = withNext(recovery ? '/sign-in/code?recovery=1' : '/sign-in/code', next);
  const frame = { ...(await staffFrame(platform, c)), address };
  return sendPage(c, frame, signInCodePage({ frame, recovery, next, failed: true }), 401);
}

async function tooMany(
  platform: Platform,
  c: PageContext,
  next: string | undefined,
  seconds: number,
): Promise<Response> {
  const frame = { ...(await staffFrame(platform, c)), address: withNext('/sign-in', next) };
  return sendTooMany(c, frame, seconds);
}

function withNext(path: string, next: string | undefined): string {
  if (next === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ next })}`;
}

function setCookies(c: PageContext, cookies: string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
