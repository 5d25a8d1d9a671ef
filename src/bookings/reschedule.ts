import type { By } from '#crm/timeline/entry.ts';
import type { Refused } from '#engine/refuse.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { movableUntil, statusAt, type Booking } from './booking.ts';
import { findBooking, holdBooking, type Standing } from './find-booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { nearestFree } from './offer.ts';
import { place, type Placed, type Wish } from './place.ts';
import { insertAssignment, insertHistory, updateBooking } from './store.ts';
import { deleteClaims, deleteHosts } from './store-claims.ts';
import { tellHosts, tellVisitorAndGuests } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

export type Rescheduled =
  | { rescheduled: Booking }
  | { refused: 'not-found' | 'too-late' | 'not-scheduled' }
  | { refused: Refused; alternatives: number[] };

export interface Move {
  start: number;
  by: By;
  /** Staff may go beyond what the link offers, and name the host. */
  staff?: { hostId?: string; outsideHours: boolean };
}

/**
 * Moves a meeting (E8): everything is checked again but the booking itself, its host stays when free (D6), the
 * UID stays, SEQUENCE rises, both sides are told once. Moving it to where it is changes nothing.
 */
export async function reschedule(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  move: Move,
): Promise<Rescheduled> {
  const result = await transactUnlessRefused<Rescheduled, Extract<Rescheduled, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      const { booking } = standing;
      if (statusAt(booking, isoNow(platform.clock)) !== 'scheduled') return { refused: 'not-scheduled' };
      if (move.by.kind === 'visitor' && movableUntil(booking) < minuteNow(platform.clock))
        return { refused: 'too-late' };
      if (isWhereItIs(booking, move)) return { rescheduled: booking };
      await deleteClaims(tx, workspaceId, bookingId);
      await deleteHosts(tx, workspaceId, bookingId);
      const placed = await place(tx, platform, ...placing(standing, move));
      if ('refused' in placed) return { refused: placed.refused, alternatives: [] };
      return { rescheduled: await write(tx, platform, standing, placed, move) };
    },
  );
  platform.wakeWorker();
  return 'alternatives' in result ? withAlternatives(platform, workspaceId, bookingId, move, result) : result;
}

function isWhereItIs(booking: Booking, { start, staff }: Move): boolean {
  const sameHost = !staff?.hostId || booking.hostIds.includes(staff.hostId);
  return booking.start === start && sameHost;
}

function placing({ booking, found }: Standing, { start, staff }: Move): [typeof found, Wish] {
  const durationMinutes = booking.end - booking.start;
  const wish: Wish = {
    bookingId: booking.id,
    start,
    durationMinutes,
    expiresAt: null,
    prefer: new Set(booking.hostIds),
  };
  if (!staff) return [found, wish];
  const meeting = { start, end: start + durationMinutes };
  const kind = staff.outsideHours ? 'outside-hours' : 'promised';
  const only = staff.hostId ? [staff.hostId] : undefined;
  const hosts = only ? { ...found, link: withHosts(found.link, only) } : found;
  return [hosts, { ...wish, terms: { kind, meeting, ...(only && { only }) } }];
}

function withHosts(link: Standing['found']['link'], hostIds: string[]): typeof link {
  const chairs = hostIds.map((id) => ({ candidateIds: [id] }));
  return { ...link, settings: { ...link.settings, chairs } };
}

async function write(
  tx: Tx,
  platform: Platform,
  { booking, found, hosts: before }: Standing,
  placed: Placed,
  { by, staff }: Move,
): Promise<Booking> {
  const hostIds = placed.hosts.map((host) => host.member_id);
  const { start, end } = placed;
  const moved: Booking = {
    ...booking,
    start,
    end,
    hostIds,
    sequence: booking.sequence + 1,
    tzdata: process.versions.tz ?? '',
  };
  await updateBooking(tx, platform.clock, moved);
  const byHand = staff?.hostId && by.kind === 'member' ? { by: by.id, reason: null } : null;
  await insertAssignment(tx, platform.clock, moved, placed.decision, byHand);
  const data = { from: isoFromMinute(booking.start), to: isoFromMinute(start) };
  await insertHistory(tx, platform.clock, moved, { kind: 'rescheduled', by, data });
  await noteOnTimeline(tx, platform, moved, 'rescheduled', by, data);
  const stayed = before.filter((host) => hostIds.includes(host.member_id));
  const left = before.filter((host) => !hostIds.includes(host.member_id));
  const joined = placed.hosts.filter((host) => !booking.hostIds.includes(host.member_id));
  const changes = {
    previousStart: booking.start,
    ...(left.length > 0 && { previousHosts: before.map((host) => host.name) }),
  };
  const meeting = mailMeeting(platform, found.workspace, moved, placed.hosts, changes);
  await tellVisitorAndGuests(tx, platform, moved, meeting, 'rescheduled', 'proven');
  await tellHosts(tx, platform, moved, meeting, stayed, 'rescheduled');
  await tellHosts(tx, platform, moved, meeting, joined, 'new');
  const gone = mailMeeting(
    platform,
    found.workspace,
    { ...moved, start: booking.start, end: booking.end },
    left,
  );
  await tellHosts(tx, platform, moved, gone, left, 'removed');
  return moved;
}

async function withAlternatives(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  { start }: Move,
  result: { refused: Refused; alternatives: number[] },
): Promise<Rescheduled> {
  const standing = await findBooking(platform.db.read, workspaceId, bookingId);
  if (!standing) return { refused: 'not-found' };
  const { booking, found } = standing;
  const wish = { start, durationMinutes: booking.end - booking.start, except: bookingId };
  return { ...result, alternatives: await nearestFree(platform, found, wish) };
}
