import type { Platform } from '#platform/platform.ts';
import { expireBookings } from './expire.ts';
import { holdBooking } from './find-booking.ts';

/**
 * Gives a held time back before its hour, because whoever holds it wants it under another address. A booking that
 * was confirmed meanwhile stands.
 */
export async function releaseHold(platform: Platform, workspaceId: string, bookingId: string): Promise<void> {
  await platform.db.transact(async (tx) => {
    const standing = await holdBooking(tx, workspaceId, bookingId);
    if (standing) await expireBookings(tx, platform, workspaceId, [bookingId]);
  });
}
