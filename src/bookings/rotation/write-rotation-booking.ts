import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { RotationWish } from './book-from-rotation.ts';
import type { Booking } from '#bookings/booking.ts';
import { mailMeeting } from '#bookings/mail-meeting.ts';
import { makeManageToken } from '#bookings/manage-token.ts';
import { newBooking } from '#bookings/new-booking.ts';
import { knownParty, partyFor, refOf } from '#bookings/party.ts';
import type { Placed } from '#bookings/place.ts';
import { insertAssignment, insertBooking, insertHistory } from '#bookings/store.ts';
import { tellHosts, tellMade } from '#bookings/tell-made.ts';
import { noteOnTimeline } from '#bookings/timeline.ts';

interface Given {
  bookingId: string;
  byHand: { by: string; reason: string | null } | null;
}

/** All that stands of a meeting through a rotation: booking, reasons, history, timelines, mails (E2, R11). */
export async function writeRotationBooking(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  found: FoundLink,
  wish: RotationWish,
  placed: Placed,
  { bookingId, byHand }: Given,
): Promise<Booking> {
  const { workspaceId, memberId } = caller;
  const { sealed } = await makeManageToken(tx, platform, { workspaceId, id: bookingId });
  const booking = newBooking(platform, found, placed, {
    ...wordsOf(found, wish),
    ...(await partyOf(tx, platform, found, wish)),
    id: bookingId,
    linkId: null,
    status: 'scheduled',
    madeAt: placed.madeAt,
    expiresAt: null,
    manageTokenSealed: sealed,
    madeBy: memberId,
  });
  await insertBooking(tx, booking);
  await insertAssignment(tx, platform.clock, booking, placed.decision, byHand);
  const by = { kind: 'member', id: memberId } as const;
  await insertHistory(tx, platform.clock, booking, { kind: 'made', by, data: { status: 'scheduled' } });
  await noteOnTimeline(tx, platform, booking, 'made', by);
  await tell(tx, platform, caller, found, booking, placed, wish.notify);
  return booking;
}

function wordsOf({ link }: FoundLink, wish: RotationWish) {
  const { visitor, title, details, record, guests, location } = wish;
  const said = visitor && details ? { ...visitor, details } : visitor;
  return {
    visitor: said,
    details: visitor ? null : (details ?? null),
    title: title ?? link.title,
    record,
    guests,
    ...(location !== undefined && { location }),
  };
}

/** A person nobody knows yet becomes a lead that came from the rotation. */
async function partyOf(
  tx: Tx,
  platform: Platform,
  { link }: FoundLink,
  { visitor }: RotationWish,
): Promise<Pick<Booking, 'party' | 'internal'>> {
  if (!visitor) return { party: null, internal: false };
  const known = await knownParty(tx, link.workspaceId, visitor.email);
  const party = await partyFor(tx, platform, link, { visitor, answers: [] }, known);
  return { party: refOf(party), internal: party.internal };
}

/** Visitor and guests are invited unless the colleague says no; the host hears of it in any case. */
async function tell(
  tx: Tx,
  platform: Platform,
  { memberId }: Caller,
  found: FoundLink,
  booking: Booking,
  { hosts }: Placed,
  notify: boolean,
): Promise<void> {
  if (notify && (booking.visitor || booking.guests.length > 0))
    return tellMade(tx, platform, found, booking, hosts, 'proven');
  const others = hosts.filter((host) => host.member_id !== memberId);
  const meeting = mailMeeting(platform, found.workspace, booking, hosts);
  await tellHosts(tx, platform, booking, meeting, others, 'new');
}
