import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { BookingView } from './booking-fields.ts';
import { readOverrides } from '#bookings/rotation/overrides.ts';
import { statusAt, type Booking, type RecordRef } from './booking.ts';
import { meetingsInNeed, type Need } from '#bookings/reassignment/needs-host.ts';
import { readPeopleNames, type Named } from './store-party.ts';

/** Bookings as colleagues see them, with the names of their hosts, parties and records. */
export async function presentBookings(
  platform: Platform,
  workspaceId: string,
  bookings: Booking[],
): Promise<BookingView[]> {
  const refs = bookings.flatMap(refsOf);
  const hostIds = new Set(bookings.flatMap((booking) => booking.hostIds));
  const known = await readPeopleNames(platform.db.read, workspaceId, refs, [...hostIds]);
  const needs = await needsOf(platform, workspaceId, bookings, known);
  const overrides = await readOverrides(platform.db.read, workspaceId, bookings);
  return bookings.map((booking) => ({
    ...present(platform, booking, known),
    override: overrides.get(booking.id) ?? null,
    needsHost: needs.get(booking.id)?.[0] ?? null,
  }));
}

function refsOf({ party, record, rotationId }: Booking): RecordRef[] {
  const rotation = rotationId === null ? null : { kind: 'rotation', id: rotationId };
  return [party, record, rotation].filter((ref) => ref !== null);
}

/** Asked only of meetings still to come that somebody holds of whom it is not sure (N2). */
async function needsOf(
  { db, clock }: Platform,
  workspaceId: string,
  bookings: Booking[],
  known: ReadonlyMap<string, Named>,
): Promise<Map<string, Need[]>> {
  const now = minuteNow(clock);
  const inDoubt = bookings.filter(
    ({ status, start, hostIds }) =>
      status === 'scheduled' && start > now && hostIds.some((id) => known.get(id)?.sure === false),
  );
  if (inDoubt.length === 0) return new Map();
  const ids = inDoubt.map(({ id }) => id);
  return meetingsInNeed(db.read, workspaceId, now, { ids, kind: db.kind });
}

function present(
  { clock }: Platform,
  booking: Booking,
  known: ReadonlyMap<string, Named>,
): Omit<BookingView, 'needsHost' | 'override'> {
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
    hosts: booking.hostIds.map((id) => hostNamed(id, known.get(id))),
    linkId: booking.linkId,
    rotationId: booking.rotationId,
    rotation:
      booking.rotationId === null
        ? null
        : { id: booking.rotationId, name: known.get(booking.rotationId)?.name ?? '' },
    record: named(booking.record),
    party: named(booking.party),
    internal: booking.internal,
    location: booking.location,
    answers: booking.answers,
    consents: booking.consents,
    guests: booking.guests,
    utm: booking.utm,
    expiresAt: booking.status === 'cancelled' ? null : booking.expiresAt,
    sequence: booking.sequence,
    madeAt: booking.madeAt,
    madeBy: booking.madeBy,
    version: booking.version,
  };
}

function hostNamed(id: string, named: Named | undefined): BookingView['hosts'][number] {
  return { id, name: named?.name ?? '', active: named?.active ?? false };
}
