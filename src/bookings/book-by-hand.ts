import { minuteFromIso } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { isoAfter, isoNow, minuteNow } from '#platform/clock.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import { may, type Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notAllowed } from '#platform/refusal.ts';
import type { LinkLocation } from '#links/link.ts';
import type { Booking, BookingStatus, RecordRef, Visitor } from './booking.ts';
import { unreadHosts } from './fresh-calendars.ts';
import { linkByHand, placeByHand } from './place-by-hand.ts';
import type { OpenEyes } from './terms.ts';
import { writeByHand } from './write-by-hand.ts';

export interface ByHand extends OpenEyes {
  start: string;
  durationMinutes: number;
  status: BookingStatus;
  visitor: Visitor | null;
  hostId?: string;
  title?: string;
  /** Of a meeting without a visitor, who has their own. */
  details?: string;
  location?: LinkLocation | null;
  /** Addresses of who comes besides the visitor. */
  guests?: string[];
  record?: RecordRef;
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
  const unread = await unreadFor(platform, caller, wish);
  const result = await transactUnlessRefused<{ booking: Booking }, { refused: Refused }>(
    platform.db,
    async (tx) => {
      const found = await linkByHand(tx, caller.workspaceId, wish);
      const holdMs = found.link.settings.holdMinutes * 60_000;
      const expiresAt = wish.status === 'unverified' ? isoAfter(platform.clock, holdMs) : null;
      const held = { bookingId: newId(), expiresAt, madeAt: isoNow(platform.clock) };
      const placed = await placeByHand(tx, platform, found, wish, { ...held, unread });
      if ('refused' in placed) return placed;
      const byHand = wish.hostId ? { by: caller.memberId, reason: null } : null;
      return { booking: await writeByHand(tx, platform, caller, found, wish, placed, { ...held, byHand }) };
    },
  );
  platform.wakeWorker();
  return result;
}

/** A9: what is over needs nobody's calendar. */
async function unreadFor(
  platform: Platform,
  { workspaceId }: Caller,
  wish: ByHand,
): Promise<ReadonlySet<string>> {
  const start = minuteFromIso(wish.start)!;
  if (start < minuteNow(platform.clock)) return new Set();
  const { durationMinutes } = wish;
  return unreadHosts(platform, workspaceId, async () => {
    const bookable = await linkByHand(platform.db.read, workspaceId, wish);
    return { bookable, start, durationMinutes };
  });
}

const OVER: BookingStatus[] = ['completed', 'no-show', 'cancelled'];

function refusePast({ clock }: Platform, { start, status }: ByHand): void {
  if (minuteFromIso(start)! >= minuteNow(clock) || OVER.includes(status)) return;
  throw invalid({
    path: 'start',
    message: 'This time has passed. Give the status completed or no-show to write it down.',
  });
}
