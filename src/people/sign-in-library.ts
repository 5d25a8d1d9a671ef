import type { Platform } from '#platform/platform.ts';
import { isoAfter, isoNow } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './hashing.ts';
import { COOKIE_PREFIX, cookieSecret, isSecure, SESSION_SECONDS } from './session-cookie.ts';
import { hasActiveMember } from './store-identity.ts';

/** What we use of the sign-in library. It answers whole responses, because its cookies are in their headers. */
export interface SignInLibrary {
  signIn(email: string, password: string): Promise<Response>;
  signOut(cookies: string): Promise<Response>;
}

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
  const auth = betterAuth(optionsOf(platform));
  return {
    signIn: (email, password) =>
      auth.api.signInEmail({ body: { email, password }, headers: new Headers(), asResponse: true }),
    signOut: (cookie) => auth.api.signOut({ headers: new Headers({ cookie }), asResponse: true }),
  };
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
    databaseHooks: { session: { create: { before: (session: Started) => start(platform, session) } } },
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
}

/** No session for the inactive, and none that remembers a network address; its times are our clock's. */
async function start(platform: Platform, session: Started) {
  if (!(await hasActiveMember(platform.db.read, session.userId))) return false as const;
  const now = new Date(isoNow(platform.clock));
  const expiresAt = new Date(isoAfter(platform.clock, SESSION_SECONDS * 1000));
  const data = { ...session, createdAt: now, updatedAt: now, expiresAt, ipAddress: null, userAgent: null };
  return { data };
}
