import type { Platform } from '#platform/platform.ts';
import { isoAfter, isoNow } from '#platform/clock.ts';
import { z } from '#platform/http/fields.ts';
import { newId } from '#platform/ids.ts';
import { deviceOf } from './device.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-length.ts';
import { COOKIE_PREFIX, cookieSecret, isSecure, SESSION_SECONDS } from './session-cookie.ts';
import { hasActiveMember } from './store-identity.ts';
import { isTwoFactorOn } from './store-two-factor.ts';

/** What we use of the sign-in library. It answers whole responses, because its cookies are in their headers. */
export interface SignInLibrary {
  /** Refuses with `NO_SESSION` who has two-factor on: a password alone never makes their session. */
  signIn(email: string, password: string, userAgent: string | undefined): Promise<Response>;
  /** A session for somebody whose password and code have been checked. */
  letIn(userId: string, userAgent: string | undefined): Promise<Response>;
  signOut(cookies: string): Promise<Response>;
}

/** The code of the library's refusal when the password was right and our hook made no session. */
export const NO_SESSION = 'FAILED_TO_CREATE_SESSION';

const LET_IN = '/let-in';

const opened = new WeakMap<Platform, Promise<SignInLibrary>>();

/**
 * Loads the library when somebody first signs in: it is large, and whether cookies are secure is known only
 * once the server listens. `main.ts` may call this after listening, so that the first sign-in need not wait.
 */
export function signInLibrary(platform: Platform): Promise<SignInLibrary> {
  const kept = opened.get(platform);
  if (kept) return kept;
  const made = open(platform);
  opened.set(platform, made);
  return made;
}

async function open(platform: Platform): Promise<SignInLibrary> {
  const { betterAuth } = await import('better-auth');
  const auth = betterAuth({ ...optionsOf(platform), plugins: [await secondDoor()] });
  const from = (userAgent: string | undefined) => new Headers(userAgent ? { 'user-agent': userAgent } : {});
  return {
    signIn: (email, password, userAgent) =>
      auth.api.signInEmail({ body: { email, password }, headers: from(userAgent), asResponse: true }),
    letIn: (userId, userAgent) =>
      auth.api.letIn({ body: { userId }, headers: from(userAgent), asResponse: true }),
    signOut: (cookie) => auth.api.signOut({ headers: new Headers({ cookie }), asResponse: true }),
  };
}

/** The cookies of an answer as a browser would send them back. */
export function cookiesOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** The library makes sessions and cookies; its handler is mounted nowhere, so only we open this door. */
async function secondDoor() {
  const { createAuthEndpoint, APIError } = await import('better-auth/api');
  const { setSessionCookie } = await import('better-auth/cookies');
  const body = z.object({ userId: z.string() });
  const letIn = createAuthEndpoint(LET_IN, { method: 'POST', body }, async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.userId);
    const session = user && (await internalAdapter.createSession(user.id));
    if (!session) throw new APIError('UNAUTHORIZED', { code: NO_SESSION, message: NO_SESSION });
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ status: 'ok' });
  });
  return { id: 'second-door', endpoints: { letIn } };
}

/** Type 'sqlite' on both databases: our columns hold ISO text and 0 or 1, also when PostgreSQL keeps them. */
function optionsOf(platform: Platform) {
  const { publicUrl } = platform.config;
  return {
    appName: 'Rondo',
    baseURL: publicUrl,
    secret: cookieSecret(platform),
    database: { db: platform.db.root, type: 'sqlite' as const },
    user: { modelName: 'auth_users' },
    account: { modelName: 'auth_accounts' },
    verification: { modelName: 'auth_verifications' },
    session: { modelName: 'auth_sessions', expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    databaseHooks: { session: { create: { before: startIn(platform) } } },
    // Tries are counted by sign-in.ts, for all processes, before anything is hashed.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(platform),
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId, validateSchema: false },
    },
  };
}

interface Started {
  userId: string;
  userAgent?: string | null;
}

/**
 * Where every session begins: none for the inactive, none by a password alone where a code is wanted too, and none
 * that remembers a network address or what exactly the browser sent; its times are our clock's.
 */
function startIn(platform: Platform) {
  return async (session: Started, asked: { path?: string } | null) => {
    const { read } = platform.db;
    if (!(await hasActiveMember(read, session.userId))) return false as const;
    if (asked?.path !== LET_IN && (await isTwoFactorOn(read, session.userId))) return false as const;
    const now = new Date(isoNow(platform.clock));
    const expiresAt = new Date(isoAfter(platform.clock, SESSION_SECONDS * 1000));
    const times = { createdAt: now, updatedAt: now, expiresAt };
    return { data: { ...session, ...times, ipAddress: null, userAgent: deviceOf(session.userAgent) } };
  };
}
