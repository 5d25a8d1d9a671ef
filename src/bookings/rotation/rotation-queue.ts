import { queueOf } from '#engine/choose-host.ts';
import type { Clock } from '#platform/clock.ts';
import type { Platform } from '#platform/platform.ts';
import type { QueueItem, RotationPreview } from '#rotations/rotation-fields.ts';
import type { People } from '#rotations/present-rotation.ts';
import { standingOf, type Rotation } from '#rotations/rotation.ts';
import { linksOfRotations } from '#links/store-rotations.ts';
import { countedOf } from './rotation-standing.ts';
import { readCountsOfRotations, readRotationCounts, type Counted } from './store-rotation.ts';

/**
 * R4: everybody in a rotation in the order of proposal: who can host by the fewest meetings (held against their weight),
 * then the least recently scheduled, the never scheduled first, then the list; after them who cannot, as they stand in
 * the list. Nobody is asked when they are free: the person comes first, the time second (R3).
 */
export async function readQueue(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  rotation: Rotation,
  people: People,
): Promise<QueueItem[]> {
  return queueFrom(rotation, people, await readRotationCounts(db.read, rotation), clock);
}

function queueFrom(
  rotation: Pick<Rotation, 'weights'>,
  { entries, hosts }: People,
  counts: ReadonlyMap<string, Counted>,
  clock: Clock,
): QueueItem[] {
  const standing = hosts.map((host) => {
    const { booked: count, lastScheduledAt } = countedOf(counts, host);
    return { ...standingOf(rotation, host, entries, clock), count, lastScheduledAt };
  });
  const able = standing.filter((one) => one.canHost.ok);
  const all = able.reduce((sum, one) => sum + one.weight, 0);
  const unable = standing.filter((one) => !one.canHost.ok);
  return [...queueOf('fewest-booked', able), ...unable].map(({ count, lastScheduledAt, ...one }) => ({
    ...one,
    booked: count,
    share: one.canHost.ok ? one.weight / all : 0,
    lastScheduledAt: lastScheduledAt === null ? null : new Date(lastScheduledAt).toISOString(),
  }));
}

/** Who is next in each of several rotations, and the links that go by it; a handful of statements for all of them. */
export async function previewsOf(
  { db, clock }: Platform,
  rotations: readonly Rotation[],
  people: ReadonlyMap<string, People>,
): Promise<Map<string, RotationPreview>> {
  if (rotations.length === 0) return new Map();
  const { workspaceId } = rotations[0]!;
  const ids = rotations.map(({ id }) => id);
  const counts = await readCountsOfRotations(db.read, rotations);
  const links = await linksOfRotations(db.read, workspaceId, ids);
  return new Map(
    rotations.map((rotation) => {
      const { id } = rotation;
      const next = nextIn(queueFrom(rotation, people.get(id)!, counts.get(id)!, clock));
      const named = next ? { memberId: next.memberId, name: next.name } : null;
      return [id, { next: named, links: links.get(id) ?? [] }];
    }),
  );
}

/** Whom a rotation proposes: the first who can host; undefined when nobody can (R9). */
export function nextIn(queue: readonly QueueItem[]): QueueItem | undefined {
  return queue[0]?.canHost.ok ? queue[0] : undefined;
}
