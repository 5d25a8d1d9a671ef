import type { Refused } from '#engine/refuse.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import type { Booking } from '#bookings/booking.ts';
import { followHost } from '#bookings/conference/room.ts';
import { unreadHostsOf } from '#bookings/fresh-calendars.ts';
import { holdBooking, type Standing } from '#bookings/find-booking.ts';
import { place, type Placed } from '#bookings/place.ts';
import {
  cannotChange,
  termsOf,
  type NotReassigned,
  type Reassigned,
  type Reassignment,
} from './reassignment.ts';
import { takeRemindersFrom } from '#bookings/reminders/keep-reminders.ts';
import { insertAssignment, insertHistory, updateBooking } from '#bookings/store.ts';
import { leaveChair, takeChair } from './store-chair.ts';
import { tellReassigned } from './tell-reassigned.ts';
import { noteOnTimeline } from '#bookings/timeline.ts';
import { vacancyByRule, vacancyFor, whoGoes, type Vacancy } from './vacancy.ts';
import { whyNot } from './why-not.ts';
import { wholeDecision } from '#bookings/assignment/whole-decision.ts';

/**
 * Gives one place of a meeting to another host (E11), in one act: their time is claimed and the other's let go, counts
 * follow (D3), the UID stays and SEQUENCE rises, visitor and guests hear once, and so does everybody whose meeting it
 * is or was. Its time was promised, so grid, notice and horizon do not matter; hours do, and other claims always.
 * Giving it to whom has it changes nothing.
 */
export async function reassign(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  wish: Reassignment,
): Promise<Reassigned> {
  const besides = wish.hostId === null ? [] : [wish.hostId];
  const unread = await unreadHostsOf(platform, workspaceId, bookingId, () => ({ besides }));
  const result = await transactUnlessRefused<{ reassigned: Booking }, { refused: NotReassigned }>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      const refused = cannotChange(platform, standing.booking);
      if (refused) return { refused };
      const vacancy = await vacancyOf(tx, platform, standing, wish);
      if ('refused' in vacancy) return vacancy;
      if (vacancy.from === wish.hostId) return { reassigned: standing.booking };
      const placed = await fill(tx, platform, standing.booking, vacancy, wish, unread);
      if ('refused' in placed) return placed;
      return { reassigned: await write(tx, platform, standing, vacancy, placed, wish) };
    },
  );
  platform.wakeWorker();
  if ('reassigned' in result) return result;
  return { refused: await whyNot(platform, workspaceId, bookingId, wish, result.refused) };
}

async function vacancyOf(
  tx: Tx,
  platform: Platform,
  standing: Standing,
  { hostId, fromHostId }: Reassignment,
): Promise<Vacancy | { refused: NotReassigned }> {
  const { hostIds } = standing.booking;
  const from = await whoGoes(tx, platform, standing.booking, fromHostId);
  if (typeof from !== 'string') return from;
  if (hostId === null) return vacancyByRule(tx, standing, from);
  if (hostId !== from && hostIds.includes(hostId)) return { refused: 'already-host' };
  return vacancyFor(tx, standing, from, hostId);
}

async function fill(
  tx: Tx,
  platform: Platform,
  { workspaceId, id, start, end, linkId, madeAt }: Booking,
  { at, from, found, only }: Vacancy,
  { hostId, ...eyes }: Reassignment,
  unread: ReadonlySet<string>,
): Promise<Placed | { refused: Refused }> {
  const placed = await place(tx, platform, found, {
    bookingId: id,
    start,
    durationMinutes: end - start,
    expiresAt: null,
    linkId,
    madeAt,
    only,
    unread,
    terms: { kind: termsOf(hostId, eyes), meeting: { start, end } },
  });
  if ('refused' in placed) return placed;
  // Only now: the link's turn comes before any claim, as in every booking, so that two never wait for each other.
  await leaveChair(tx, { workspaceId, bookingId: id, hostId: from });
  await takeChair(tx, { workspaceId, bookingId: id, hostId: placed.hosts[0]!.member_id }, at);
  return placed;
}

async function write(
  tx: Tx,
  platform: Platform,
  standing: Standing,
  { at, from, found }: Vacancy,
  { hosts: [host], decision }: Placed,
  { by: memberId, reason, hostId }: Reassignment,
): Promise<Booking> {
  const { booking } = standing;
  const to = host!.member_id;
  const moved = await updateBooking(tx, platform.clock, {
    ...booking,
    hostIds: booking.hostIds.with(at, to),
    ...(at === 0 && { location: followHost(booking.location, [host!]) }),
    sequence: booking.sequence + 1,
  });
  const rotationId = found.link.settings.chairs[0]!.rotationId;
  const whole = wholeDecision({ ...decision, ...(rotationId && { rotationId }) }, at, moved.hostIds);
  await insertAssignment(tx, platform.clock, moved, whole, hostId === null ? null : { by: memberId, reason });
  const by = { kind: 'member', id: memberId } as const;
  const names = { fromName: standing.hosts[at]!.name, toName: host!.name };
  const data = { from, to, ...names, byRule: hostId === null, reason };
  await insertHistory(tx, platform.clock, moved, { kind: 'reassigned', by, data });
  await noteOnTimeline(tx, platform, moved, 'reassigned', by, { from, to, ...names });
  await takeRemindersFrom(tx, booking, standing.hosts[at]!.email);
  await tellReassigned(tx, platform, standing, moved, { at, host: host!, reason });
  return moved;
}
