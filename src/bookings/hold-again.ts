import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from './booking.ts';
import { unreadHostsOf } from './fresh-calendars.ts';
import { holdBooking, type Standing } from './find-booking.ts';
import { giveWay } from './hold-limits.ts';
import { heldAs } from './new-booking.ts';
import { otherTimes } from './other-times.ts';
import { overWith } from './offered-times.ts';
import { letGo, type Placed } from './place.ts';
import { insertAssignment, insertHistory, updateBooking } from './store.ts';
import { tellVerification } from './tell-made.ts';
import { placeAgain } from './verify.ts';

export type HeldAgain =
  | { sent: Booking }
  | { refused: 'not-waiting' | 'not-found' }
  | { refused: 'lost'; alternatives: number[] };

/**
 * A fresh verification mail (F5). While the hold lasts it is only sent again; after it expired the time is held
 * once more if nobody else has it.
 */
export async function holdAgain(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
): Promise<HeldAgain> {
  const unread = await unreadHostsOf(platform, workspaceId, bookingId);
  const result = await transactUnlessRefused<HeldAgain, Extract<HeldAgain, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      const { booking, found, hosts } = standing;
      const status = statusAt(booking, isoNow(platform.clock));
      if (status !== 'unverified' && status !== 'expired') return { refused: 'not-waiting' };
      if (status === 'expired') return holdOnceMore(tx, platform, standing, unread);
      await tellVerification(tx, platform, found, booking, hosts);
      return { sent: booking };
    },
  );
  platform.wakeWorker();
  if (!('alternatives' in result)) return result;
  return { ...result, alternatives: await otherTimes(platform, workspaceId, bookingId) };
}

async function holdOnceMore(
  tx: Tx,
  platform: Platform,
  standing: Standing,
  unread: ReadonlySet<string>,
): Promise<HeldAgain> {
  const { booking, found } = standing;
  // What was promised has lapsed: an offer that others used, or that ended since, is not held again.
  await letGo(tx, found, booking);
  if (await overWith(tx, platform, found, booking.id)) return { refused: 'lost', alternatives: [] };
  const expiresAt = isoAfter(platform.clock, found.link.settings.holdMinutes * 60_000);
  const placed = await placeAgain(tx, platform, standing, unread, expiresAt);
  if ('refused' in placed) return { refused: 'lost', alternatives: [] };
  await giveWay(tx, platform, booking.workspaceId, booking.visitor!.email);
  const held = await write(tx, platform, { ...booking, ...heldAs(booking, placed), expiresAt }, placed);
  await tellVerification(tx, platform, found, held, placed.hosts);
  return { sent: held };
}

async function write(tx: Tx, { clock }: Platform, booking: Booking, { decision }: Placed): Promise<Booking> {
  const held = await updateBooking(tx, clock, { ...booking, status: 'unverified' });
  await insertAssignment(tx, clock, held, decision);
  await insertHistory(tx, clock, held, { kind: 'held-again', by: { kind: 'visitor' } });
  return held;
}
