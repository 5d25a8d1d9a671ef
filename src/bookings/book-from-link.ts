import { decide } from '#engine/decide.ts';
import { isoFromMinute, type Minute } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { isContended, type Tx } from '#platform/db/database.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { verificationOf } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import { inEvenTime } from '#bookings/owner-first/even-time.ts';
import { answerOf, onceFor, type KeptAnswer, type Key } from './idempotency.ts';
import { makeBooking, type Made } from './make-booking.ts';
import { manageUrl } from './manage-token.ts';
import { firstFreeAfterDay, nearestFree } from './offer.ts';
import { unreadHosts } from './fresh-calendars.ts';
import { isWrong, type Closed } from './refusals.ts';
import type { BookedAnswer } from './public-answers.ts';
import { foundFor } from '#bookings/owner-first/owner-at-commit.ts';
import { showsHosts } from './present-to-visitor.ts';
import { readSnapshot } from './snapshot.ts';
import { readKey } from './store-keys.ts';
import type { Visit } from './visit.ts';

type Kept = KeptAnswer<BookedAnswer>;

export interface Refusal {
  refused: Closed;
  /** The nearest free starts, minutes UTC. */
  alternatives: number[];
}

/**
 * A visitor books (E2): a look without locks first, so that losers of a popular time never queue; then one
 * transaction that decides again, claims, writes and queues. The same key gives the same answer (E3). Where owners
 * come first, how long it takes tells nobody who is known (C5).
 */
export function bookFromLink(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  key: Key | null,
): Promise<Kept | Refusal> {
  const act = (): Promise<Kept | Refusal> => tryToBook(platform, found, visit, key);
  return found.link.settings.ownerFirst === 'off' ? act() : inEvenTime(act);
}

async function tryToBook(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  key: Key | null,
): Promise<Kept | Refusal> {
  const before = await keptFor(platform, key);
  if (before) return before;
  const lost = await look(platform, found, visit);
  const unread = lost ? undefined : await unreadFor(platform, found, visit);
  const closed = lost ?? (await book(platform, found, visit, key, unread));
  if (!('refused' in closed)) return closed;
  // The time may have been lost to this very request, sent twice.
  const meanwhile = await keptFor(platform, key);
  return (
    meanwhile ?? {
      ...closed,
      alternatives: await alternativesTo(platform, found, visit, closed.refused, unread),
    }
  );
}

async function keptFor(platform: Platform, key: Key | null): Promise<Kept | undefined> {
  const kept = key && (await readKey(platform.db.read, key));
  return key && kept ? answerOf(platform, key, kept) : undefined;
}

/**
 * The present answer of the engine, without waiting for anybody. SQLite has nobody to wait for: its one writer
 * decides and books in one turn, and looking before would be the same work twice.
 */
async function look(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
): Promise<{ refused: Refused } | undefined> {
  if (platform.db.kind === 'sqlite') return undefined;
  const { start, durationMinutes } = visit;
  const window = { from: start, to: start + 1 };
  // Whose owner comes first is no crowd, and only the act knows whether that owner can host at this moment (C6).
  if ((await foundFor(platform.db.read, platform, found, visit)) !== found) return undefined;
  const { offer } = await readSnapshot(platform.db.read, platform.clock, found, { durationMinutes, window });
  const decided = decide({ start, seed: 0 }, offer);
  return 'refused' in decided ? { refused: decided.refused } : undefined;
}

/** A9: whose calendars cannot be read just now does not get this meeting. */
function unreadFor(platform: Platform, found: FoundLink, visit: Visit): Promise<ReadonlySet<string>> {
  const { start, durationMinutes } = visit;
  const sought = { bookable: found, start, durationMinutes };
  return unreadHosts(platform, found.link.workspaceId, async () => sought);
}

async function book(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  key: Key | null,
  unread: ReadonlySet<string> | undefined,
): Promise<Kept | { refused: Closed }> {
  const act = (tx: Tx): Promise<Kept | { refused: Closed }> =>
    onceFor(tx, platform, key, async () => {
      const made = await makeBooking(tx, platform, found, visit, unread);
      return 'refused' in made ? made : { status: 201, body: answer(platform, found, made) };
    });
  const outcome = await transactUnlessRefused<Kept, { refused: Closed }>(platform.db, act).catch((error) =>
    lostOrCrowded(platform, found, visit, error),
  );
  platform.wakeWorker();
  return outcome;
}

/**
 * Whoever waited in vain, again and again, for others has mostly lost to them. But where others only book by the same
 * counts, the time may still be free: then the answer is "come back in a moment" (429), never a false conflict.
 */
async function lostOrCrowded(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  error: unknown,
): Promise<{ refused: Closed }> {
  const lost = isContended(error) ? await look(platform, found, visit) : undefined;
  if (lost) return lost;
  throw error;
}

/** Near the time that was lost, of those who may have this visitor; after a day that is crowded, and none for what was never on offer. */
async function alternativesTo(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  refused: Closed,
  unread: ReadonlySet<string> | undefined,
): Promise<Minute[]> {
  if (isWrong(refused)) return [];
  const own = await foundFor(platform.db.read, platform, found, visit);
  return refused === 'crowded'
    ? firstFreeAfterDay(platform, own, visit)
    : nearestFree(platform, own, { ...visit, unread });
}

/**
 * What the visitor is told. The manage link is theirs only when nothing needs confirming, or when their link was
 * mailed to them: with any other verification it travels by mail alone, or whoever types an address would read
 * another's meeting (C5).
 */
function answer(platform: Platform, found: FoundLink, { booking, hosts, token }: Made): BookedAnswer {
  const direct = verificationOf(found.link.settings, found.isAppointmentPage) === 'never';
  const stands = booking.status === 'scheduled';
  return {
    id: booking.id,
    status: stands ? 'scheduled' : 'unverified',
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    timeZone: booking.visitorTimeZone,
    ...(stands && showsHosts(found, booking) && { hosts: hosts.map((host) => ({ name: host.name })) }),
    ...(stands && (direct || booking.invited) && { manageUrl: manageUrl(platform, token) }),
  };
}
