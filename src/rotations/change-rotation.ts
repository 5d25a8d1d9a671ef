import { isoNow } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { notFound, Problem } from '#platform/refusal.ts';
import './facts.ts';
import { checkWeights, entriesFrom, orNameTaken } from './make-rotation.ts';
import type { RotationChangesInput } from './rotation-fields.ts';
import type { Rotation, RotationEntry } from './rotation.ts';
import { settle } from './settle.ts';
import { markDeleted } from './store.ts';
import { readEntries, writeEntries } from './store-entries.ts';
import { holdRotation } from './store-locks.ts';
import type { Tally } from './tally.ts';

/**
 * Changes a rotation where it stands: renaming, removing and weighing reset nothing, a newcomer does (R7). `version`
 * is what the caller last read; when somebody was faster, nothing is written.
 */
export async function changeRotation(
  platform: Platform,
  tally: Tally,
  { workspaceId }: Caller,
  rotationId: string,
  input: RotationChangesInput,
  version: number | undefined,
): Promise<'changed' | 'changed-meanwhile'> {
  return orNameTaken(() =>
    platform.db.transact(async (tx) => {
      const wanted = input.members && (await entriesFrom(tx, workspaceId, input.members));
      const before = await takeHold(tx, workspaceId, rotationId);
      if (version !== undefined && version !== before.version) return 'changed-meanwhile';
      const { members: _members, ...fields } = input;
      const after = { ...before, ...fields, version: before.version + 1 };
      if (input.weights) checkWeights(input.weights, wanted ?? (await entriesNow(tx, before)));
      if (wanted) await writeEntries(tx, before, wanted, isoNow(platform.clock));
      await settle(tx, platform, tally, after);
      return 'changed';
    }),
  );
}

async function takeHold(tx: Tx, workspaceId: string, rotationId: string): Promise<Rotation> {
  const rotation = await holdRotation(tx, workspaceId, rotationId);
  if (!rotation) throw notFound();
  return rotation;
}

async function entriesNow(tx: Tx, { workspaceId, id }: Rotation): Promise<RotationEntry[]> {
  return (await readEntries(tx, workspaceId, [id])).get(id)!;
}

/** Refused (409, with their titles in `usedBy`) while links go by it. The meetings booked through it keep it as their past. */
export async function removeRotation(
  platform: Platform,
  { workspaceId, memberId }: Caller,
  rotationId: string,
): Promise<void> {
  await platform.db.transact(async (tx) => {
    const rotation = await takeHold(tx, workspaceId, rotationId);
    const usedBy: string[] = [];
    await platform.announcer.announce(tx, 'rotation-leaving', { workspaceId, rotationId, usedBy });
    if (usedBy.length > 0) throw inUse(usedBy);
    await markDeleted(tx, rotation, { by: memberId, at: isoNow(platform.clock) });
  });
}

function inUse(usedBy: string[]): Problem {
  const detail = `Links that go by this rotation: ${usedBy.length}. Give them other hosts first, then delete it.`;
  return new Problem(409, 'conflict', detail, { usedBy });
}
