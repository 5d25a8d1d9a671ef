import { isoNow } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import { rotationIds } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Booking } from './booking.ts';
import { followHost, openRoom } from '#bookings/conference/room.ts';
import type { Placed } from './place.ts';

type Given = Partial<Booking> &
  Pick<Booking, 'id' | 'status' | 'visitor' | 'party' | 'internal' | 'expiresAt' | 'manageTokenSealed'>;

/** A booking as it begins: time and hosts as placed, the rest from its link unless given. */
export function newBooking(
  { clock, config }: Platform,
  { link, workspace }: FoundLink,
  placed: Placed,
  given: Given,
): Booking {
  return {
    workspaceId: workspace.id,
    linkId: link.id,
    rotationId: rotationIds(link.settings)[0] ?? null,
    title: link.title,
    ...timeOf(placed),
    visitorTimeZone: workspace.timeZone,
    language: workspace.locale,
    offeredTimeZone: link.settings.timeZone,
    details: null,
    answers: [],
    consents: [],
    guests: [],
    utm: null,
    record: null,
    invited: false,
    sequence: 0,
    version: 1,
    cutOffMinutes: link.settings.cutOffMinutes,
    madeAt: isoNow(clock),
    madeBy: null,
    answersTo: workspace.replyAddress,
    deletedAt: null,
    ...given,
    location: openRoom(
      given.location === undefined ? link.settings.location : given.location,
      placed.hosts,
      config.publicUrl,
    ),
  };
}

/** A booking as it is held after it was placed once more: its time and hosts, and where that host is met. */
export function heldAs(booking: Booking, placed: Placed): Partial<Booking> & ReturnType<typeof timeOf> {
  return { ...timeOf(placed), location: followHost(booking.location, placed.hosts) };
}

/** Asking the process again and again takes its time. */
const TZDATA = process.versions.tz ?? '';

/** What placing decides about a booking, now or when it is moved. */
function timeOf(
  placed: Placed,
): Pick<Booking, 'start' | 'end' | 'bufferBefore' | 'bufferAfter' | 'hostIds' | 'tzdata'> {
  const { start, end, bufferBefore, bufferAfter, hosts } = placed;
  const hostIds = hosts.map((host) => host.member_id);
  return { start, end, bufferBefore, bufferAfter, hostIds, tzdata: TZDATA };
}
