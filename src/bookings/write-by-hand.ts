import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { ByHandChoice } from './assignment/sentence.ts';
import type { ByHand } from './book-by-hand.ts';
import type { OpenEyes } from './terms.ts';
import type { Booking, Visitor } from './booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { makeManageToken } from './manage-token.ts';
import { newBooking } from './new-booking.ts';
import { knownParty, partyFor, refOf, type Party } from './party.ts';
import type { Placed } from './place.ts';
import { makeReminders } from '#bookings/reminders/keep-reminders.ts';
import { insertAssignment, insertBooking, insertHistory } from './store.ts';
import { keepRoomToken } from './conference/store-rooms.ts';
import { releaseTime } from './store-claims.ts';
import type { HostRow } from './store-snapshot.ts';
import { tellHosts, tellMade, tellVerification } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

/** What a colleague says of a meeting, whether they named its host or a rotation did. */
export type Said = Omit<ByHand, 'start' | 'durationMinutes' | 'hostId' | keyof OpenEyes>;

interface Held {
  bookingId: string;
  expiresAt: string | null;
  madeAt: string;
  /** Who chose the host, where no rule did, and why (D5). */
  byHand: ByHandChoice | null;
}

/** All that stands of a colleague's meeting, in the caller's transaction: booking, reasons, history, timelines, mails (E2, E13, R11). */
export async function writeByHand(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  found: FoundLink,
  wish: Said,
  placed: Placed,
  { byHand, ...held }: Held,
): Promise<Booking> {
  const { workspaceId, memberId } = caller;
  const { sealed } = await makeManageToken(tx, platform, { workspaceId, id: held.bookingId });
  const booking = newBooking(platform, found, placed, {
    ...wordsOf(found, wish, placed),
    ...(await standingOf(tx, platform, found, wish)),
    id: held.bookingId,
    linkId: null,
    expiresAt: held.expiresAt,
    madeAt: held.madeAt,
    manageTokenSealed: sealed,
    madeBy: memberId,
  });
  await insertBooking(tx, booking);
  await keepRoomToken(tx, platform.clock, booking);
  await insertAssignment(tx, platform.clock, booking, placed.decision, byHand);
  const by = { kind: 'member', id: memberId } as const;
  await insertHistory(tx, platform.clock, booking, { kind: 'made', by, data: { status: booking.status } });
  await noteOnTimeline(tx, platform, booking, 'made', by);
  if (booking.status === 'cancelled') await releaseTime(tx, workspaceId, booking.id);
  await tell(tx, platform, caller, found, booking, placed.hosts, wish.notify);
  return booking;
}

function wordsOf({ link }: FoundLink, wish: Said, { hosts }: Placed) {
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
  { visitor, status }: Said,
): Promise<Pick<Booking, 'status' | 'party' | 'internal'>> {
  if (!visitor) return { status, party: null, internal: false };
  const known = await knownParty(tx, found.link.workspaceId, visitor.email);
  if (status === 'unverified') return { status, party: null, internal: known.internal };
  const party = await partyByHand(tx, platform, found, visitor, known);
  return { status, party: refOf(party), internal: party.internal };
}

/** A lead that a colleague's meeting makes has the link as its source, or Rondo. */
function partyByHand(tx: Tx, platform: Platform, { link }: FoundLink, visitor: Visitor, known: Party) {
  const by = { visitor, answers: [], utm: null };
  return partyFor(tx, platform, { ...link, title: link.title || 'Rondo' }, by, known);
}

/** Mails to visitor and guests are optional, reminders too; a host who did not make it hears of it. */
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
  if (notify) await makeReminders(tx, platform.clock, booking, found.link.settings.reminders);
  if (notify && (booking.visitor || booking.guests.length > 0))
    return tellMade(tx, platform, found, booking, hosts, 'proven');
  const others = hosts.filter((host) => host.member_id !== caller.memberId);
  const meeting = mailMeeting(platform, found.workspace, booking, hosts);
  await tellHosts(tx, platform, booking, meeting, others, 'new');
}
