import type { Platform } from '#platform/platform.ts';
import { checkAddress } from '#platform/mailer/address.ts';
import { beginSecondStep } from './finish-sign-in.ts';
import { whileHashing } from './hashing.ts';
import type { Member } from './member.ts';
import { cookiesOf, NO_SESSION, signInLibrary } from './sign-in-library.ts';
import { giveTryBack, takeTry } from './sign-in-tries.ts';
import { readMemberByEmail } from './store.ts';
import { readPasswordHashOf } from './store-identity.ts';
import { readOnlyWorkspace } from './store-workspaces.ts';
import { isTwoFactorOn } from './store-two-factor.ts';

export interface SignedIn {
  /** Whole Set-Cookie lines. */
  cookies: string[];
}

/** The password was right; a code is wanted too. */
export interface HalfSignedIn {
  /** To be shown again with the code, within five minutes. */
  secondStep: string;
}

export type SignInRefusal = { refused: 'wrong' } | { refused: 'too-many'; retryAfterSeconds: number };

/**
 * Signs a person in, or half in where two-factor is on. Unknown address, wrong password and inactive member answer
 * alike and take as long. Tries are counted before anything is hashed (ABUSE 35) and given back when the password
 * was right. `from` is the network address that limits are counted for.
 */
export async function signIn(
  platform: Platform,
  given: { email: string; password: string; userAgent: string | undefined },
  from: string,
): Promise<SignedIn | HalfSignedIn | SignInRefusal> {
  const library = await signInLibrary(platform);
  return whileHashing(async () => {
    const refusal = await takeTry(platform, given.email, from);
    if (refusal) return { refused: 'too-many', ...refusal };
    const before = await hashBehind(platform, given.email);
    const response = await library.signIn(given.email, given.password, given.userAgent);
    if (response.status >= 500) throw new Error('the sign-in library failed');
    const waiting = response.ok ? null : await whoWaits(platform, response, given.email);
    if (!response.ok && !waiting) return { refused: 'wrong' };
    if ((await hashBehind(platform, given.email)) !== before) {
      await library.signOut(cookiesOf(response));
      return { refused: 'wrong' };
    }
    await giveTryBack(platform, given.email, from);
    if (waiting) return { secondStep: await beginSecondStep(platform, waiting) };
    return { cookies: response.headers.getSetCookie() };
  });
}

/**
 * Looked at before and after: a password that was changed while it was being hashed ended every session but the one
 * that begins now.
 */
async function hashBehind({ db }: Platform, email: string): Promise<string | undefined> {
  return checkAddress(email.trim()) ? readPasswordHashOf(db.read, email) : undefined;
}

/** The right password without a session: somebody inactive, or somebody whose code is still to come. */
async function whoWaits(platform: Platform, response: Response, email: string): Promise<Member | null> {
  const { code } = (await response.json()) as { code?: string };
  if (code !== NO_SESSION) return null;
  const { read } = platform.db;
  const workspace = await readOnlyWorkspace(read);
  const member = workspace && (await readMemberByEmail(read, workspace.id, email));
  if (!member?.active || member.userId === null) return null;
  return (await isTwoFactorOn(read, member.userId)) ? member : null;
}

/** Ends the session of these cookies; answers the cookies that forget it. */
export async function signOut(platform: Platform, cookies: string): Promise<string[]> {
  const response = await (await signInLibrary(platform)).signOut(cookies);
  return response.headers.getSetCookie();
}
