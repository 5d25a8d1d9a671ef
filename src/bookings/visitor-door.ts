import { isoFromMinute } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { isoNow } from '#platform/clock.ts';
import { limitKey } from '#platform/http/client-address.ts';
import { isUsedUp, takeFrom } from '#platform/limits/limit.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound, Problem, tooMany } from '#platform/refusal.ts';
import { statusAt, type Booking, type BookingStatus } from './booking.ts';
import { findBooking, type Standing } from './find-booking.ts';
import { openManageToken } from './manage-token.ts';
import { startProblem } from './refusals.ts';

const TRIES = 20;
const TRIES_WINDOW_SECONDS = 600;

/**
 * The booking a manage token opens. Unknown, altered, cut: the same neutral 404, and after twenty of them in ten
 * minutes from one network address no more answers (ABUSE 16).
 */
export async function bookingByToken(platform: Platform, token: string, address: string): Promise<Standing> {
  const limit = { name: `token:${limitKey(address)}`, max: TRIES, windowSeconds: TRIES_WINDOW_SECONDS };
  const opened = await openManageToken(platform.db.read, token);
  const standing = opened && (await findBooking(platform.db.read, opened.workspaceId, opened.bookingId));
  if (standing && !standing.booking.deletedAt) return standing;
  const used = await isUsedUp(platform.db, platform.clock, '-', limit);
  if (used) throw tooMany(used.retryAfterSeconds);
  await takeFrom(platform.db, platform.clock, '-', limit);
  throw notFound();
}

export function placeOf({ clock }: Platform, booking: Booking): BookingStatus {
  return statusAt(booking, isoNow(clock));
}

export function gone(): Problem {
  return new Problem(410, 'expired', 'This has expired and its time was released. Choose a new one.');
}

type VisitorRefusal =
  | Refused
  | 'expired'
  | 'cancelled'
  | 'not-found'
  | 'lost'
  | 'started'
  | 'over'
  | 'too-late'
  | 'not-scheduled'
  | 'not-waiting';

const CONFLICTS: Partial<Record<VisitorRefusal, string>> = {
  cancelled: 'This meeting was cancelled.',
  started: 'This meeting has begun; write to its host.',
  over: 'This meeting is over or was called off.',
  'not-scheduled': 'This meeting is not scheduled, so it cannot be moved.',
  'not-waiting': 'There is nothing to confirm.',
};

/** What a visitor is told when their own meeting cannot be changed as they asked. */
export function visitorProblem(refused: VisitorRefusal, alternatives: number[]): Problem {
  if (refused === 'expired') return gone();
  if (refused === 'not-found') return notFound();
  if (refused === 'too-late') {
    return new Problem(409, 'too-late', 'It is too late to move this meeting yourself. Write to its host.');
  }
  if (refused === 'lost') {
    const near = alternatives.map(isoFromMinute);
    return new Problem(409, 'time-taken', 'This time was taken meanwhile. Choose another.', {
      alternatives: near,
    });
  }
  const conflict = CONFLICTS[refused];
  return conflict ? new Problem(409, 'conflict', conflict) : startProblem(refused as Refused, alternatives);
}
