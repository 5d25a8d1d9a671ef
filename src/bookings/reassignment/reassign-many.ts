import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { reassign } from './reassign.ts';
import { reassignmentProblem } from './reassign-refusals.ts';
import type { Reassignment } from './reassignment.ts';
import { visibleBooking } from '#bookings/rights.ts';

export interface ManyReassigned {
  done: { id: string; hostIds: string[] }[];
  refused: { id: string; reason: string; message: string }[];
}

/** One meeting after the other, each an act of its own with mails of its own (E11); one that is refused stops nothing. */
export async function reassignMany(
  platform: Platform,
  caller: Caller,
  bookingIds: string[],
  wish: Reassignment,
): Promise<ManyReassigned> {
  const result: ManyReassigned = { done: [], refused: [] };
  for (const id of new Set(bookingIds)) {
    const isTheirs = await visibleBooking(platform.db.read, caller, id);
    const did = isTheirs
      ? await reassign(platform, caller.workspaceId, id, wish)
      : { refused: 'not-found' as const };
    if ('reassigned' in did) result.done.push({ id, hostIds: did.reassigned.hostIds });
    else result.refused.push({ id, reason: did.refused, message: reassignmentProblem(did.refused).message });
  }
  return result;
}
