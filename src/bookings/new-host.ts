import { readMember } from '#people/store.ts';
import type { Reader } from '#platform/db/database.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { invalid, notAllowed } from '#platform/refusal.ts';
import type { Booking } from './booking.ts';

/** Whether the caller may move this booking to that host; a meeting of several keeps its hosts. */
export async function checkNewHost(
  db: Reader,
  caller: Caller,
  booking: Booking,
  hostId: string,
): Promise<void> {
  if (booking.hostIds.length > 1) {
    throw invalid({ path: 'hostId', message: 'A meeting with several hosts keeps them; leave this out.' });
  }
  await checkIsMember(db, caller, hostId);
  if (!booking.hostIds.includes(hostId)) checkMayGive(caller, hostId);
}

export async function checkIsMember(db: Reader, { workspaceId }: Caller, hostId: string): Promise<void> {
  if (await readMember(db, workspaceId, hostId)) return;
  throw invalid({ path: 'hostId', message: 'There is no such member in this workspace.' });
}

/** Anybody who sees a meeting may take it; to others it is given with the right to, also by a rule (null). */
export function checkMayGive(caller: Caller, hostId: string | null): void {
  if (hostId === caller.memberId || may(caller, 'book-for-others')) return;
  throw notAllowed('Giving a meeting to somebody else needs the permission book-for-others.');
}
