import type { Platform } from '#platform/platform.ts';
import { SECOND_STEP_SECONDS } from './finish-sign-in.ts';
import { COOKIE_PREFIX, cookieNamed, isSecure } from './session-cookie.ts';

/** Where the second step is taken: the browser sends the cookie there and nowhere else. */
export type SecondStepPath = '/sign-in' | '/api/auth/sign-in';

/** A whole Set-Cookie line; null forgets it. */
export function secondStepCookie(platform: Platform, path: SecondStepPath, token: string | null): string {
  const life = token === null ? 0 : SECOND_STEP_SECONDS;
  const secure = isSecure(platform) ? '; Secure' : '';
  return `${nameOf(platform)}=${token ?? ''}; Max-Age=${life}; Path=${path}; HttpOnly; SameSite=Strict${secure}`;
}

export function secondStepFrom(platform: Platform, cookies: string | undefined): string | null {
  return cookieNamed(nameOf(platform), cookies) || null;
}

function nameOf(platform: Platform): string {
  return `${isSecure(platform) ? '__Secure-' : ''}${COOKIE_PREFIX}.second_step`;
}
