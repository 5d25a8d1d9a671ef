import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { cancelStanding } from './cancel.ts';
import { holdBooking } from './find-booking.ts';
import { dropReminders } from '#bookings/reminders/keep-reminders.ts';
import { insertHistory } from './store.ts';
import { releaseTime } from './store-claims.ts';
import { markDeleted } from './store-lists.ts';
import { noteOnTimeline } from './timeline.ts';

/**
 * Deletes (E9): a meeting still to come is cancelled first, with everything that follows from it; then it leaves
 * the lists, and whatever its status its time is free. Who and when stay in the audit trail. Answers false when
 * there is none.
 */
export async function removeBooking(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  memberId: string,
): Promise<boolean> {
  const by = { kind: 'member', id: memberId } as const;
  const removed = await platform.db.transact(async (tx) => {
    const standing = await holdBooking(tx, workspaceId, bookingId);
    if (!standing || standing.booking.deletedAt) return false;
    await cancelStanding(tx, platform, standing, { by });
    await releaseTime(tx, workspaceId, bookingId);
    await dropReminders(tx, standing.booking);
    await markDeleted(tx, workspaceId, bookingId, memberId, isoNow(platform.clock));
    await insertHistory(tx, platform.clock, standing.booking, { kind: 'deleted', by });
    await noteOnTimeline(tx, platform, standing.booking, 'deleted', by);
    return true;
  });
  platform.wakeWorker();
  return removed;
}
