import { minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { countUpcoming } from '#bookings/assignment/store-shares.ts';

/** Meetings to come of several links, for their list. */
export function upcomingMeetings(
  { db, clock }: Platform,
  workspaceId: string,
  linkIds: string[],
): Promise<ReadonlyMap<string, number>> {
  return countUpcoming(db.read, workspaceId, linkIds, minuteNow(clock));
}
