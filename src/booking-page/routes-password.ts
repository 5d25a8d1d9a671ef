import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import type { Platform } from '#platform/platform.ts';
import { checkAddress } from '#platform/mailer/address.ts';
import { acceptInvitation, readInvitation } from '#people/accept-invitation.ts';
import { password as goodPassword } from '#people/member-fields.ts';
import { takeTokenTry } from '#people/sign-in-tries.ts';
import { readPasswordReset, requestPasswordReset, resetPassword } from '#people/reset-password.ts';
import {
  forgottenPage,
  invitationPage,
  newPasswordPage,
  passwordChangedPage,
  passwordLinkPage,
} from './password.ts';
import { staffFrame } from './staff-frame.ts';
import { formOf } from './form-of.ts';
import { sendPage, sendTooMany, type PageContext } from './send-page.ts';
import type { Frame, StaffWrong } from './view.ts';

/** A forgotten password, a new one, an invitation. Opening a mailed link changes nothing. */
export function passwordPages(platform: Platform) {
  const pages = new Hono<HttpEnv>();
  pages.get('/forgotten-password', async (c) => {
    const frame = await staffFrame(platform, c);
    return sendPage(c, frame, forgottenPage({ frame, email: '', sent: false }));
  });
  pages.post('/forgotten-password', (c) => forgotten(platform, c));
  pages.get('/reset-password', async (c) => {
    const token = c.req.query('token') ?? '';
    const known = await readPasswordReset(platform, token);
    const frame = await staffFrame(platform, c);
    if ('refused' in known) return badToken(platform, c, frame, known.refused);
    return sendPage(c, frame, newPasswordPage({ frame, token, wrongs: [] }));
  });
  pages.post('/reset-password', (c) => renew(platform, c));
  pages.get('/invitation', async (c) => {
    const token = c.req.query('token') ?? '';
    const known = await readInvitation(platform, token);
    const frame = await staffFrame(platform, c);
    if ('refused' in known) return badToken(platform, c, frame, known.refused);
    return sendPage(c, frame, invitationPage({ frame, token, wrongs: [], email: known.member.email }));
  });
  pages.post('/invitation', (c) => accept(platform, c));
  return pages;
}

const NOBODY = 'nobody@invalid';
const SHORT: StaffWrong[] = [{ path: 'password', code: 'short' }];

/** Neutral words for every token that opens nothing; whoever tries many is stopped. */
async function badToken(
  platform: Platform,
  c: PageContext,
  frame: Frame,
  refused: string,
): Promise<Response> {
  if (refused !== 'unknown') return sendPage(c, frame, passwordLinkPage(frame), 410);
  const tries = await takeTokenTry(platform, limitAddress(platform, c));
  return tries
    ? sendTooMany(c, frame, tries.retryAfterSeconds)
    : sendPage(c, frame, passwordLinkPage(frame), 404);
}

async function fields(c: PageContext): Promise<{ email: string; token: string; password: string }> {
  const form = await formOf(c);
  const text = (name: string): string => (form.get(name) ?? '').slice(0, 400);
  return { email: text('email').trim(), token: text('token'), password: text('password') };
}

async function forgotten(platform: Platform, c: PageContext): Promise<Response> {
  const { email } = await fields(c);
  const frame = { ...(await staffFrame(platform, c)), address: '/forgotten-password' };
  // What can be nobody's address gets the same words; there is nobody to look for.
  const from = limitAddress(platform, c);
  const asked = await requestPasswordReset(platform, checkAddress(email) ? email : NOBODY, from);
  if (!('refused' in asked)) return sendPage(c, frame, forgottenPage({ frame, email, sent: true }));
  return sendTooMany(c, frame, asked.retryAfterSeconds);
}

async function renew(platform: Platform, c: PageContext): Promise<Response> {
  const { token, password } = await fields(c);
  const frame = { ...(await staffFrame(platform, c)), address: '/sign-in' };
  if (!goodPassword.safeParse(password).success) {
    return sendPage(c, frame, newPasswordPage({ frame, token, wrongs: SHORT }), 422);
  }
  const done = await resetPassword(platform, token, password);
  if ('refused' in done) return badToken(platform, c, frame, done.refused);
  return sendPage(c, frame, passwordChangedPage(frame));
}

async function accept(platform: Platform, c: PageContext): Promise<Response> {
  const { token, password } = await fields(c);
  const frame = { ...(await staffFrame(platform, c)), address: '/sign-in' };
  if (!goodPassword.safeParse(password).success) {
    return sendPage(c, frame, invitationPage({ frame, token, wrongs: SHORT }), 422);
  }
  const done = await acceptInvitation(platform, token, password);
  if ('refused' in done) return badToken(platform, c, frame, done.refused);
  return sendPage(c, frame, passwordChangedPage(frame));
}
