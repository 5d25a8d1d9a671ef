import type { By } from '#crm/timeline/entry.ts';
import type { Refused } from '#engine/refuse.ts';
import { minuteNow } from '#platform/clock.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import type { Booking } from './booking.ts';
import { holdBooking } from './find-booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { place } from './place.ts';
import { insertAssignment, insertHistory, updateBooking } from './store.ts';
import { deleteHosts } from './store-claims.ts';
import { tellHosts, tellVisitorAndGuests } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

export type Reopened =
  | { reopened: Booking }
  | { refused: 'not-found' | 'not-cancelled' | 'passed' | Refused };

/** Brings a cancelled meeting back (E10), on the same hosts; refused with the reason when its time is taken. */
export async function reopen(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  by: By,
): Promise<Reopened> {
  const result = await transactUnlessRefused<Reopened, Extract<Reopened, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      const { booking, found } = standing;
      if (booking.status !== 'cancelled') return { refused: 'not-cancelled' };
      if (booking.start <= minuteNow(platform.clock)) return { refused: 'passed' };
      await deleteHosts(tx, workspaceId, bookingId);
      const placed = await place(tx, platform, found, {
        bookingId,
        start: booking.start,
        durationMinutes: booking.end - booking.start,
        expiresAt: null,
        terms: {
          kind: 'promised',
          meeting: { start: booking.start, end: booking.end },
          only: booking.hostIds,
        },
      });
      if ('refused' in placed) return placed;
      const reopened: Booking = { ...booking, status: 'scheduled', sequence: booking.sequence + 1 };
      await updateBooking(tx, platform.clock, reopened);
      await insertAssignment(tx, platform.clock, reopened, placed.decision);
      await insertHistory(tx, platform.clock, reopened, { kind: 'reopened', by });
      await noteOnTimeline(tx, platform, reopened, 'reopened', by);
      const meeting = mailMeeting(platform, found.workspace, reopened, placed.hosts);
      await tellVisitorAndGuests(tx, platform, reopened, meeting, 'reopened', 'proven');
      await tellHosts(tx, platform, reopened, meeting, placed.hosts, 'reopened');
      return { reopened };
    },
  );
  platform.wakeWorker();
  return result;
}
