import { isoAfter, isoNow } from '#platform/clock.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from './booking.ts';
import { holdBooking } from './find-booking.ts';
import { giveWay } from './hold-limits.ts';
import { insertAssignment, insertHistory, updateBooking } from './store.ts';
import { tellVerification } from './tell-made.ts';
import { placeAgain } from './verify.ts';

export type HeldAgain = { sent: Booking } | { refused: 'not-waiting' | 'lost' | 'not-found' };

/**
 * A fresh verification mail (F5). While the hold lasts it is only sent again; after it expired the time is held
 * once more if nobody else has it.
 */
export async function holdAgain(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
): Promise<HeldAgain> {
  const result = await transactUnlessRefused<HeldAgain, Extract<HeldAgain, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing) return { refused: 'not-found' };
      const { booking, found } = standing;
      const status = statusAt(booking, isoNow(platform.clock));
      if (status === 'unverified') {
        await tellVerification(tx, platform, found, booking, standing.hosts);
        return { sent: booking };
      }
      if (status !== 'expired') return { refused: 'not-waiting' };
      await giveWay(tx, platform, workspaceId, booking.visitor!.email);
      const expiresAt = isoAfter(platform.clock, found.link.settings.holdMinutes * 60_000);
      const placed = await placeAgain(tx, platform, standing, expiresAt);
      if ('refused' in placed) return { refused: 'lost' };
      const hostIds = placed.hosts.map((host) => host.member_id);
      const held: Booking = { ...booking, status: 'unverified', expiresAt, hostIds };
      await updateBooking(tx, platform.clock, held);
      await insertAssignment(tx, platform.clock, held, placed.decision);
      await insertHistory(tx, platform.clock, held, { kind: 'held-again', by: { kind: 'visitor' } });
      await tellVerification(tx, platform, found, held, placed.hosts);
      return { sent: held };
    },
  );
  platform.wakeWorker();
  return result;
}
