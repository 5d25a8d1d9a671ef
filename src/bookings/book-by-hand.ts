import { minuteFromIso } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { isoAfter, isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Caller } from '#platform/http/caller.ts';
import { may } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed } from '#platform/refusal.ts';
import { readMember } from '#people/store.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import type { Workspace } from '#people/workspace.ts';
import { findLinkById, type FoundLink } from '#links/store-public.ts';
import type { Booking, BookingStatus, RecordRef, Visitor } from './booking.ts';
import { linkOfHosts } from './find-booking.ts';
import { refOf } from './make-booking.ts';
import { makeManageToken } from './manage-token.ts';
import { knownParty, partyFor, type Party } from './party.ts';
import { place, type Placed } from './place.ts';
import { insertAssignment, insertBooking, insertHistory } from './store.ts';
import { changeHolding, deleteClaims } from './store-claims.ts';
import type { HostRow } from './store-snapshot.ts';
import { mailMeeting } from './mail-meeting.ts';
import { tellHosts, tellMade, tellVerification } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

export interface ByHand {
  start: string;
  durationMinutes: number;
  status: BookingStatus;
  visitor: Visitor | null;
  hostId?: string;
  title?: string;
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
      const found = await linkFor(tx, caller, wish);
      const bookingId = newId();
      const expiresAt =
        wish.status === 'unverified'
          ? isoAfter(platform.clock, found.link.settings.holdMinutes * 60_000)
          : null;
      const placed = await placeByHand(tx, platform, found, wish, { bookingId, expiresAt });
      if ('refused' in placed) return placed;
      return { booking: await write(tx, platform, caller, found, wish, placed, { bookingId, expiresAt }) };
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

/** The named host's own time, or the appointment page's hosts and rule, both on a grid of five minutes. */
async function linkFor(tx: Tx, caller: Caller, wish: ByHand): Promise<FoundLink> {
  const workspace = (await readWorkspace(tx, caller.workspaceId))!;
  if (wish.hostId) return linkOfHost(tx, workspace, wish.hostId);
  const { linkId } = workspace.appointmentPage;
  const found = linkId ? await findLinkById(tx, workspace.id, linkId) : undefined;
  if (!found || found.link.deletedAt) {
    throw invalid({
      path: 'hostId',
      message: 'Name a host, or choose the appointment page’s link in the settings.',
    });
  }
  return { ...found, link: { ...found.link, settings: loosened(found.link.settings) } };
}

async function linkOfHost(tx: Tx, workspace: Workspace, hostId: string): Promise<FoundLink> {
  const host = await readMember(tx, workspace.id, hostId);
  if (!host) throw invalid({ path: 'hostId', message: 'There is no such member in this workspace.' });
  const made = {
    workspaceId: workspace.id,
    hostIds: [hostId],
    offeredTimeZone: host.timeZone,
    title: '',
    madeAt: '',
  };
  const link = linkOfHosts({ ...made, madeAt: new Date(0).toISOString() });
  return {
    workspace,
    link: { ...link, settings: loosened(link.settings) },
    isAppointmentPage: false,
    holidayDays: null,
  };
}

/** What a page asks of strangers, a colleague need not keep: grid, notice, horizon, caps, buffers. */
function loosened(settings: FoundLink['link']['settings']): typeof settings {
  return {
    ...settings,
    incrementMinutes: 5,
    minimumNoticeMinutes: 0,
    horizon: {},
    caps: {},
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
  };
}

interface Particulars {
  bookingId: string;
  expiresAt: string | null;
}

function placeByHand(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  wish: ByHand,
  { bookingId, expiresAt }: Particulars,
): Promise<Placed | { refused: Refused }> {
  const start = minuteFromIso(wish.start)!;
  const { durationMinutes } = wish;
  const meeting = { start, end: start + durationMinutes };
  const past = start < minuteNow(platform.clock);
  const terms = wish.outsideHours || past ? { kind: 'outside-hours' as const, meeting } : undefined;
  return place(tx, platform, found, {
    bookingId,
    start,
    durationMinutes,
    expiresAt,
    ...(terms && { terms }),
  });
}

async function write(
  tx: Tx,
  platform: Platform,
  caller: Caller,
  found: FoundLink,
  wish: ByHand,
  placed: Placed,
  { bookingId, expiresAt }: Particulars,
): Promise<Booking> {
  const { workspaceId } = caller;
  const party = await partyOf(tx, platform, found, wish);
  const { sealed } = await makeManageToken(tx, platform, { workspaceId, id: bookingId });
  const booking = newByHand(platform, caller, found, wish, placed, { bookingId, expiresAt, party, sealed });
  await insertBooking(tx, booking);
  const byHand = wish.hostId ? { by: caller.memberId, reason: null } : null;
  await insertAssignment(tx, platform.clock, booking, placed.decision, byHand);
  const by = { kind: 'member', id: caller.memberId } as const;
  await insertHistory(tx, platform.clock, booking, { kind: 'made', by, data: { status: booking.status } });
  await noteOnTimeline(tx, platform, booking, 'made', by);
  if (booking.status === 'cancelled') await release(tx, booking);
  await tell(tx, platform, caller, found, booking, placed.hosts, wish.notify);
  return booking;
}

async function partyOf(
  tx: Tx,
  platform: Platform,
  found: FoundLink,
  { visitor, status }: ByHand,
): Promise<Party> {
  if (!visitor) return { person: null, internal: false };
  const known = await knownParty(tx, found.link.workspaceId, visitor.email);
  if (status === 'unverified') return known;
  const link = { ...found.link, title: found.link.title || 'Rondo' };
  return partyFor(tx, platform, link, { visitor, answers: [] }, known);
}

async function release(tx: Tx, { workspaceId, id }: Booking): Promise<void> {
  await deleteClaims(tx, workspaceId, id);
  await changeHolding(tx, workspaceId, id, { holding: false, expiresAt: null });
}

/** Mails to the visitor are optional; a host who did not make it hears of it. */
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
  if (notify && booking.visitor) return tellMade(tx, platform, found, booking, hosts, 'proven');
  const others = hosts.filter((host) => host.member_id !== caller.memberId);
  const meeting = mailMeeting(platform, found.workspace, booking, hosts);
  await tellHosts(tx, platform, booking, meeting, others, 'new');
}

function newByHand(
  platform: Platform,
  caller: Caller,
  found: FoundLink,
  wish: ByHand,
  placed: Placed,
  { bookingId, expiresAt, party, sealed }: Particulars & { party: Party; sealed: string },
): Booking {
  const { settings } = found.link;
  return {
    workspaceId: caller.workspaceId,
    id: bookingId,
    linkId: null,
    status: wish.status,
    title: wish.title ?? (found.link.title || (wish.visitor?.name ?? placed.hosts[0]!.name)),
    start: placed.start,
    end: placed.end,
    bufferBefore: 0,
    bufferAfter: 0,
    visitor: wish.visitor,
    visitorTimeZone: found.workspace.timeZone,
    language: found.workspace.locale,
    offeredTimeZone: settings.timeZone,
    tzdata: process.versions.tz ?? '',
    location: settings.location,
    answers: [],
    consents: [],
    guests: [],
    party: wish.status === 'unverified' ? null : refOf(party),
    record: wish.record ?? null,
    internal: party.internal,
    sequence: 0,
    version: 1,
    cutOffMinutes: settings.cutOffMinutes,
    manageTokenSealed: sealed,
    expiresAt,
    madeAt: isoNow(platform.clock),
    madeBy: caller.memberId,
    deletedAt: null,
    hostIds: placed.hosts.map((host) => host.member_id),
  };
}
