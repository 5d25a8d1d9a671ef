import { isoAfter, isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import type { Refused } from '#engine/refuse.ts';
import { verificationOf } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { Booking } from './booking.ts';
import { giveWay, isCrowded } from './hold-limits.ts';
import { makeManageToken } from './manage-token.ts';
import { knownParty, partyFor, type Party } from './party.ts';
import { place, type Placed } from './place.ts';
import { insertAssignment, insertBooking, insertHistory } from './store.ts';
import type { HostRow } from './store-snapshot.ts';
import { tellMade, tellVerification } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';
import type { Visit } from './visit.ts';

interface Made {
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
): Promise<Made | { refused: Refused }> {
  const { workspaceId } = found.link;
  const known = await knownParty(tx, workspaceId, visit.visitor.email);
  const expiresAt = mustConfirm(found, known)
    ? isoAfter(platform.clock, found.link.settings.holdMinutes * 60_000)
    : null;
  if (expiresAt !== null && (await isCrowded(tx, platform, found, visit))) return { refused: 'busy' };
  const bookingId = newId();
  const { start, durationMinutes } = visit;
  const placed = await place(tx, platform, found, { bookingId, start, durationMinutes, expiresAt });
  if ('refused' in placed) return placed;
  if (expiresAt !== null) await giveWay(tx, platform, workspaceId, visit.visitor.email);
  const party = expiresAt === null ? await partyFor(tx, platform, found.link, visit, known) : known;
  const { token, sealed } = await makeManageToken(tx, platform, { workspaceId, id: bookingId });
  const booking = newBooking(platform, found, visit, placed, { bookingId, expiresAt, party, sealed });
  await insertBooking(tx, booking);
  await insertAssignment(tx, platform.clock, booking, placed.decision);
  await insertHistory(tx, platform.clock, booking, { kind: 'made', by: { kind: 'visitor' } });
  if (expiresAt === null) {
    await noteOnTimeline(tx, platform, booking, 'made', { kind: 'visitor' });
    await tellMade(tx, platform, found, booking, placed.hosts);
  } else {
    await tellVerification(tx, platform, found, booking, placed.hosts);
  }
  return { booking, hosts: placed.hosts, token };
}

/** F1: who must confirm their address before the time is theirs. A colleague's own address is known (E15). */
function mustConfirm(found: FoundLink, known: Party): boolean {
  const policy = verificationOf(found.link.settings, found.isAppointmentPage);
  if (policy === 'everyone') return true;
  return policy === 'unknown' && known.person === null && !known.internal;
}

interface Particulars {
  bookingId: string;
  expiresAt: string | null;
  party: Party;
  sealed: string;
}

function newBooking(
  platform: Platform,
  { link }: FoundLink,
  visit: Visit,
  placed: Placed,
  { bookingId, expiresAt, party, sealed }: Particulars,
): Booking {
  const { settings } = link;
  const { language, visitor, answers, consents, guests, location, timeZone } = visit;
  return {
    workspaceId: link.workspaceId,
    id: bookingId,
    linkId: link.id,
    status: expiresAt === null ? 'scheduled' : 'unverified',
    title: link.title,
    start: placed.start,
    end: placed.end,
    bufferBefore: settings.bufferBeforeMinutes,
    bufferAfter: settings.bufferAfterMinutes,
    visitor,
    visitorTimeZone: timeZone,
    language: settings.language === 'visitor' ? language : settings.language,
    offeredTimeZone: settings.timeZone,
    tzdata: process.versions.tz ?? '',
    location,
    answers,
    consents,
    guests,
    party: expiresAt === null ? refOf(party) : null,
    record: null,
    internal: party.internal,
    sequence: 0,
    version: 1,
    cutOffMinutes: settings.cutOffMinutes,
    manageTokenSealed: sealed,
    expiresAt,
    madeAt: isoNow(platform.clock),
    madeBy: null,
    deletedAt: null,
    hostIds: placed.hosts.map((host) => host.member_id),
  };
}

export function refOf({ person }: Party): Booking['party'] {
  return person && { kind: person.kind, id: person.id };
}
