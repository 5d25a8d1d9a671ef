import type { Chair } from '#engine/snapshot.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Link, LinkChair } from '#links/link.ts';
import { rotationIds } from '#links/link.ts';
import { weightOf, type Rotation, type RotationHost } from '#rotations/rotation.ts';
import { readRotations } from '#rotations/store.ts';
import { readHostsOf } from '#rotations/store-hosts.ts';
import { readCountsOfRotations, type Counted } from './store-rotation.ts';

/** A rotation as it fills a chair: who is in it and, where somebody is to be chosen, how often each was booked. */
export interface RotationStanding {
  rotation: Rotation;
  hosts: RotationHost[];
  counts: ReadonlyMap<string, Counted>;
}

export type Standings = ReadonlyMap<string, RotationStanding>;

const NONE: Standings = new Map();

/** The rotations of some links: nothing is read where there are none; counts only for choosing. */
export async function readStandings(
  db: Reader,
  workspaceId: string,
  links: Pick<Link, 'settings'>[],
  asked: { choosing: boolean; except: string | null },
): Promise<Standings> {
  const ids = [...new Set(links.flatMap(({ settings }) => rotationIds(settings)))];
  if (ids.length === 0) return NONE;
  const rotations = await readRotations(db, workspaceId, ids);
  const hosts = await readHostsOf(db, workspaceId, ids);
  const counts = asked.choosing ? await readCountsOfRotations(db, rotations, asked.except) : undefined;
  return new Map(
    rotations.map((rotation) => {
      const { id } = rotation;
      return [id, { rotation, hosts: hosts.get(id) ?? [], counts: counts?.get(id) ?? new Map() }];
    }),
  );
}

/** The link with whom its rotations have now: who left since it was read is no candidate any more (R2). */
export function asTheyStand<T extends Pick<Link, 'settings'>>(link: T, standings: Standings): T {
  if (standings.size === 0) return link;
  const chairs = link.settings.chairs.map((chair) => {
    const standing = chair.rotationId && standings.get(chair.rotationId);
    return standing
      ? { ...chair, candidateIds: hostsOf(standing, chair).map((host) => host.memberId) }
      : chair;
  });
  return { ...link, settings: { ...link.settings, chairs } };
}

/** A chair that a rotation fills (R10): by its counts and weights, without whom it has switched off (R8). */
export function rotationChair(
  standing: RotationStanding,
  chair: Pick<LinkChair, 'among'>,
  index: ReadonlyMap<string, number>,
): Chair {
  const { rotation, counts } = standing;
  const known = hostsOf(standing, chair).filter((host) => index.has(host.memberId));
  const able = known.filter((host) => host.available);
  return {
    candidates: able.map((host) => index.get(host.memberId)!),
    rule: 'fewest-booked',
    weights: able.map((host) => weightOf(rotation, host.memberId)),
    standings: able.map((host) => countedOf(counts, host)),
    off: known.filter((host) => !host.available).map((host) => index.get(host.memberId)!),
  };
}

function hostsOf({ hosts }: RotationStanding, { among }: Pick<LinkChair, 'among'>): RotationHost[] {
  return among ? hosts.filter(({ memberId }) => among.includes(memberId)) : hosts;
}

export function countedOf(counts: RotationStanding['counts'], { memberId, credit }: RotationHost): Counted {
  return counts.get(memberId) ?? { booked: credit, lastScheduledAt: null };
}
