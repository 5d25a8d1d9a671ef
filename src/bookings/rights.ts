import type { Reader } from '#platform/db/database.ts';
import { isAdmin, may, type Caller } from '#platform/http/caller.ts';
import { notFound } from '#platform/refusal.ts';
import { readLink } from '#links/store.ts';
import type { Booking } from './booking.ts';
import { readBooking } from './store.ts';

/** Whose bookings a caller's lists hold: everybody's, or their own (as host, maker, or owner of the link). */
export function seesAll(caller: Caller): boolean {
  return isAdmin(caller) || may(caller, 'see-all-records') || may(caller, 'book-for-others');
}

/** A booking the caller may see and act on; 404 for any other, so that ids tell nothing (ABUSE 18). */
export async function bookingOf(db: Reader, caller: Caller, bookingId: string): Promise<Booking> {
  const booking = await visibleBooking(db, caller, bookingId);
  if (!booking) throw notFound();
  return booking;
}

/** The same, undefined for one that is not there, or not theirs to see. */
export async function visibleBooking(
  db: Reader,
  caller: Caller,
  bookingId: string,
): Promise<Booking | undefined> {
  const booking = await readBooking(db, caller.workspaceId, bookingId);
  if (!booking || booking.deletedAt) return undefined;
  return seesAll(caller) || (await isTheirs(db, caller, booking)) ? booking : undefined;
}

async function isTheirs(
  db: Reader,
  { workspaceId, memberId }: Caller,
  { hostIds, madeBy, linkId }: Booking,
): Promise<boolean> {
  if (hostIds.includes(memberId) || madeBy === memberId) return true;
  if (linkId === null) return false;
  return (await readLink(db, workspaceId, linkId))?.ownerId === memberId;
}
