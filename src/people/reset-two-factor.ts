import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { lockMember, readMember } from './store.ts';
import { endSessions } from './store-identity.ts';
import { forgetTwoFactor } from './two-factor.ts';
import { mailTwoFactor } from './two-factor-mail.ts';

export type ResetRefusal = 'unknown' | 'only-owners' | 'own';

/**
 * An admin helps somebody who lost telephone and recovery codes. Their sessions end, they are told by mail, and the
 * password alone opens the door until they switch two-factor on again. Owners are helped by owners; nobody helps
 * themselves: a stolen browser would then need no code.
 */
export async function resetTwoFactor(
  platform: Platform,
  caller: Caller,
  memberId: string,
): Promise<{ reset: true } | { refused: ResetRefusal }> {
  const { workspaceId } = caller;
  const result = await platform.db.transact(async (tx) => {
    const member = await lockMember(tx, workspaceId, memberId);
    if (!member) return 'unknown';
    if (member.id === caller.memberId) return 'own';
    if (member.role === 'owner' && caller.role !== 'owner') return 'only-owners';
    if (member.userId === null) return null;
    const { userId } = member;
    if (!(await forgetTwoFactor(tx, { workspaceId, id: member.id, userId }))) return null;
    await endSessions(tx, userId);
    const admin = await readMember(tx, workspaceId, caller.memberId);
    await mailTwoFactor(tx, platform, member, { what: 'reset', by: admin?.name ?? '' });
    return null;
  });
  if (result !== null) return { refused: result };
  platform.wakeWorker();
  return { reset: true };
}
