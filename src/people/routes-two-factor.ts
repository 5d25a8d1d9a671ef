import { limitAddress } from '#platform/http/client-address.ts';
import { idParam, text, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound, Problem, tooMany } from '#platform/refusal.ts';
import { LONGEST_PASSWORD } from './password-length.ts';
import { typedCode } from './member-fields.ts';
import { ownSession } from './own-session.ts';
import { memberProblem } from './problems.ts';
import { resetTwoFactor } from './reset-two-factor.ts';
import { newSecretAnswer, recoveryCodesAnswer, twoFactorAnswer } from './security-fields.ts';
import { readMember } from './store.ts';
import { countRecoveryCodes, readTwoFactor } from './store-two-factor.ts';
import {
  prepareTwoFactor,
  renewRecoveryCodes,
  switchTwoFactorOff,
  switchTwoFactorOn,
  type CodeRefusal,
} from './two-factor.ts';

const password = text(LONGEST_PASSWORD, 1);
const proof = z.strictObject({ password, code: typedCode });
const done = z.object({ status: z.literal('ok') });
const OK = { status: 'ok' } as const;

/** A second proof beside the password: a code of an app on the person's telephone. */
export function twoFactorRoutes(platform: Platform) {
  const app = router();
  stateRoute(platform, app);
  switchOnRoutes(platform, app);
  switchOffRoute(platform, app);
  codesRoute(platform, app);
  colleagueRoutes(platform, app);
  return app;
}

type App = ReturnType<typeof router>;

function stateRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'get',
      path: '/api/auth/two-factor',
      summary: 'Whether your two-factor sign-in is on, and how many recovery codes are left',
      responses: { 200: answer(twoFactorAnswer, 'Two-factor sign-in') },
    }),
    async (c) => {
      const { userId } = await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      const { read } = platform.db;
      const enabledAt = (await readTwoFactor(read, userId))?.enabled_at ?? null;
      const recoveryCodesLeft = await countRecoveryCodes(read, userId);
      return c.json({ enabled: enabledAt !== null, enabledAt, recoveryCodesLeft }, 200);
    },
  );
}

function switchOnRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/two-factor',
      summary: 'Begin switching on: a secret for your app; nothing changes until its first code',
      request: body(z.strictObject({ password })),
      responses: { 200: answer(newSecretAnswer, 'For the app') },
    }),
    async (c) => {
      await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      const given = { ...c.req.valid('json'), from: limitAddress(platform, c) };
      const result = await prepareTwoFactor(platform, c.get('caller')!, given);
      if (!('refused' in result)) return c.json(result, 200);
      throw result.refused === 'on'
        ? new Problem(409, 'conflict', 'Two-factor sign-in is on already.')
        : proofProblem(result);
    },
  );
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/two-factor/activation',
      summary: 'Switch on with a first code; answers the recovery codes, once; your other sessions end',
      request: body(z.strictObject({ code: typedCode })),
      responses: { 200: answer(recoveryCodesAnswer, 'On') },
    }),
    async (c) => {
      const { token } = await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      const { code } = c.req.valid('json');
      const given = { code, sessionToken: token, from: limitAddress(platform, c) };
      const result = await switchTwoFactorOn(platform, c.get('caller')!, given);
      if (!('refused' in result)) return c.json(result, 200);
      if (result.refused === 'too-many') throw tooMany(result.retryAfterSeconds);
      throw result.refused === 'not-prepared'
        ? new Problem(409, 'conflict', 'Begin again with your password: there is no fresh secret.')
        : wrongCode();
    },
  );
}

function switchOffRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/two-factor/deactivation',
      summary: 'Switch off, with the password and a code or recovery code',
      request: body(proof),
      responses: { 200: answer(done, 'Off') },
    }),
    async (c) => {
      await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      const given = { ...c.req.valid('json'), from: limitAddress(platform, c) };
      const result = await switchTwoFactorOff(platform, c.get('caller')!, given);
      if ('refused' in result) throw proofProblem(result);
      return c.json(OK, 200);
    },
  );
}

function codesRoute(platform: Platform, app: App): void {
  app.openapi(
    route('member', {
      method: 'post',
      path: '/api/auth/two-factor/recovery-codes',
      summary: 'Ten new recovery codes, shown once; the old ones stop working',
      request: body(proof),
      responses: { 200: answer(recoveryCodesAnswer, 'The new codes') },
    }),
    async (c) => {
      await ownSession(platform, c.get('caller'), c.req.header('cookie'));
      const given = { ...c.req.valid('json'), from: limitAddress(platform, c) };
      const result = await renewRecoveryCodes(platform, c.get('caller')!, given);
      if ('refused' in result) throw proofProblem(result);
      return c.json(result, 200);
    },
  );
}

function colleagueRoutes(platform: Platform, app: App): void {
  app.openapi(
    route('admin', {
      method: 'get',
      path: '/api/members/{id}/two-factor',
      summary: 'Whether a member has two-factor sign-in on',
      request: { params: idParam },
      responses: { 200: answer(twoFactorAnswer.omit({ recoveryCodesLeft: true }), 'Two-factor sign-in') },
    }),
    async (c) => {
      const { read } = platform.db;
      const member = await readMember(read, c.get('caller')!.workspaceId, c.req.valid('param').id);
      if (!member) throw notFound();
      const kept = member.userId === null ? undefined : await readTwoFactor(read, member.userId);
      const enabledAt = kept?.enabled_at ?? null;
      return c.json({ enabled: enabledAt !== null, enabledAt }, 200);
    },
  );
  app.openapi(
    route('admin', {
      method: 'delete',
      path: '/api/members/{id}/two-factor',
      summary: 'Switch a colleague’s two-factor sign-in off; their sessions end and they are told by mail',
      request: { params: idParam },
      responses: { 204: { description: 'Off' } },
    }),
    async (c) => {
      const result = await resetTwoFactor(platform, c.get('caller')!, c.req.valid('param').id);
      if ('reset' in result) return c.body(null, 204);
      if (result.refused !== 'own') throw memberProblem(result.refused);
      throw new Problem(409, 'conflict', 'Switch your own off under Security, with password and code.');
    },
  );
}

function proofProblem(result: CodeRefusal): Problem {
  if (result.refused === 'too-many') return tooMany(result.retryAfterSeconds);
  if (result.refused === 'wrong-code') return wrongCode();
  return invalid({ path: 'password', message: 'This is not your present password.' });
}

function wrongCode(): Problem {
  return invalid({ path: 'code', message: 'This code is wrong or was used. Wait for the next one.' });
}
