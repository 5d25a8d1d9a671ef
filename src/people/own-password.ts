import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { isPassword } from './hashing.ts';
import type { Member } from './member.ts';
import type { SignInRefusal } from './sign-in.ts';
import { giveTryBack, takeTry } from './sign-in-tries.ts';
import { readMember } from './store.ts';
import { readPasswordHash } from './store-identity.ts';

/** Somebody who can sign in. */
export type Person = Member & { userId: string };

/**
 * Before something is changed that guards the door: is this really the person, or only their open browser? Tries are
 * counted with those of signing in (ABUSE 35). `from` is the network address that limits are counted for.
 */
export async function proveOwnPassword(
  platform: Platform,
  caller: Caller,
  given: { password: string; from: string },
): Promise<{ person: Person; passwordHash: string } | SignInRefusal> {
  const { read } = platform.db;
  const member = (await readMember(read, caller.workspaceId, caller.memberId))!;
  const person = { ...member, userId: member.userId! };
  const refusal = await takeTry(platform, member.email, given.from);
  if (refusal) return { refused: 'too-many', ...refusal };
  const kept = await readPasswordHash(read, person.userId);
  if (!kept || !(await isPassword(kept, given.password))) return { refused: 'wrong' };
  await giveTryBack(platform, member.email, given.from);
  return { person, passwordHash: kept };
}
