import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { BookingView } from './booking-fields.ts';
import { statusAt, type Booking } from './booking.ts';
import { readPartyNames } from './store-party.ts';

/** Bookings as colleagues see them, with the names of their parties. */
export async function presentBookings(
  platform: Platform,
  workspaceId: string,
  bookings: Booking[],
): Promise<BookingView[]> {
  const parties = bookings.flatMap((booking) => booking.party ?? []);
  const names = await readPartyNames(platform.db.read, workspaceId, parties);
  return bookings.map((booking) => present(platform, booking, names));
}

function present({ clock }: Platform, booking: Booking, names: ReadonlyMap<string, string>): BookingView {
  const { party } = booking;
  return {
    id: booking.id,
    status: statusAt(booking, isoNow(clock)),
    title: booking.title,
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    timeZone: booking.visitorTimeZone,
    language: booking.language,
    visitor: booking.visitor,
    hostIds: booking.hostIds,
    linkId: booking.linkId,
    record: booking.record,
    party: party && { ...party, name: names.get(party.id) ?? null },
    internal: booking.internal,
    location: booking.location,
    answers: booking.answers,
    consents: booking.consents,
    guests: booking.guests,
    expiresAt: booking.expiresAt,
    sequence: booking.sequence,
    madeAt: booking.madeAt,
    madeBy: booking.madeBy,
    version: booking.version,
  };
}
