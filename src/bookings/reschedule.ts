import type { By } from '#crm/timeline/entry.ts';
import type { Refused } from '#engine/refuse.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import type { FoundLink } from '#links/store-public.ts';
import { movableUntil, statusAt, type Booking } from './booking.ts';
import { unreadHostsOf } from './fresh-calendars.ts';
import { holdBooking, type Standing } from './find-booking.ts';
import { handedTo } from '#bookings/reassignment/handed-to.ts';
import { heldAs } from './new-booking.ts';
import { foundForMove } from '#bookings/owner-first/owner-move.ts';
import { otherTimes } from './other-times.ts';
import { letGo, place, type Placed, type Wish } from './place.ts';
import { moveReminders } from '#bookings/reminders/keep-reminders.ts';
import { insertAssignment, insertHistory, updateBooking } from './store.ts';
import { termsByHand, type OpenEyes } from './terms.ts';
import { tellMoved } from './tell-moved.ts';
import { noteOnTimeline } from './timeline.ts';

export type Rescheduled =
  | { rescheduled: Booking }
  | { refused: 'not-found' | 'too-late' | 'not-scheduled' }
  | { refused: Refused; alternatives: number[] };

export interface Move {
  start: number;
  by: By;
  /** Staff may go beyond what the link offers, and name the host. */
  staff?: { hostId?: string } & OpenEyes;
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
  const unread = await unreadFor(platform, workspaceId, bookingId, move);
  const result = await transactUnlessRefused<Rescheduled, Extract<Rescheduled, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      const refused = refusal(platform, standing.booking, move);
      if (refused) return { refused };
      if (isWhereItIs(standing.booking, move)) return { rescheduled: standing.booking };
      const placed = await placeAt(tx, platform, standing, move, unread);
      if ('refused' in placed) return { refused: placed.refused, alternatives: [] };
      return { rescheduled: await write(tx, platform, standing, placed, move) };
    },
  );
  platform.wakeWorker();
  if (!('alternatives' in result)) return result;
  return { ...result, alternatives: await otherTimes(platform, workspaceId, bookingId, move.start) };
}

/** A9: of those among whom the meeting may go. */
function unreadFor(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  { start, staff }: Move,
): Promise<ReadonlySet<string>> {
  const besides = staff?.hostId ? [staff.hostId] : [];
  return unreadHostsOf(platform, workspaceId, bookingId, () => ({ start, besides }));
}

function refusal(
  { clock }: Platform,
  booking: Booking,
  { by }: Move,
): 'not-scheduled' | 'too-late' | undefined {
  if (statusAt(booking, isoNow(clock)) !== 'scheduled') return 'not-scheduled';
  if (by.kind === 'visitor' && movableUntil(booking) < minuteNow(clock)) return 'too-late';
  return undefined;
}

function isWhereItIs(booking: Booking, { start, staff }: Move): boolean {
  const sameHost = !staff?.hostId || booking.hostIds.includes(staff.hostId);
  return booking.start === start && sameHost;
}

async function placeAt(
  tx: Tx,
  platform: Platform,
  standing: Standing,
  { start, staff }: Move,
  unread: ReadonlySet<string>,
): Promise<Placed | { refused: Refused }> {
  const { booking, found } = standing;
  const durationMinutes = booking.end - booking.start;
  const meeting = { start, end: start + durationMinutes };
  const wish: Wish = {
    bookingId: booking.id,
    start,
    durationMinutes,
    expiresAt: null,
    linkId: booking.linkId,
    madeAt: booking.madeAt,
    prefer: new Set(booking.hostIds),
    unread,
    ...(staff && { terms: { kind: termsByHand(staff), meeting } }),
  };
  // The turn of link and rotation first: nobody is switched off between this look and the commit.
  await letGo(tx, found, booking);
  return place(tx, platform, await bookableFor(tx, platform, standing, staff), wish);
}

/** Among whom the meeting may go: of a named host, of the whole link, or of those whom an invited visitor may have. */
function bookableFor(
  tx: Tx,
  { clock }: Platform,
  standing: Standing,
  staff: Move['staff'],
): Promise<FoundLink> | FoundLink {
  if (!staff) return foundForMove(tx, clock, standing);
  return staff.hostId ? handedTo(tx, standing, staff.hostId) : standing.found;
}

async function write(
  tx: Tx,
  platform: Platform,
  standing: Standing,
  placed: Placed,
  { by, staff }: Move,
): Promise<Booking> {
  const { booking } = standing;
  const sequence = booking.sequence + 1;
  const moved = await updateBooking(tx, platform.clock, { ...booking, ...heldAs(booking, placed), sequence });
  const byHand = staff?.hostId && by.kind === 'member' ? { by: by.id, reason: null } : null;
  await insertAssignment(tx, platform.clock, moved, placed.decision, byHand);
  const data = { from: isoFromMinute(booking.start), to: isoFromMinute(moved.start) };
  await insertHistory(tx, platform.clock, moved, { kind: 'rescheduled', by, data });
  await noteOnTimeline(tx, platform, moved, 'rescheduled', by, data);
  await moveReminders(tx, platform.clock, moved);
  await tellMoved(tx, platform, standing, moved, placed.hosts);
  return moved;
}
