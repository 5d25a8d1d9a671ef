import type { Clock } from '#platform/clock.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Platform } from '#platform/platform.ts';
import type { RotationAnswer } from './rotation-fields.ts';
import { whyCannotHost, type Rotation, type RotationEntry, type RotationHost } from './rotation.ts';
import { readEntries } from './store-entries.ts';
import { readMemberNames } from '#people/store.ts';
import { readHostsOf } from './store-hosts.ts';

/** Who is in a rotation, and through what. */
export interface People {
  entries: readonly RotationEntry[];
  hosts: readonly RotationHost[];
}

/** Who is in rotations of one workspace, three statements whatever their number. */
export async function readPeople(
  db: Reader,
  rotations: readonly Pick<Rotation, 'workspaceId' | 'id'>[],
): Promise<Map<string, People>> {
  if (rotations.length === 0) return new Map();
  const { workspaceId } = rotations[0]!;
  const ids = rotations.map((rotation) => rotation.id);
  const entries = await readEntries(db, workspaceId, ids);
  const hosts = await readHostsOf(db, workspaceId, ids);
  return new Map(ids.map((id) => [id, { entries: entries.get(id)!, hosts: hosts.get(id)! }]));
}

/** Rotations as the API shows them. */
export async function presentRotations(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  rotations: readonly Rotation[],
  people: ReadonlyMap<string, People>,
): Promise<RotationAnswer[]> {
  if (rotations.length === 0) return [];
  const because = rotations.flatMap(({ countingBecause }) => countingBecause ?? []);
  const names = await readMemberNames(db.read, rotations[0]!.workspaceId, because);
  return rotations.map((rotation) => presentRotation(rotation, people.get(rotation.id)!, names, clock));
}

function presentRotation(
  rotation: Rotation,
  { entries, hosts }: People,
  names: ReadonlyMap<string, string>,
  clock: Clock,
): RotationAnswer {
  const { workspaceId: _workspace, countingBecause: memberId, ...shown } = rotation;
  const name = memberId === null ? undefined : names.get(memberId);
  return {
    ...shown,
    members: entries.map(({ kind, id, name: called }) => ({ kind, id, name: called })),
    countingBecause: memberId === null || name === undefined ? null : { memberId, name },
    size: hosts.length,
    able: hosts.filter((host) => whyCannotHost(host, clock) === undefined).length,
  };
}
