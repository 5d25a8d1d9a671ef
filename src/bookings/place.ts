import { randomInt } from 'node:crypto';
import { decide, type Decision } from '#engine/decide.ts';
import type { Minute } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { isoNow } from '#platform/clock.ts';
import { isPostgres, trySavepoint, type Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { rotationOf } from '#links/link.ts';
import type { Rotation } from '#rotations/rotation.ts';
import { holdRotations } from '#rotations/store-locks.ts';
import type { Booking } from './booking.ts';
import { padded } from './claim.ts';
import { readSnapshot, type BookableLink } from './snapshot.ts';
import type { Terms } from './terms.ts';
import {
  claimedHosts,
  deleteClaims,
  deleteExpiredClaims,
  deleteHosts,
  insertClaims,
  writeHosts,
} from './store-claims.ts';
import { lockLink, sharedVersions } from './store-locks.ts';
import type { HostRow } from './store-snapshot.ts';

export interface Wish {
  bookingId: string;
  start: Minute;
  durationMinutes: number;
  /** ISO instant at which an unverified hold gives way; null = the time is theirs. */
  expiresAt: string | null;
  /** The booking's own: in which link's counts it stands, and since when (D1); left out, it is made now. */
  linkId: string | null;
  madeAt?: string;
  /** Hosts to keep when they are free (D6, F4). */
  prefer?: ReadonlySet<string>;
  /** The only hosts who may be chosen (R5, C2); the reasons that are kept name the others all the same. */
  only?: ReadonlySet<string>;
  /** Hosts whose calendars could not be read for this booking (A9). */
  unread?: ReadonlySet<string>;
  terms?: Terms;
}

export interface Placed {
  start: Minute;
  end: Minute;
  bufferBefore: number;
  bufferAfter: number;
  hosts: HostRow[];
  decision: Decision;
  /** When it counts as made. */
  madeAt: string;
}

const MOST_ATTEMPTS = 25;

/**
 * Decides and claims, in the caller's transaction (E2, D2): read everything, ask the engine, claim the cells. A
 * host lost to a race is left out and the engine asked again; nobody left is a refusal, never an overbooking.
 * A booking that has claims already lets go of them first.
 */
export async function place(
  tx: Tx,
  platform: Platform,
  bookable: BookableLink,
  wish: Wish,
): Promise<Placed | { refused: Refused }> {
  const rotations = await takeTurn(tx, bookable);
  const madeAt = wish.madeAt ?? nowOrLater(platform, rotations);
  const seed = randomInt(2 ** 32);
  const lost = new Set<string>();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { offer, hosts } = await readSnapshot(tx, platform.clock, bookable, {
      durationMinutes: wish.durationMinutes,
      window: { from: wish.start, to: wish.start + 1 },
      except: wish.bookingId,
      choosingFor: wish.start,
      terms: wish.terms,
      unread: wish.unread,
    });
    const { start, prefer, only } = wish;
    const decided = decide({ start, seed, without: lost, prefer, only }, offer);
    if ('refused' in decided) return { refused: decided.refused };
    const chosen = decided.chosen.map(({ host }) => hosts[host]!);
    if (!(await stillAsRead(tx, bookable.link.workspaceId, chosen))) continue;
    const end = wish.start + lengthAt(offer.times, wish);
    const time = { start: wish.start, end, ...buffersOf(bookable) };
    const taken = await claim(tx, platform, bookable, { ...wish, ...time, madeAt }, chosen);
    const decision = withRotation(decided.decision, bookable);
    if (taken === 'claimed') return { ...time, hosts: chosen, decision, madeAt };
    for (const id of taken) lost.add(id);
  }
  return { refused: 'busy' };
}

/** R10: whose queue it was stands with the reasons. */
function withRotation(decision: Decision, { link }: BookableLink): Decision {
  const rotationId = rotationOf(link.settings);
  return rotationId === null ? decision : { ...decision, rotationId };
}

/**
 * Takes back what a booking claims before it is placed anew, in the caller's transaction. The link's turn comes
 * before the claims, as in every booking, so that two that meet never wait for each other.
 */
export async function letGo(
  tx: Tx,
  bookable: BookableLink,
  { workspaceId, id }: Pick<Booking, 'workspaceId' | 'id'>,
): Promise<void> {
  await takeTurn(tx, bookable);
  await deleteClaims(tx, workspaceId, id);
  await deleteHosts(tx, workspaceId, id);
}

/**
 * Who is next depends on who came before: where counts decide, bookings of one link take turns, and so do bookings in
 * one rotation, through whatever link or colleague (R6). The link comes first, rotations in the order of their ids.
 */
async function takeTurn(tx: Tx, { link }: BookableLink): Promise<Rotation[]> {
  if (dependsOnCounts(link)) await lockLink(tx, link.workspaceId, link.id);
  const { chairs } = link.settings;
  const counted = chairs.flatMap(({ rotationId, countsIn }) => rotationId ?? countsIn ?? []);
  return holdRotations(tx, link.workspaceId, [...new Set(counted)]);
}

/** Never before a rotation began to count: with clocks that differ a meeting would count for nobody (R7). */
function nowOrLater({ clock }: Platform, rotations: Rotation[]): string {
  return [isoNow(clock), ...rotations.map(({ countingFrom }) => countingFrom)].toSorted().at(-1)!;
}

function dependsOnCounts({ kind, settings: { chairs, caps, singleUse } }: BookableLink['link']): boolean {
  const isChosen = chairs.some((chair) => chair.candidateIds.length > 1);
  return isChosen || Object.keys(caps).length > 0 || (kind === 'specific-times' && singleUse);
}

function buffersOf({ link: { settings } }: BookableLink): Pick<Placed, 'bufferBefore' | 'bufferAfter'> {
  return { bufferBefore: settings.bufferBeforeMinutes, bufferAfter: settings.bufferAfterMinutes };
}

/**
 * Claims the padded span for every host, all or none. Answers whom somebody else holds: nobody, when they let go
 * between the claim and the question, and then it is worth asking again.
 */
async function claim(
  tx: Tx,
  platform: Platform,
  { link: { workspaceId, settings } }: BookableLink,
  wish: Wish & Pick<Placed, 'end' | 'bufferBefore' | 'bufferAfter' | 'madeAt'>,
  chosen: HostRow[],
): Promise<'claimed' | string[]> {
  const span = padded(wish);
  const spans = chosen.map((host, chair) => ({
    hostId: host.member_id,
    chair,
    rotationId: settings.chairs[chair]?.rotationId ?? settings.chairs[chair]?.countsIn ?? null,
    ...span,
  }));
  await deleteExpiredClaims(tx, workspaceId, spans, isoNow(platform.clock));
  const { bookingId, expiresAt, linkId, madeAt } = wish;
  const claimed = await trySavepoint(tx, async () =>
    (await insertClaims(tx, { workspaceId, bookingId, expiresAt, spans })) ? true : undefined,
  );
  if (!claimed) return claimedHosts(tx, workspaceId, spans);
  await writeHosts(tx, { workspaceId, bookingId, expiresAt, linkId, madeAt, hosts: spans });
  return 'claimed';
}

/**
 * C6: between reading and claiming, a host may have gone absent or been deactivated in another transaction.
 * Sharing their row holds such changes off until commit; a changed version means: read again. SQLite's writer is
 * alone, so nothing can have changed.
 */
async function stillAsRead(tx: Tx, workspaceId: string, chosen: HostRow[]): Promise<boolean> {
  if (!isPostgres(tx)) return true;
  const versions = await sharedVersions(
    tx,
    workspaceId,
    chosen.map((host) => host.member_id),
  );
  return chosen.every((host) => versions.get(host.member_id) === host.version);
}

function lengthAt(times: { start: Minute; end: Minute }[] | null, wish: Wish): number {
  const time = times?.find(({ start }) => start === wish.start);
  return time ? time.end - time.start : wish.durationMinutes;
}
