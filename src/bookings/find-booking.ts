import type { Reader, Tx } from '#platform/db/database.ts';
import { newId } from '#platform/ids.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { defaultSettings } from '#links/link-defaults.ts';
import type { Link, LinkChair } from '#links/link.ts';
import { findLinkById, type FoundLink } from '#links/store-public.ts';
import type { Booking } from './booking.ts';
import { readBooking } from './store.ts';
import { readHosts, type HostRow } from './store-snapshot.ts';

/** A booking with all that an act on it needs. */
export interface Standing {
  booking: Booking;
  /** Its link; for a booking made by hand one that stands for its hosts alone. */
  found: FoundLink;
  /** In the order of the chairs. */
  hosts: HostRow[];
}

/** Reads a booking for a change, so that two changes of one booking take turns; undefined when there is none. */
export async function holdBooking(
  tx: Tx,
  workspaceId: string,
  bookingId: string,
): Promise<Standing | undefined> {
  const booking = await readBooking(tx, workspaceId, bookingId, 'lock');
  return booking && standing(tx, booking);
}

export async function findBooking(
  db: Reader,
  workspaceId: string,
  bookingId: string,
): Promise<Standing | undefined> {
  const booking = await readBooking(db, workspaceId, bookingId);
  return booking && standing(db, booking);
}

export async function standing(db: Reader, booking: Booking): Promise<Standing> {
  const found = await linkOf(db, booking);
  const rows = booking.hostIds.length > 0 ? await readHosts(db, booking.workspaceId, booking.hostIds) : [];
  const hosts = booking.hostIds.map((id) => rows.find((row) => row.member_id === id)!);
  return { booking, found, hosts };
}

/** A deleted link still answers for its bookings (B6). */
async function linkOf(db: Reader, booking: Booking): Promise<FoundLink> {
  const found = booking.linkId && (await findLinkById(db, booking.workspaceId, booking.linkId));
  if (found) return found;
  const workspace = (await readWorkspace(db, booking.workspaceId))!;
  return { workspace, link: linkOfHosts(booking), isAppointmentPage: false, holidayDays: null };
}

/** The link as if these were its hosts, one for each chair. */
export function heldBy(found: FoundLink, hostIds: string[]): FoundLink {
  const { chairs: before } = found.link.settings;
  const chairs = hostIds.map((id, at) => chairOf(id, before[at]?.rotationId ?? before[at]?.countsIn));
  return { ...found, link: { ...found.link, settings: { ...found.link.settings, chairs } } };
}

function chairOf(hostId: string, rotationId: string | null | undefined): LinkChair {
  return { candidateIds: [hostId], ...(rotationId && { countsIn: rotationId }) };
}

/** What a booking made by hand goes by: its own hosts, their hours, a grid of a quarter of an hour. */
export function linkOfHosts(
  booking: Pick<Booking, 'workspaceId' | 'hostIds' | 'offeredTimeZone' | 'title' | 'madeAt'> & {
    rotationId?: string | null;
  },
): Link {
  return {
    workspaceId: booking.workspaceId,
    id: newId(),
    slug: '',
    kind: booking.hostIds.length > 1 ? 'group' : 'personal',
    title: booking.title,
    ownerId: booking.hostIds[0] ?? '',
    active: true,
    holidayListId: null,
    countingFrom: booking.madeAt,
    version: 1,
    createdAt: booking.madeAt,
    deletedAt: null,
    settings: {
      ...defaultSettings(booking.offeredTimeZone),
      chairs: booking.hostIds.map((id) => chairOf(id, booking.rotationId)),
      incrementMinutes: 15,
      horizon: {},
    },
  };
}
