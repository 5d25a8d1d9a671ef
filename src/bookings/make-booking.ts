import type { Decision } from '#engine/decide.ts';
import { isoAfter } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { verificationOf } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Booking } from './booking.ts';
import { giveWay, isCrowded } from './hold-limits.ts';
import { makeManageToken } from './manage-token.ts';
import { newBooking } from './new-booking.ts';
import { knownParty, partyFor, refOf, type Party } from './party.ts';
import { asInvited, inviteOf, ownWay, ruledBy, type OwnWay } from '#bookings/owner-first/owner-at-commit.ts';
import { place } from './place.ts';
import { makeReminders } from '#bookings/reminders/keep-reminders.ts';
import type { Closed } from './refusals.ts';
import { insertAssignment, insertBooking, insertHistory } from './store.ts';
import { keepRoomToken } from './conference/store-rooms.ts';
import type { HostRow } from './store-snapshot.ts';
import { tellMade, tellVerification } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';
import type { Visit } from './visit.ts';

export interface Made {
  booking: Booking;
  hosts: HostRow[];
  token: string;
}

/** Writes a visitor's booking, in the caller's transaction: claims, booking, person, reasons, mails (E2). */
export async function makeBooking(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  unread?: ReadonlySet<string>,
): Promise<Made | { refused: Closed }> {
  const { workspaceId } = found.link;
  const way = await ownWay(tx, platform, found, visit);
  const known = asInvited(way, await knownParty(tx, workspaceId, visit.visitor.email));
  const expiresAt = mustConfirm(found, known, way)
    ? isoAfter(platform.clock, found.link.settings.holdMinutes * 60_000)
    : null;
  if (expiresAt !== null && (await isCrowded(tx, platform, found, visit))) return { refused: 'crowded' };
  const bookingId = newId();
  const { start, durationMinutes } = visit;
  const { prefer } = way;
  const wish = { bookingId, start, durationMinutes, expiresAt, linkId: found.link.id, prefer, unread };
  const placed = await place(tx, platform, way.found, wish);
  if ('refused' in placed) return placed;
  if (expiresAt !== null) await giveWay(tx, platform, workspaceId, visit.visitor.email);
  const { token, sealed } = await makeManageToken(tx, platform, { workspaceId, id: bookingId });
  const { madeAt } = placed;
  const given = { id: bookingId, madeAt, expiresAt, manageTokenSealed: sealed, ...wordsOf(found, visit) };
  const party = expiresAt === null ? await partyFor(tx, platform, found.link, visit, known) : null;
  const standing = { ...standingOf(party, known), ...(await inviteOf(tx, platform, way)) };
  const booking = newBooking(platform, found, placed, { ...given, ...standing });
  await write(tx, platform, booking, ruledBy(way, placed));
  const proof = way.isProven ? 'proven' : 'unproven';
  if (party) {
    await makeReminders(tx, platform.clock, booking, found.link.settings.reminders);
    await tellMade(tx, platform, found, booking, placed.hosts, proof);
  } else await tellVerification(tx, platform, found, booking, placed.hosts);
  return { booking, hosts: placed.hosts, token };
}

/**
 * F1: who must confirm their address before the time is theirs. A colleague's own address is known (E15), and a link
 * that was mailed to them proves a visitor's (C4).
 */
function mustConfirm(found: FoundLink, known: Party, { isProven }: OwnWay): boolean {
  if (isProven) return false;
  const policy = verificationOf(found.link.settings, found.isAppointmentPage);
  if (policy === 'everyone') return true;
  return policy === 'unknown' && known.person === null && !known.internal;
}

/** Nobody is linked before their address is proved: until then the meeting is only held (F3). */
function standingOf(party: Party | null, known: Party): Pick<Booking, 'status' | 'party' | 'internal'> {
  if (!party) return { status: 'unverified', party: null, internal: known.internal };
  return { status: 'scheduled', party: refOf(party), internal: party.internal };
}

function wordsOf({ link: { settings } }: FoundLink, visit: Visit) {
  const { visitor, answers, consents, guests, location, timeZone, utm } = visit;
  const language = settings.language === 'visitor' ? visit.language : settings.language;
  return { visitor, answers, consents, guests, location, utm, language, visitorTimeZone: timeZone };
}

async function write(tx: Tx, platform: Platform, booking: Booking, decision: Decision): Promise<void> {
  const by = { kind: 'visitor' } as const;
  await insertBooking(tx, booking);
  await keepRoomToken(tx, platform.clock, booking);
  await insertAssignment(tx, platform.clock, booking, decision);
  await insertHistory(tx, platform.clock, booking, { kind: 'made', by });
  await noteOnTimeline(tx, platform, booking, 'made', by);
}
