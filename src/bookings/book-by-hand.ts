import { minuteFromIso } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { isoAfter, isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed } from '#platform/refusal.ts';
import type { LinkLocation } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Booking, BookingStatus, RecordRef, Visitor } from './booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { makeManageToken } from './manage-token.ts';
import { newBooking } from './new-booking.ts';
import { knownParty, partyFor, refOf, type Party } from './party.ts';
import type { Placed } from './place.ts';
import { linkByHand, placeByHand } from './place-by-hand.ts';
import { insertAssignment, insertBooking, insertHistory } from './store.ts';
import { releaseTime } from './store-claims.ts';
import type { HostRow } from './store-snapshot.ts';
import { tellHosts, tellMade, tellVerification } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

export interface ByHand {
  start: string;
  durationMinutes: number;
  status: BookingStatus;
  visitor: Visitor | null;
  hostId?: string;
  title?: string;
  /** Of a meeting without a visitor, who has their own. */
  details?: string;
  location?: LinkLocation | null;
  /** Addresses of who comes besides the visitor. */
  guests?: string[];
  record?: RecordRef;
  outsideHours: boolean;
  notify: boolean;
}

/**
 * A colleague writes a meeting down (E13): open at once or with the status given, the party matched or made.
 * Without a named host the appointment page's rule chooses. Outside hours only when said so; never over a claim.
 */
export async function bookByHand(
  platform: Platform,
  caller: Caller,
  wish: ByHand,
): Promise<{ booking: Booking } | { refused: Refused }> {
  if (wish.hostId !== caller.memberId && !may(caller, 'book-for-others')) {
    throw notAllowed('Booking for somebody else needs the permission book-for-others.');
  }
  refusePast(platform, wish);
  const result = await transactUnlessRefused<{ booking: Booking }, { refused: Refused }>(
    platform.db,
    async (tx) => {
      const found = await linkByHand(tx, caller.workspaceId, wish);
      const holdMs = found.link.settings.holdMinutes * 60_000;
      const expiresAt = wish.status === 'unverified' ? isoAfter(platform.clock, holdMs) : null;
      const held = { bookingId: newId(), expiresAt, madeAt: isoNow(platform.clock) };
      const placed = await placeByHand(tx, platform, found, wish, held);
      if ('refused' in placed) return placed;
      return { booking: await write(tx, platform, caller, found, wish, placed, held) };
    },
  );
  platform.wakeWorker();
  return result;
}

const OVER: BookingStatus[] = ['completed', 'no-show', 'cancelled'];

function refusePast({ clock }: Platform, { start, status }: ByHand): void {
  if (minuteFromIso(start)! >= minuteNow(clock) || OVER.includes(status)) return;
  throw invalid({
    path: 'start',
    message: 'This time has passed. Give the status completed or no-show to write it down.',
  });
}

async function write(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  found: FoundLink,
  wish: ByHand,
  placed: Placed,
  { bookingId, expiresAt, madeAt }: { bookingId: string; expiresAt: string | null; madeAt: string },
): Promise<Booking> {
  const { workspaceId, memberId } = caller;
  const { sealed } = await makeManageToken(tx, platform, { workspaceId, id: bookingId });
  const booking = newBooking(platform, found, placed, {
    ...wordsOf(found, wish, placed),
    ...(await standingOf(tx, platform, found, wish)),
    id: bookingId,
    linkId: null,
    expiresAt,
    madeAt,
    manageTokenSealed: sealed,
    madeBy: memberId,
  });
  await insertBooking(tx, booking);
  const byHand = wish.hostId ? { by: memberId, reason: null } : null;
  await insertAssignment(tx, platform.clock, booking, placed.decision, byHand);
  const by = { kind: 'member', id: memberId } as const;
  await insertHistory(tx, platform.clock, booking, { kind: 'made', by, data: { status: booking.status } });
  await noteOnTimeline(tx, platform, booking, 'made', by);
  if (booking.status === 'cancelled') await releaseTime(tx, workspaceId, booking.id);
  await tell(tx, platform, caller, found, booking, placed.hosts, wish.notify);
  return booking;
}

function wordsOf({ link }: FoundLink, wish: ByHand, { hosts }: Placed) {
  const { visitor, title, record = null, guests = [], location } = wish;
  const name = visitor?.name ?? hosts[0]!.name;
  const details = visitor ? null : (wish.details ?? null);
  const words = { visitor, details, title: title ?? (link.title || name), record, guests };
  return location === undefined ? words : { ...words, location };
}

async function standingOf(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  { visitor, status }: ByHand,
): Promise<Pick<Booking, 'status' | 'party' | 'internal'>> {
  if (!visitor) return { status, party: null, internal: false };
  const known = await knownParty(tx, found.link.workspaceId, visitor.email);
  if (status === 'unverified') return { status, party: null, internal: known.internal };
  const party = await partyByHand(tx, platform, found, visitor, known);
  return { status, party: refOf(party), internal: party.internal };
}

/** A lead that a colleague's meeting makes has the link as its source, or Rondo. */
function partyByHand(tx: Tx, platform: Platform, { link }: FoundLink, visitor: Visitor, known: Party) {
  return partyFor(tx, platform, { ...link, title: link.title || 'Rondo' }, { visitor, answers: [] }, known);
}

/** Mails to visitor and guests are optional; a host who did not make it hears of it. */
async function tell(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  found: FoundLink,
  booking: Booking,
  hosts: HostRow[],
  notify: boolean,
): Promise<void> {
  if (booking.status === 'unverified') return tellVerification(tx, platform, found, booking, hosts);
  if (booking.status !== 'scheduled') return;
  if (notify && (booking.visitor || booking.guests.length > 0))
    return tellMade(tx, platform, found, booking, hosts, 'proven');
  const others = hosts.filter((host) => host.member_id !== caller.memberId);
  const meeting = mailMeeting(platform, found.workspace, booking, hosts);
  await tellHosts(tx, platform, booking, meeting, others, 'new');
}
