import type { Minute } from '#engine/minutes.ts';
import type { Platform } from '#platform/platform.ts';
import { findBooking } from './find-booking.ts';
import { nearestFree } from './offer.ts';
import { foundForMove } from '#bookings/owner-first/owner-move.ts';

/** The nearest free starts for a booking that could not be had at `start`, or where it stands (F6, E8). */
export async function otherTimes(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  wished?: Minute,
): Promise<Minute[]> {
  const standing = await findBooking(platform.db.read, workspaceId, bookingId);
  if (!standing) return [];
  const { booking } = standing;
  const found = await foundForMove(platform.db.read, platform.clock, standing);
  const start = wished ?? booking.start;
  const durationMinutes = booking.end - booking.start;
  return nearestFree(platform, found, { start, durationMinutes, except: bookingId });
}
