import type { Context } from 'hono';
import type { HttpEnv } from '#platform/http/caller.ts';
import { limitAddress } from '#platform/http/client-address.ts';
import { emailAddress, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, tooMany, type Problem } from '#platform/refusal.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { LONGEST_PASSWORD } from './password-length.ts';
import { password } from './member-fields.ts';
import { tokenProblem } from './problems.ts';
import { requestPasswordReset, resetPassword } from './reset-password.ts';
import { ownSession } from './own-session.ts';
import { takeTokenTry } from './sign-in-tries.ts';

const done = z.object({ status: z.literal('ok') });
const OK = { status: 'ok' } as const;
const anyPassword = text(LONGEST_PASSWORD, 1);
const tokenParam = z.object({ token: text(200, 1) });

/** Keys to the door: new passwords, and invitations to choose the first one. */
export function passwordRoutes(platform: Platform) {
  const app = router();
  resetRoutes(platform, app);
  changeRoute(platform, app);
  invitationRoutes(platform, app);
  return app;
}

type App = ReturnType<typeof router>;
type HttpContext = Context<HttpEnv>;

function resetRoutes(platform: Platform, app: App): void {
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
      const result = await requestPasswordReset(platform, email, limitAddress(platform, c));
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
      const { token } = await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      const { currentPassword, newPassword } = c.req.valid('json');
      const result = await changePassword(platform, c.get('caller')!, {
        current: currentPassword,
        next: newPassword,
        sessionToken: token,
        from: limitAddress(platform, c),
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
  const refusal = await takeTokenTry(platform, limitAddress(platform, c));
  return refusal ? tooMany(refusal.retryAfterSeconds) : tokenProblem(refused);
}
