import { decide } from '#engine/decide.ts';
import { isoFromMinute } from '#engine/minutes.ts';
import type { Refused } from '#engine/refuse.ts';
import { transactUnlessRefused } from '#platform/db/take-back.ts';
import type { Platform } from '#platform/platform.ts';
import { verificationOf } from '#links/link.ts';
import type { FoundLink } from '#links/store-public.ts';
import { answerOf, onceFor, type KeptAnswer, type Key } from './idempotency.ts';
import { makeBooking } from './make-booking.ts';
import { manageUrl } from './manage-token.ts';
import { nearestFree } from './offer.ts';
import { readSnapshot } from './snapshot.ts';
import { readKey } from './store-keys.ts';
import type { Visit } from './visit.ts';

export interface Refusal {
  refused: Refused;
  /** The nearest free starts, minutes UTC. */
  alternatives: number[];
}

/**
 * A visitor books (E2): a look without locks first, so that losers of a popular time never queue; then one
 * transaction that decides again, claims, writes and queues. The same key gives the same answer (E3).
 */
export async function bookFromLink(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  key: Key | null,
): Promise<KeptAnswer | Refusal> {
  const kept = key && (await readKey(platform.db.read, key));
  if (key && kept?.status) return answerOf(platform, key, kept);
  const closed = (await look(platform, found, visit)) ?? (await book(platform, found, visit, key));
  if (!('refused' in closed)) return closed;
  return { refused: closed.refused, alternatives: await nearestFree(platform, found, visit) };
}

/** The present answer of the engine, without waiting for anybody. */
async function look(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
): Promise<{ refused: Refused } | undefined> {
  const { start, durationMinutes } = visit;
  const window = { from: start, to: start + 1 };
  const { offer } = await readSnapshot(platform.db.read, platform.clock, found, { durationMinutes, window });
  const decided = decide({ start, seed: 0 }, offer);
  return 'refused' in decided ? { refused: decided.refused } : undefined;
}

async function book(
  platform: Platform,
  found: FoundLink,
  visit: Visit,
  key: Key | null,
): Promise<KeptAnswer | { refused: Refused }> {
  const outcome = await transactUnlessRefused<KeptAnswer, { refused: Refused }>(platform.db, (tx) =>
    onceFor(tx, platform, key, async () => {
      const made = await makeBooking(tx, platform, found, visit);
      return 'refused' in made ? made : { status: 201, body: answer(platform, found, made) };
    }),
  );
  platform.wakeWorker();
  return outcome;
}

type Made = Exclude<Awaited<ReturnType<typeof makeBooking>>, { refused: Refused }>;

/**
 * What the visitor is told. The manage link is theirs only when nothing needs confirming: with any other
 * verification it travels by mail alone, or whoever types an address would read another's meeting (C5).
 */
function answer(
  platform: Platform,
  found: FoundLink,
  { booking, hosts, token }: Made,
): Record<string, unknown> {
  const direct = verificationOf(found.link.settings, found.isAppointmentPage) === 'never';
  return {
    id: booking.id,
    status: booking.status,
    start: isoFromMinute(booking.start),
    end: isoFromMinute(booking.end),
    timeZone: booking.visitorTimeZone,
    ...(booking.status === 'scheduled' && { hosts: hosts.map((host) => ({ name: host.name })) }),
    ...(booking.status === 'scheduled' && direct && { manageUrl: manageUrl(platform, token) }),
  };
}
