import type { By } from '#crm/timeline/entry.ts';
import type { Refused } from '#engine/refuse.ts';
import { minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import type { Booking } from './booking.ts';
import { unreadHostsOf } from './fresh-calendars.ts';
import { heldBy, holdBooking, type Standing } from './find-booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { heldAs } from './new-booking.ts';
import { knownParty, partyFor, refOf } from './party.ts';
import { overWith } from './offered-times.ts';
import { letGo, place, type Placed } from './place.ts';
import { reopenReminders } from '#bookings/reminders/keep-reminders.ts';
import { insertAssignment, insertHistory, updateBooking } from './store.ts';
import { tellHosts, tellVisitorAndGuests } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

export type Reopened =
  | { reopened: Booking }
  | { refused: 'not-found' | 'not-cancelled' | 'passed' | Refused };

/** Brings a cancelled meeting back (E10), on the same hosts; refused with the reason when its time is taken. */
export async function reopen(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  by: By,
): Promise<Reopened> {
  const unread = await unreadHostsOf(platform, workspaceId, bookingId);
  const result = await transactUnlessRefused<Reopened, Extract<Reopened, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      const { booking } = standing;
      if (booking.status !== 'cancelled') return { refused: 'not-cancelled' };
      if (booking.start <= minuteNow(platform.clock)) return { refused: 'passed' };
      const placed = await placeOnSameHosts(tx, platform, standing, unread);
      if ('refused' in placed) return placed;
      return { reopened: await write(tx, platform, standing, placed, by) };
    },
  );
  platform.wakeWorker();
  return result;
}

/** The time was theirs once: only what has closed it since keeps it from them. */
async function placeOnSameHosts(
  tx: Tx,
  platform: Platform,
  { booking, found }: Standing,
  unread: ReadonlySet<string>,
): Promise<Placed | { refused: Refused }> {
  const meeting = { start: booking.start, end: booking.end };
  const bookable = heldBy(found, booking.hostIds);
  await letGo(tx, bookable, booking);
  if ((await overWith(tx, platform, bookable, booking.id)) === 'used') return { refused: 'used' };
  return place(tx, platform, bookable, {
    bookingId: booking.id,
    start: booking.start,
    durationMinutes: booking.end - booking.start,
    expiresAt: null,
    linkId: booking.linkId,
    madeAt: booking.madeAt,
    unread,
    terms: { kind: 'promised', meeting },
  });
}

async function write(
  tx: Tx,
  platform: Platform,
  { booking, found }: Standing,
  placed: Placed,
  by: By,
): Promise<Booking> {
  const reopened = await updateBooking(tx, platform.clock, {
    ...booking,
    ...heldAs(booking, placed),
    status: 'scheduled',
    expiresAt: null,
    party: booking.party ?? (await partyVouchedFor(tx, platform, { booking, found })),
    sequence: booking.sequence + 1,
  });
  await insertAssignment(tx, platform.clock, reopened, placed.decision);
  await insertHistory(tx, platform.clock, reopened, { kind: 'reopened', by });
  await noteOnTimeline(tx, platform, reopened, 'reopened', by);
  await reopenReminders(tx, platform.clock, reopened, found.link.settings.reminders);
  const meeting = mailMeeting(platform, found.workspace, reopened, placed.hosts);
  await tellVisitorAndGuests(tx, platform, reopened, meeting, 'reopened', 'proven');
  await tellHosts(tx, platform, reopened, meeting, placed.hosts, 'reopened');
  return reopened;
}

/** Called off before its address was proved: the colleague who reopens it vouches for the visitor. */
async function partyVouchedFor(
  tx: Tx,
  platform: Platform,
  { booking: { workspaceId, visitor, answers, utm }, found }: Pick<Standing, 'booking' | 'found'>,
): Promise<Booking['party']> {
  if (!visitor) return null;
  const known = await knownParty(tx, workspaceId, visitor.email);
  return refOf(await partyFor(tx, platform, found.link, { visitor, answers, utm }, known));
}
