import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { BookingView } from './booking-fields.ts';
import { statusAt, type Booking, type RecordRef } from './booking.ts';
import { readPeopleNames, type Named } from './store-party.ts';

/** Bookings as colleagues see them, with the names of their hosts, parties and records. */
export async function presentBookings(
  platform: Platform,
  workspaceId: string,
  bookings: Booking[],
): Promise<BookingView[]> {
  const refs = bookings.flatMap(({ party, record }) => [party, record].filter((ref) => ref !== null));
  const hostIds = new Set(bookings.flatMap((booking) => booking.hostIds));
  const known = await readPeopleNames(platform.db.read, workspaceId, refs, [...hostIds]);
  return bookings.map((booking) => present(platform, booking, known));
}

function present({ clock }: Platform, booking: Booking, known: ReadonlyMap<string, Named>): BookingView {
  const named = (ref: RecordRef | null) => ref && { ...ref, name: known.get(ref.id)?.name ?? null };
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
    hosts: booking.hostIds.map((id) => ({ id, ...(known.get(id) ?? { name: '', active: false }) })),
    linkId: booking.linkId,
    record: named(booking.record),
    party: named(booking.party),
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
