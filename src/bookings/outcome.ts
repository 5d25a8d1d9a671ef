import type { By } from '#crm/timeline/entry.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { Booking } from './booking.ts';
import { holdBooking } from './find-booking.ts';
import { insertHistory, updateBooking } from './store.ts';
import { noteOnTimeline } from './timeline.ts';

export type Outcome = 'completed' | 'no-show';
export type Marked = { marked: Booking } | { refused: 'not-found' | 'not-held' | 'not-begun' };

const MARKABLE = ['scheduled', 'completed', 'no-show'];

/** Says how a meeting went (E12), once it has begun; it may be corrected later. */
export async function markOutcome(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  outcome: Outcome,
  by: By,
): Promise<Marked> {
  return platform.db.transact(async (tx) => {
    const standing = await holdBooking(tx, workspaceId, bookingId);
    if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
    const { booking } = standing;
    if (!MARKABLE.includes(booking.status)) return { refused: 'not-held' };
    if (booking.start > minuteNow(platform.clock)) return { refused: 'not-begun' };
    if (booking.status === outcome) return { marked: booking };
    const marked = await updateBooking(tx, platform.clock, { ...booking, status: outcome });
    await insertHistory(tx, platform.clock, marked, { kind: outcome, by });
    await noteOnTimeline(tx, platform, marked, outcome, by);
    return { marked };
  });
}
