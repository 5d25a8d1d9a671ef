import type { Context } from 'hono';
import { clientAddress, limitKey } from '#platform/http/client-address.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { emailAddress, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed, Problem, tooMany } from '#platform/refusal.ts';
import { isoNow } from '#platform/clock.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { LONGEST_PASSWORD } from './hashing.ts';
import { password } from './member-fields.ts';
import { tokenProblem } from './problems.ts';
import { requestPasswordReset, resetPassword } from './reset-password.ts';
import { sessionTokenFrom } from './session-cookie.ts';
import { signIn, signOut, type SignInRefusal } from './sign-in.ts';
import { takeTokenTry } from './sign-in-tries.ts';
import { endSessions, readSession } from './store-identity.ts';

const done = z.object({ status: z.literal('ok') });
const OK = { status: 'ok' } as const;
const anyPassword = text(LONGEST_PASSWORD, 1);
const tokenParam = z.object({ token: text(200, 1) });

/** The door: sign in and out, sessions, passwords, invitations. */
export function signInRoutes(platform: Platform) {
  const app = router();
  signInRoute(platform, app);
  sessionRoutes(platform, app);
  passwordRoutes(platform, app);
  invitationRoutes(platform, app);
  return app;
}

type App = ReturnType<typeof router>;
type HttpContext = Context<HttpEnv>;

function signInRoute(platform: Platform, app: App): void {
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/auth/sign-in/email',
      summary: 'Sign in; the answer carries the session cookie',
      request: body(z.object({ email: text(400, 1), password: anyPassword })),
      responses: { 200: answer(done, 'Signed in') },
    }),
    async (c) => {
      const result = await signIn(platform, c.req.valid('json'), addressOf(platform, c));
      if ('refused' in result) throw signInProblem(result);
      return withCookies(c, result.cookies);
    },
  );
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/auth/sign-out',
      summary: 'End this session and forget its cookie',
      responses: { 200: answer(done, 'Signed out') },
    }),
    async (c) => withCookies(c, await signOut(platform, c.req.header('cookie') ?? '')),
  );
}

function signInProblem(result: SignInRefusal): Problem {
  if (result.refused === 'too-many') return tooMany(result.retryAfterSeconds);
  return new Problem(401, 'not-signed-in', 'The e-mail address or the password is wrong.');
}

/** Each cookie is a header of its own: joined by commas they would be unreadable. */
function withCookies(c: HttpContext, cookies: string[]) {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  return c.json(OK, 200);
}

function addressOf(platform: Platform, c: HttpContext): string {
  return limitKey(clientAddress(platform, c));
}

const sessionAnswer = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    session: z.object({ expiresAt: z.string() }),
  })
  .nullable();

function sessionRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('public', {
      method: 'get',
      path: '/api/auth/get-session',
      summary: 'Who the session cookie belongs to; null when nobody',
      responses: { 200: answer(sessionAnswer, 'The session') },
    }),
    async (c) => {
      const token = sessionTokenFrom(platform, c.req.header('cookie'));
      const found = token && (await readSession(platform.db.read, token, isoNow(platform.clock)));
      if (!found) return c.json(null, 200);
      const { userId, name, email, expiresAt } = found;
      return c.json({ user: { id: userId, name, email }, session: { expiresAt } }, 200);
    },
  );
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/revoke-other-sessions',
      summary: 'End every session of yours but this one',
      responses: { 200: answer(done, 'Ended') },
    }),
    async (c) => {
      const { token, userId } = await ownSession(platform, c);
      await platform.db.transact((tx) => endSessions(tx, userId, token));
      return c.json(OK, 200);
    },
  );
}

/** Passwords and sessions are for the person at the browser, not for programs with a key. */
async function ownSession(platform: Platform, c: HttpContext): Promise<{ token: string; userId: string }> {
  const token = sessionTokenFrom(platform, c.req.header('cookie'));
  const found = token && (await readSession(platform.db.read, token, isoNow(platform.clock)));
  if (!token || !found || c.get('caller')?.via !== 'cookie') {
    throw notAllowed('Sign in with your password to do this; an API key is not enough.');
  }
  return { token, userId: found.userId };
}

function passwordRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/auth/request-password-reset',
      summary: 'Mail a link to choose a new password; the answer is the same whoever asks',
      request: body(z.object({ email: emailAddress })),
      responses: { 200: answer(done, 'If an account has that address, a link is on its way') },
    }),
    async (c) => {
      const { email } = c.req.valid('json');
      const result = await requestPasswordReset(platform, email, addressOf(platform, c));
      if ('refused' in result) throw tooMany(result.retryAfterSeconds);
      return c.json(OK, 200);
    },
  );
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/auth/reset-password',
      summary: 'Set a new password with the token of a reset mail; every session ends',
      request: body(z.object({ token: text(200, 1), newPassword: password })),
      responses: { 200: answer(done, 'Changed') },
    }),
    async (c) => {
      const { token, newPassword } = c.req.valid('json');
      const result = await resetPassword(platform, token, newPassword);
      if ('refused' in result) throw await countedTokenProblem(platform, c, result.refused);
      return c.json(OK, 200);
    },
  );
  changeRoute(platform, app);
}

function changeRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/change-password',
      summary: 'Choose another password; every other session ends',
      request: body(z.strictObject({ currentPassword: anyPassword, newPassword: password })),
      responses: { 200: answer(done, 'Changed') },
    }),
    async (c) => {
      const { token } = await ownSession(platform, c);
      const { currentPassword, newPassword } = c.req.valid('json');
      const result = await changePassword(platform, c.get('caller')!, {
        current: currentPassword,
        next: newPassword,
        sessionToken: token,
        from: addressOf(platform, c),
      });
      if ('changed' in result) return c.json(OK, 200);
      if (result.refused === 'too-many') throw tooMany(result.retryAfterSeconds);
      throw invalid({ path: 'currentPassword', message: 'This is not your present password.' });
    },
  );
}

const invitationAnswer = z.object({ workspace: z.string(), name: z.string(), email: z.string() });

function invitationRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('public', {
      method: 'get',
      path: '/api/invitations/{token}',
      summary: 'Who is invited where; changes nothing',
      request: { params: tokenParam },
      responses: { 200: answer(invitationAnswer, 'The invitation') },
    }),
    async (c) => {
      const found = await readInvitation(platform, c.req.valid('param').token);
      if ('refused' in found) throw await countedTokenProblem(platform, c, found.refused);
      const { workspace, member } = found;
      return c.json({ workspace: workspace.name, name: member.name, email: member.email }, 200);
    },
  );
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/invitations/{token}',
      summary: 'Accept an invitation by choosing a password',
      request: { params: tokenParam, ...body(z.object({ password })) },
      responses: { 200: answer(done, 'Joined') },
    }),
    async (c) => {
      const { token } = c.req.valid('param');
      const result = await acceptInvitation(platform, token, c.req.valid('json').password);
      if ('refused' in result) throw await countedTokenProblem(platform, c, result.refused);
      return c.json(OK, 200);
    },
  );
}

/** Wrong tokens are counted by network address: nobody mistypes 43 letters twenty times. */
async function countedTokenProblem(
  platform: Platform,
  c: HttpContext,
  refused: Parameters<typeof tokenProblem>[0],
): Promise<Problem> {
  const refusal = await takeTokenTry(platform, addressOf(platform, c));
  return refusal ? tooMany(refusal.retryAfterSeconds) : tokenProblem(refused);
}
