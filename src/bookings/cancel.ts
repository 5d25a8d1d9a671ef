import type { By } from '#crm/timeline/entry.ts';
import { isoNow, minuteNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { statusAt, type Booking } from './booking.ts';
import { holdBooking, type Standing } from './find-booking.ts';
import { mailMeeting } from './mail-meeting.ts';
import { insertHistory, updateBooking } from './store.ts';
import { changeHolding, deleteClaims } from './store-claims.ts';
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
      const refused = refusal(platform, standing.booking, cancellation.by);
      if (refused) return { refused };
      if (standing.booking.status === 'cancelled') return { cancelled: standing.booking };
      return { cancelled: await letGo(tx, platform, standing, cancellation) };
    },
  );
  platform.wakeWorker();
  return result;
}

function refusal({ clock }: Platform, booking: Booking, by: By): 'started' | 'over' | null {
  const status = statusAt(booking, isoNow(clock));
  if (status === 'cancelled') return null;
  if (by.kind === 'visitor' && booking.start <= minuteNow(clock)) return 'started';
  return status === 'scheduled' || status === 'unverified' ? null : 'over';
}

async function letGo(
  tx: Tx,
  platform: Platform,
  { booking, found, hosts }: Standing,
  { by, reason }: Cancellation,
): Promise<Booking> {
  const wasTold = booking.status === 'scheduled';
  const cancelled: Booking = {
    ...booking,
    status: 'cancelled',
    expiresAt: null,
    sequence: booking.sequence + 1,
  };
  await deleteClaims(tx, booking.workspaceId, booking.id);
  await changeHolding(tx, booking.workspaceId, booking.id, { holding: false, expiresAt: null });
  await updateBooking(tx, platform.clock, cancelled);
  const data = reason ? { reason } : {};
  await insertHistory(tx, platform.clock, cancelled, { kind: 'cancelled', by, data });
  await noteOnTimeline(tx, platform, cancelled, 'cancelled', by, data);
  if (!wasTold) return cancelled;
  const meeting = mailMeeting(platform, found.workspace, cancelled, hosts, {
    cancelledBy: by.kind === 'visitor' ? 'visitor' : 'staff',
    ...(reason && { reason }),
    newTimesUrl: pageOf(platform, { booking, found, hosts }),
  });
  await tellVisitorAndGuests(tx, platform, cancelled, meeting, 'cancelled', 'proven');
  await tellHosts(tx, platform, cancelled, meeting, hosts, 'cancelled');
  return cancelled;
}

/** Where the visitor can choose another time, while the link is open. */
export function pageOf(platform: Platform, { booking, found }: Standing): string | undefined {
  if (!booking.linkId || !found.link.active) return undefined;
  return `${platform.config.publicUrl}/${found.workspace.slug}/${found.link.slug}`;
}
