import { isoNow } from '#platform/clock.ts';
import { isConstraint, type Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, Problem } from '#platform/refusal.ts';
import type { NewRotationInput } from './rotation-fields.ts';
import { peopleOf, type Rotation, type RotationEntry } from './rotation.ts';
import { settle } from './settle.ts';
import { insertRotation } from './store.ts';
import { findEntries, writeEntries } from './store-entries.ts';
import { keepTeams } from './store-locks.ts';
import type { Tally } from './tally.ts';

/** R2: makes a rotation of members and teams. A name has one rotation (409); every id must be of this workspace (422). */
export async function makeRotation(
  platform: Platform,
  tally: Tally,
  { workspaceId }: Caller,
  input: NewRotationInput,
): Promise<Rotation> {
  const now = isoNow(platform.clock);
  const rotation: Rotation = {
    workspaceId,
    id: newId(),
    name: input.name,
    newcomers: input.newcomers ?? 'reset',
    countCancelled: input.countCancelled ?? false,
    countNoShows: input.countNoShows ?? true,
    weights: input.weights ?? {},
    countingFrom: now,
    countingBecause: null,
    version: 1,
    createdAt: now,
  };
  return orNameTaken(() =>
    platform.db.transact(async (tx) => {
      const entries = await entriesFrom(tx, workspaceId, input.members ?? []);
      checkWeights(rotation.weights, entries);
      await insertRotation(tx, rotation);
      await writeEntries(tx, rotation, entries, now);
      return settle(tx, platform, tally, rotation);
    }),
  );
}

/** Whom a list of members and teams names; their teams are held, so that nobody joins one unseen. */
export async function entriesFrom(
  tx: Tx,
  workspaceId: string,
  wanted: readonly Pick<RotationEntry, 'kind' | 'id'>[],
): Promise<RotationEntry[]> {
  const teamIds = wanted.flatMap(({ kind, id }) => (kind === 'team' ? [id] : []));
  await keepTeams(tx, workspaceId, teamIds);
  const found = await findEntries(tx, workspaceId, wanted);
  if (found.length === wanted.length) return found;
  const isKnown = ({ kind, id }: Pick<RotationEntry, 'kind' | 'id'>): boolean =>
    found.some((entry) => entry.kind === kind && entry.id === id);
  const message = 'There is no such member or team in this workspace.';
  throw invalid(
    ...wanted.flatMap((entry, at) => (isKnown(entry) ? [] : [{ path: `members.${at}.id`, message }])),
  );
}

/** Weights are of people who are in the rotation, by themselves or through a team. */
export function checkWeights(weights: Record<string, number>, entries: readonly RotationEntry[]): void {
  const people = new Set(peopleOf(entries));
  const strangers = Object.keys(weights).filter((id) => !people.has(id));
  if (strangers.length === 0) return;
  const message = 'This person is not in the rotation, nor in one of its teams.';
  throw invalid(...strangers.map((id) => ({ path: `weights.${id}`, message })));
}

export async function orNameTaken<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isConstraint(error, 'unique')) throw new Problem(409, 'taken', 'A rotation has this name already.');
    throw error;
  }
}
