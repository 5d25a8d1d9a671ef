import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { hashOf, isPassword } from './hashing.ts';
import type { SignInRefusal } from './sign-in.ts';
import { giveTryBack, takeTry } from './sign-in-tries.ts';
import { readMember } from './store.ts';
import { endSessions, readPasswordHash, updatePasswordHash } from './store-identity.ts';

/** A signed-in member chooses another password, knowing the present one. Every other session ends. */
export async function changePassword(
  platform: Platform,
  caller: Caller,
  given: { current: string; next: string; sessionToken: string; from: string },
): Promise<{ changed: true } | SignInRefusal> {
  const { db, clock } = platform;
  const { workspaceId, memberId } = caller;
  const member = (await readMember(db.read, workspaceId, memberId))!;
  const userId = member.userId!;
  const refusal = await takeTry(platform, member.email, given.from);
  if (refusal) return { refused: 'too-many', ...refusal };
  const kept = await readPasswordHash(db.read, userId);
  if (!kept || !(await isPassword(kept, given.current))) return { refused: 'wrong' };
  await giveTryBack(platform, member.email, given.from);
  const passwordHash = await hashOf(given.next);
  await db.transact(async (tx) => {
    await updatePasswordHash(tx, userId, passwordHash, isoNow(clock));
    await endSessions(tx, userId, given.sessionToken);
  });
  return { changed: true };
}
