import { isoNow } from '#platform/clock.ts';
import type { Caller } from '#platform/http/caller.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid, notFound } from '#platform/refusal.ts';
import { bumpMember } from '#people/store-version.ts';
import type { Absence, NewAbsence } from './absence.ts';
import { lockTimeOf } from './own-time.ts';
import { deleteAbsence, insertAbsence, readAbsence, updateAbsence } from './store-absences.ts';

export async function addAbsence(
  { db, clock }: Platform,
  caller: Caller,
  memberId: string,
  given: NewAbsence,
): Promise<Absence> {
  const { workspaceId } = caller;
  return db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const absence = { ...given, id: newId(), createdAt: isoNow(clock) };
    await insertAbsence(tx, { workspaceId, memberId, id: absence.id }, absence, absence.createdAt);
    await bumpMember(tx, workspaceId, memberId);
    return absence;
  });
}

export async function changeAbsence(
  { db }: Platform,
  caller: Caller,
  memberId: string,
  id: string,
  change: Partial<NewAbsence>,
): Promise<Absence> {
  const key = { workspaceId: caller.workspaceId, memberId, id };
  return db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    const before = await readAbsence(tx, key);
    if (!before) throw notFound();
    const after = { ...before, ...change };
    if (after.to < after.from) throw invalid({ path: 'to', message: ENDS_EARLY });
    await updateAbsence(tx, key, after);
    await bumpMember(tx, key.workspaceId, memberId);
    return after;
  });
}

export async function removeAbsence(
  { db }: Platform,
  caller: Caller,
  memberId: string,
  id: string,
): Promise<void> {
  const { workspaceId } = caller;
  await db.transact(async (tx) => {
    await lockTimeOf(tx, caller, memberId);
    if (!(await deleteAbsence(tx, { workspaceId, memberId, id }))) throw notFound();
    await bumpMember(tx, workspaceId, memberId);
  });
}

export const ENDS_EARLY = 'The last day comes before the first.';
