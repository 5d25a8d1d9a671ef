import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Platform } from '#platform/platform.ts';

export const COOKIE_PREFIX = 'rondo';

/** Sessions end after 30 days, whatever happens in between. */
export const SESSION_SECONDS = 30 * 24 * 3600;

/** The secret that session cookies are signed with, the same in every process. */
export function cookieSecret({ secrets }: Platform): string {
  return secrets.sign('session-cookie', 'secret');
}

/** Cookies travel by https only when that is how Rondo is reached; known once the server listens. */
export function isSecure({ config }: Platform): boolean {
  return config.publicUrl.startsWith('https:');
}

/**
 * The session's token from the request's cookies, if the sign-in library signed it: `token.signature`, URI-encoded,
 * with an HMAC-SHA-256 in base64. Anything else is no session.
 */
export function sessionTokenFrom(platform: Platform, cookies: string | undefined): string | null {
  const value = cookieNamed(
    `${isSecure(platform) ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`,
    cookies,
  );
  if (value === undefined) return null;
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, dot);
  if (dot < 1 || !signatureStands(cookieSecret(platform), token, value.slice(dot + 1))) return null;
  return token;
}

export function cookieNamed(name: string, cookies: string | undefined): string | undefined {
  const pair = cookies
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? undefined : decoded(pair.slice(name.length + 1));
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function signatureStands(secret: string, token: string, signature: string): boolean {
  const wanted = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
