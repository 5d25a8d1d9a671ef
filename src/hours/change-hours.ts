import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { bumpMember } from '#people/store-version.ts';
import { lockTimeOf } from './own-time.ts';
import { readHours, writeHours, type KeptHours } from './store.ts';
import type { WrittenHours } from './weekly-hours.ts';

/**
 * Puts a member's hours in place of the old (A1). `version` is what the caller last read; when somebody was
 * faster, the present hours come back.
 */
export async function changeHours(
  { db, clock }: Platform,
  caller: Caller,
  memberId: string,
  hours: WrittenHours,
  version?: number,
): Promise<KeptHours | { changedMeanwhile: KeptHours }> {
  const { workspaceId } = caller;
  return db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    if (version !== undefined) {
      const present = (await readHours(tx, workspaceId, memberId))!;
      if (present.version !== version) return { changedMeanwhile: present };
    }
    const written = await writeHours(tx, workspaceId, memberId, hours, isoNow(clock));
    await bumpMember(tx, workspaceId, memberId);
    return { ...hours, version: written };
  });
}
