import type { Context } from 'hono';
import { isoNow } from '#platform/clock.ts';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import { text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { Problem, tooMany } from '#platform/refusal.ts';
import { LONGEST_PASSWORD } from './password-length.ts';
import { finishSignIn, type SecondStepRefusal } from './finish-sign-in.ts';
import { typedCode } from './member-fields.ts';
import { secondStepCookie, secondStepFrom } from './second-step-cookie.ts';
import { sessionTokenFrom } from './session-cookie.ts';
import { signIn, signOut, type SignInRefusal } from './sign-in.ts';
import { readSession } from './store-identity.ts';

const SECOND_STEP_PATH = '/api/auth/sign-in';
const done = z.object({ status: z.literal('ok') });
const signedIn = z.object({ status: z.enum(['ok', 'two-factor']) });
const OK = { status: 'ok' } as const;
const anyPassword = text(LONGEST_PASSWORD, 1);

/** The door: in and out, and who is inside. */
export function signInRoutes(platform: Platform) {
  const app = router();
  signInRoute(platform, app);
  secondStepRoute(platform, app);
  signOutRoute(platform, app);
  whoRoute(platform, app);
  return app;
}

type App = ReturnType<typeof router>;
type HttpContext = Context<HttpEnv>;

function signInRoute(platform: Platform, app: App): void {
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/auth/sign-in/email',
      summary: 'Sign in; the answer carries the session cookie, or says that a code is wanted too',
      request: body(z.object({ email: text(400, 1), password: anyPassword })),
      responses: { 200: answer(signedIn, 'Signed in, or two-factor: send the code within five minutes') },
    }),
    async (c) => {
      const given = { ...c.req.valid('json'), userAgent: c.req.header('user-agent') };
      const result = await signIn(platform, given, limitAddress(platform, c));
      if ('refused' in result) throw signInProblem(result);
      if ('cookies' in result) return withCookies(c, result.cookies);
      c.header('Set-Cookie', secondStepCookie(platform, SECOND_STEP_PATH, result.secondStep));
      return c.json({ status: 'two-factor' } as const, 200);
    },
  );
}

function secondStepRoute(platform: Platform, app: App): void {
  app.openapi(
    route('public', {
      method: 'post',
      path: '/api/auth/sign-in/two-factor',
      summary: 'Second step: a code of the app, or a recovery code; the answer carries the session cookie',
      request: body(z.object({ code: typedCode })),
      responses: { 200: answer(done, 'Signed in') },
    }),
    async (c) => {
      const token = secondStepFrom(platform, c.req.header('cookie'));
      const { code } = c.req.valid('json');
      const given = { token, code, userAgent: c.req.header('user-agent') };
      const result = await finishSignIn(platform, given, limitAddress(platform, c));
      if ('refused' in result) throw secondStepProblem(result);
      return withCookies(c, [...result.cookies, secondStepCookie(platform, SECOND_STEP_PATH, null)]);
    },
  );
}

function secondStepProblem(result: SecondStepRefusal): Problem {
  if (result.refused === 'too-many') return tooMany(result.retryAfterSeconds);
  const why =
    result.refused === 'over'
      ? 'Sign in with your password first; the code must follow within five minutes.'
      : 'This code is wrong or was used. Wait for the next one, or use a recovery code.';
  return new Problem(401, 'not-signed-in', why);
}

function signOutRoute(platform: Platform, app: App): void {
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

const sessionAnswer = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    session: z.object({ expiresAt: z.string() }),
  })
  .nullable();

function whoRoute(platform: Platform, app: App): void {
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
}
