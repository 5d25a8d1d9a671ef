import type { Refused } from '#engine/refuse.ts';
import { isoNow } from '#platform/clock.ts';
import { limitKey } from '#platform/http/client-address.ts';
import { isUsedUp, takeFrom } from '#platform/limits/limit.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound, Problem, tooMany } from '#platform/refusal.ts';
import { statusAt } from './booking.ts';
import { findBooking, type Standing } from './find-booking.ts';
import { openManageToken } from './manage-token.ts';
import { pageOf } from './page-of.ts';
import { startProblem } from './refusals.ts';

const TRIES = 20;
const TRIES_WINDOW_SECONDS = 600;

/**
 * The booking a manage token opens. Unknown, altered, cut: the same neutral 404, and after twenty of them in ten
 * minutes from one network address (`from`) no more answers (ABUSE 16).
 */
export function bookingByToken(platform: Platform, token: string, from: string): Promise<Standing> {
  return standingByToken(platform, token, from, (known) => openManageToken(platform.db.read, known));
}

type Opened = { workspaceId: string; bookingId: string } | undefined;

/** The same for a token of another kind. */
export async function standingByToken(
  platform: Platform,
  token: string,
  from: string,
  open: (token: string) => Promise<Opened>,
): Promise<Standing> {
  const limit = { name: `token:${limitKey(from)}`, max: TRIES, windowSeconds: TRIES_WINDOW_SECONDS };
  const opened = await open(token);
  const standing = opened && (await findBooking(platform.db.read, opened.workspaceId, opened.bookingId));
  if (standing && !standing.booking.deletedAt) return standing;
  const used = await isUsedUp(platform.db, platform.clock, '-', limit);
  if (used) throw tooMany(used.retryAfterSeconds);
  await takeFrom(platform.db, platform.clock, '-', limit);
  throw notFound();
}

/** The same, unless its hold ran out: then 410, whatever was to be done, with the page that has other times. */
export async function liveBookingByToken(platform: Platform, token: string, from: string): Promise<Standing> {
  const standing = await bookingByToken(platform, token, from);
  if (statusAt(standing.booking, isoNow(platform.clock)) === 'expired') throw gone(platform, standing);
  return standing;
}

function gone(platform: Platform, standing: Standing): Problem {
  const detail = 'This has expired and its time was released. Choose a new one.';
  return new Problem(410, 'expired', detail, { page: pageOf(platform, standing) });
}

type NoMore = 'cancelled' | 'started' | 'over' | 'too-late' | 'not-scheduled' | 'not-waiting' | 'no-meeting';

interface VisitorRefusal {
  refused: Refused | NoMore | 'expired' | 'not-found' | 'lost';
  /** The nearest free starts, minutes UTC. */
  alternatives?: number[];
}

const NO_MORE: Record<NoMore, string> = {
  cancelled: 'This meeting was cancelled.',
  started: 'This meeting has begun; write to its host.',
  over: 'This meeting is over or was called off.',
  'too-late': 'It is too late to move this meeting yourself. Write to its host.',
  'not-scheduled': 'This meeting is not scheduled, so it cannot be moved.',
  'not-waiting': 'There is nothing to confirm.',
  'no-meeting': 'There is no meeting to keep in a calendar.',
};

/** What a visitor is told when their own meeting cannot be changed as they asked. */
export function visitorProblem(
  platform: Platform,
  standing: Standing,
  { refused, alternatives = [] }: VisitorRefusal,
): Problem {
  if (refused === 'expired') return gone(platform, standing);
  if (refused === 'not-found') return notFound();
  if (refused === 'lost') return startProblem('busy', alternatives);
  if (refused === 'too-late') return new Problem(409, 'too-late', NO_MORE[refused]);
  return isNoMore(refused)
    ? new Problem(409, 'conflict', NO_MORE[refused])
    : startProblem(refused, alternatives);
}

function isNoMore(refused: Refused | NoMore): refused is NoMore {
  return Object.hasOwn(NO_MORE, refused);
}
