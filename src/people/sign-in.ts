import type { Platform } from '#platform/platform.ts';
import { whileHashing } from './hashing.ts';
import { signInLibrary } from './sign-in-library.ts';
import { giveTryBack, takeTry } from './sign-in-tries.ts';

export interface SignedIn {
  /** Whole Set-Cookie lines. */
  cookies: string[];
}

export type SignInRefusal = { refused: 'wrong' } | { refused: 'too-many'; retryAfterSeconds: number };

/**
 * Signs a person in. Unknown address, wrong password and inactive member answer alike and take as long. Tries
 * are counted before anything is hashed (ABUSE 35) and given back when the password was right.
 * `from` is the network address that limits are counted for.
 */
export async function signIn(
  platform: Platform,
  given: { email: string; password: string },
  from: string,
): Promise<SignedIn | SignInRefusal> {
  const library = await signInLibrary(platform);
  return whileHashing(async () => {
    const refusal = await takeTry(platform, given.email, from);
    if (refusal) return { refused: 'too-many', ...refusal };
    const response = await library.signIn(given.email, given.password);
    if (response.status >= 500) throw new Error('the sign-in library failed');
    if (!response.ok) return { refused: 'wrong' };
    await giveTryBack(platform, given.email, from);
    return { cookies: response.headers.getSetCookie() };
  });
}

/** Ends the session of these cookies; answers the cookies that forget it. */
export async function signOut(platform: Platform, cookies: string): Promise<string[]> {
  const response = await (await signInLibrary(platform)).signOut(cookies);
  return response.headers.getSetCookie();
}
