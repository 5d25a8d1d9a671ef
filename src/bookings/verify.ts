import type { Refused } from '#engine/refuse.ts';
import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from './booking.ts';
import { unreadHostsOf } from './fresh-calendars.ts';
import { holdBooking, type Standing } from './find-booking.ts';
import { heldAs } from './new-booking.ts';
import { otherTimes } from './other-times.ts';
import { knownParty, partyFor, refOf } from './party.ts';
import { letGo, place, type Placed } from './place.ts';
import { makeReminders } from '#bookings/reminders/keep-reminders.ts';
import { insertAssignment, insertHistory, updateBooking } from './store.ts';
import { tellMade } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

export type Verified =
  | { verified: Booking }
  /** It was confirmed before: nothing new happens (F5). */
  | { already: Booking }
  | { refused: 'expired' | 'cancelled' | 'not-found' }
  /** The time was lost meanwhile (F6). */
  | { refused: 'lost'; alternatives: number[] };

/**
 * The address is proved (F4): match again or make one lead, decide the host again with the provisional one
 * first, and only now tell people. Past the hold nothing is confirmed, whoever has the link.
 */
export async function verify(platform: Platform, workspaceId: string, bookingId: string): Promise<Verified> {
  const unread = await unreadHostsOf(platform, workspaceId, bookingId);
  const result = await transactUnlessRefused<Verified, Extract<Verified, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      const status = statusAt(standing.booking, isoNow(platform.clock));
      if (status === 'expired' || status === 'cancelled') return { refused: status };
      if (status !== 'unverified') return { already: standing.booking };
      const placed = await placeAgain(tx, platform, standing, unread);
      if ('refused' in placed) return { refused: 'lost', alternatives: [] };
      return { verified: await confirm(tx, platform, standing, placed) };
    },
  );
  platform.wakeWorker();
  if (!('alternatives' in result)) return result;
  return { ...result, alternatives: await otherTimes(platform, workspaceId, bookingId) };
}

/** First whoever held the time for them, as it was promised; then anybody else who is free for it (F6). */
export async function placeAgain(
  tx: Tx,
  platform: Platform,
  { booking, found }: Standing,
  unread: ReadonlySet<string>,
  expiresAt: string | null = null,
): Promise<Placed | { refused: Refused }> {
  await letGo(tx, found, booking);
  const meeting = { start: booking.start, end: booking.end };
  const wish = {
    bookingId: booking.id,
    start: booking.start,
    durationMinutes: booking.end - booking.start,
    expiresAt,
    linkId: booking.linkId,
    madeAt: booking.madeAt,
    prefer: new Set(booking.hostIds),
    unread,
  };
  const same = await place(tx, platform, found, {
    ...wish,
    terms: { kind: 'promised', meeting, only: booking.hostIds },
  });
  return 'refused' in same ? place(tx, platform, found, { ...wish, terms: { kind: 'late', meeting } }) : same;
}

async function confirm(
  tx: Tx,
  platform: Platform,
  { booking, found }: Standing,
  placed: Placed,
): Promise<Booking> {
  const visitor = booking.visitor!;
  const known = await knownParty(tx, booking.workspaceId, visitor.email);
  const { answers, utm } = booking;
  const party = await partyFor(tx, platform, found.link, { visitor, answers, utm }, known);
  const confirmed = await updateBooking(tx, platform.clock, {
    ...booking,
    ...heldAs(booking, placed),
    status: 'scheduled',
    expiresAt: null,
    party: refOf(party),
    internal: party.internal,
  });
  // The same hosts hold it for the reason they were chosen at first; only another choice has another reason (D5).
  if (!sameHosts(booking, confirmed)) await insertAssignment(tx, platform.clock, confirmed, placed.decision);
  await insertHistory(tx, platform.clock, confirmed, { kind: 'confirmed', by: { kind: 'visitor' } });
  await noteOnTimeline(tx, platform, confirmed, 'made', { kind: 'visitor' });
  await makeReminders(tx, platform.clock, confirmed, found.link.settings.reminders);
  await tellMade(tx, platform, found, confirmed, placed.hosts, 'proven');
  return confirmed;
}

function sameHosts(one: Booking, other: Booking): boolean {
  return one.hostIds.join() === other.hostIds.join();
}
