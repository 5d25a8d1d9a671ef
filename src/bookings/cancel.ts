import type { By } from '#crm/timeline/entry.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from './booking.ts';
import { holdBooking, type Standing } from './find-booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { pageOf } from './page-of.ts';
import { dropReminders } from '#bookings/reminders/keep-reminders.ts';
import { insertHistory, updateBooking } from './store.ts';
import { releaseTime } from './store-claims.ts';
import { tellHosts, tellVisitorAndGuests } from './tell-made.ts';
import { noteOnTimeline } from './timeline.ts';

export type Cancelled = { cancelled: Booking } | { refused: 'not-found' | 'started' | 'over' };

export interface Cancellation {
  by: By;
  reason?: string;
}

/**
 * Cancels (E9): the time is free at once in every link, both sides are told once, history stays. A second
 * cancellation changes nothing. A visitor may cancel until the start (E7), staff also a meeting that has begun.
 */
export async function cancel(
  platform: Platform,
  workspaceId: string,
  bookingId: string,
  cancellation: Cancellation,
): Promise<Cancelled> {
  const result = await transactUnlessRefused<Cancelled, Extract<Cancelled, { refused: string }>>(
    platform.db,
    async (tx) => {
      const standing = await holdBooking(tx, workspaceId, bookingId);
      if (!standing || standing.booking.deletedAt) return { refused: 'not-found' };
      return cancelStanding(tx, platform, standing, cancellation);
    },
  );
  platform.wakeWorker();
  return result;
}

/** The same in the caller's transaction, for a booking it holds. */
export async function cancelStanding(
  tx: Tx,
  platform: Platform,
  standing: Standing,
  cancellation: Cancellation,
): Promise<{ cancelled: Booking } | { refused: 'started' | 'over' }> {
  const refused = refusal(platform, standing.booking, cancellation.by);
  if (refused) return { refused };
  if (standing.booking.status === 'cancelled') return { cancelled: standing.booking };
  return { cancelled: await callOff(tx, platform, standing, cancellation) };
}

function refusal({ clock }: Platform, booking: Booking, by: By): 'started' | 'over' | null {
  const status = statusAt(booking, isoNow(clock));
  if (status === 'cancelled') return null;
  if (by.kind === 'visitor' && booking.start <= minuteNow(clock)) return 'started';
  return status === 'scheduled' || status === 'unverified' ? null : 'over';
}

async function callOff(
  tx: Tx,
  platform: Platform,
  standing: Standing,
  { by, reason }: Cancellation,
): Promise<Booking> {
  const { booking, found, hosts } = standing;
  const wasTold = booking.status === 'scheduled';
  const sequence = booking.sequence + 1;
  // The end of a hold stays: what nobody proved never counted, whatever a rotation counts of cancelled ones (D3).
  const cancelled = await updateBooking(tx, platform.clock, { ...booking, status: 'cancelled', sequence });
  await releaseTime(tx, booking.workspaceId, booking.id);
  await dropReminders(tx, booking);
  const data = reason ? { reason } : {};
  await insertHistory(tx, platform.clock, cancelled, { kind: 'cancelled', by, data });
  await noteOnTimeline(tx, platform, cancelled, 'cancelled', by, data);
  if (!wasTold) return cancelled;
  const meeting = mailMeeting(platform, found.workspace, cancelled, hosts, {
    cancelledBy: by.kind === 'visitor' ? 'visitor' : 'staff',
    ...(reason && { reason }),
    newTimesUrl: pageOf(platform, standing),
  });
  await tellVisitorAndGuests(tx, platform, cancelled, meeting, 'cancelled', 'proven');
  await tellHosts(tx, platform, cancelled, meeting, hosts, 'cancelled');
  return cancelled;
}
