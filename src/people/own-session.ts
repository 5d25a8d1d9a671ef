import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notAllowed } from '#platform/refusal.ts';
import { sessionTokenFrom } from './session-cookie.ts';
import { readSession } from './store-identity.ts';

/** Passwords and sessions are for the person at the browser, not for programs with a key (403). */
export async function ownSession(
  platform: Platform,
  caller: Caller | null,
  cookies: string | undefined,
): Promise<{ token: string; userId: string }> {
  const token = sessionTokenFrom(platform, cookies);
  const found = token && (await readSession(platform.db.read, token, isoNow(platform.clock)));
  if (!token || !found || caller?.via !== 'cookie') {
    throw notAllowed('Sign in with your password to do this; an API key is not enough.');
  }
  return { token, userId: found.userId };
}
