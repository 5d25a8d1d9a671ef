import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { hashOf } from './hashing.ts';
import { proveOwnPassword } from './own-password.ts';
import type { SignInRefusal } from './sign-in.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { updatePasswordHash } from './store-identity.ts';

/** A signed-in member chooses another password, knowing the present one. Every other session ends. */
export async function changePassword(
  platform: Platform,
  caller: Caller,
  given: { current: string; next: string; sessionToken: string; from: string },
): Promise<{ changed: true } | SignInRefusal> {
  const { db, clock } = platform;
  const proved = await proveOwnPassword(platform, caller, { password: given.current, from: given.from });
  if ('refused' in proved) return proved;
  const { userId } = proved.person;
  const passwordHash = await hashOf(given.next);
  const changed = await db.transact(async (tx) => {
    // Hashing takes a while: who else changed it meanwhile had the right to, and this password is no longer one.
    if (!(await updatePasswordHash(tx, userId, passwordHash, isoNow(clock), proved.passwordHash)))
      return false;
    await signOutEverywhere(tx, proved.person, given.sessionToken);
    return true;
  });
  return changed ? { changed } : { refused: 'wrong' };
}
