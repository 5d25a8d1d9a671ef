import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import { levelFor, type Present } from './level.ts';
import { peopleOf, weightOf, whyCannotHost, type Rotation, type RotationHost } from './rotation.ts';
import { updateRotation } from './store.ts';
import { readEntries } from './store-entries.ts';
import { clearCredits, dropHosts, placeHosts, readHosts } from './store-hosts.ts';
import type { Tally } from './tally.ts';

/**
 * Brings who is in a rotation, which the caller holds, in step with its entries (R2): whoever comes in new begins the
 * counting anew or at the lowest count (R7), whoever is in no more leaves with their weight. Writes the rotation and
 * answers it as it is now.
 */
export async function settle(
  tx: Tx,
  platform: Platform,
  tally: Tally,
  rotation: Rotation,
): Promise<Rotation> {
  const { workspaceId, id: rotationId } = rotation;
  const entries = (await readEntries(tx, workspaceId, [rotationId])).get(rotationId)!;
  const before = await readHosts(tx, rotation);
  const change = changeBetween(before, peopleOf(entries));
  await dropHosts(tx, rotation, change.left);
  const after = await receive(tx, platform, tally, rotation, change);
  await updateRotation(tx, after);
  return after;
}

interface Change {
  /** Everybody, in order. */
  wanted: string[];
  newcomers: Set<string>;
  stayed: RotationHost[];
  left: string[];
}

function changeBetween(before: readonly RotationHost[], wanted: string[]): Change {
  const now = new Set(wanted);
  const stayed = before.filter((host) => now.has(host.memberId));
  const known = new Set(stayed.map((host) => host.memberId));
  return {
    wanted,
    newcomers: new Set(wanted.filter((id) => !known.has(id))),
    stayed,
    left: before.flatMap(({ memberId }) => (now.has(memberId) ? [] : [memberId])),
  };
}

async function receive(
  tx: Tx,
  platform: Platform,
  tally: Tally,
  rotation: Rotation,
  change: Change,
): Promise<Rotation> {
  const { wanted, newcomers, stayed } = change;
  const weights = Object.fromEntries(
    wanted.flatMap((id) => (id in rotation.weights ? [[id, rotation.weights[id]!]] : [])),
  );
  const kept = { ...rotation, weights };
  const anew = newcomers.size > 0 && kept.newcomers === 'reset';
  const since = newcomers.size > 0 ? await beginning(tx, platform, tally, kept) : kept.countingFrom;
  const others = newcomers.size > 0 && !anew ? await presentOf(tx, platform, tally, kept, stayed) : [];
  const creditOf = (id: string): number => levelFor(weightOf(kept, id), others);
  await placeHosts(
    tx,
    kept,
    wanted.map((memberId, position) => ({ memberId, position, joinedAt: since, credit: creditOf(memberId) })),
  );
  if (!anew) return kept;
  await clearCredits(tx, kept);
  const [first] = newcomers;
  const because = stayed.length + change.left.length > 0 ? first! : null;
  return { ...kept, countingFrom: since, countingBecause: because };
}

async function presentOf(
  tx: Tx,
  { clock }: Platform,
  tally: Tally,
  rotation: Rotation,
  hosts: readonly RotationHost[],
): Promise<Present[]> {
  const counts = await tally.countsOf(tx, rotation, hosts);
  return hosts.map((host) => ({
    count: counts.get(host.memberId) ?? host.credit,
    weight: weightOf(rotation, host.memberId),
    able: whyCannotHost(host, clock) === undefined,
  }));
}

/** The present, or just after the newest meeting of the rotation, so that none of those before counts (R7). */
async function beginning(
  tx: Tx,
  { clock }: Platform,
  tally: Tally,
  { workspaceId, id }: Rotation,
): Promise<string> {
  const now = isoNow(clock);
  const newest = await tally.newestMadeAt(tx, workspaceId, id);
  if (newest === null || newest < now) return now;
  return new Date(Date.parse(newest) + 1).toISOString();
}
