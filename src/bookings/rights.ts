import type { Reader } from '#platform/db/database.ts';
import { isAdmin, may, type Caller } from '#platform/http/caller.ts';
import { notFound } from '#platform/refusal.ts';
import type { Booking } from './booking.ts';
import { findBooking, type Standing } from './find-booking.ts';

/** Whose bookings a caller's lists hold: everybody's, or their own (as host, maker, or owner of the link). */
export function seesAll(caller: Caller): boolean {
  return isAdmin(caller) || may(caller, 'see-all-records') || may(caller, 'book-for-others');
}

/** A booking the caller may see and act on; 404 for any other, so that ids tell nothing (ABUSE 18). */
export async function bookingOf(db: Reader, caller: Caller, bookingId: string): Promise<Standing> {
  const standing = await findBooking(db, caller.workspaceId, bookingId);
  if (!standing || standing.booking.deletedAt) throw notFound();
  if (!seesAll(caller) && !isTheirs(caller, standing)) throw notFound();
  return standing;
}

function isTheirs(
  { memberId }: Caller,
  { booking, found }: { booking: Booking; found: Standing['found'] },
): boolean {
  return booking.hostIds.includes(memberId) || booking.madeBy === memberId || found.link.ownerId === memberId;
}
