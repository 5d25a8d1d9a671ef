import { readMember } from '#people/store.ts';
import type { Reader } from '#platform/db/database.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { invalid, notAllowed } from '#platform/refusal.ts';
import type { Booking } from './booking.ts';

/** Whether the caller may move this booking to that host; a meeting of several keeps its hosts. */
export async function checkNewHost(
  db: Reader,
  caller: Caller,
  { hostIds }: Booking,
  hostId: string,
): Promise<void> {
  if (hostIds.length > 1) {
    throw invalid({ path: 'hostId', message: 'A meeting with several hosts keeps them; leave this out.' });
  }
  if (!(await readMember(db, caller.workspaceId, hostId))) {
    throw invalid({ path: 'hostId', message: 'There is no such member in this workspace.' });
  }
  if (hostId === caller.memberId || hostIds.includes(hostId) || may(caller, 'book-for-others')) return;
  throw notAllowed('Giving a meeting to somebody else needs the permission book-for-others.');
}
