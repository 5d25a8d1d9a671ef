import type { Decision } from '#engine/decide.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Caller } from '#platform/http/caller.ts';
import type { Platform } from '#platform/platform.ts';
import { readMember, readMemberNames } from '#people/store.ts';
import {
  assignmentFrom,
  handedOver,
  peopleIn,
  skippedBy,
  type Assignment,
  type Change,
} from './assignment.ts';
import type { AssignmentView } from '#bookings/booking-fields.ts';
import type { Booking } from '#bookings/booking.ts';
import { assignmentSentence } from './sentence.ts';
import { readAssignments, readRotationName } from './store-assignments.ts';

/** Why these hosts, in the caller's language, with all that was compared (D5); null where nobody was decided. */
export async function presentAssignment(
  { db }: Platform,
  caller: Caller,
  booking: Booking,
  history: Change[],
): Promise<AssignmentView | null> {
  const { workspaceId, id } = booking;
  const [now, before] = (await readAssignments(db.read, workspaceId, id, 2)).map(assignmentFrom);
  if (!now) return null;
  const reassigned = handedOver(now, before, history);
  const { decision, byHand } = now;
  const rotation = await rotationOf(db.read, workspaceId, now);
  const ids = [...peopleIn(now), ...(reassigned ? [reassigned.by ?? '', ...reassigned.from] : [])];
  const members = await readMemberNames(db.read, workspaceId, [...new Set(ids)]);
  const reader = await readMember(db.read, workspaceId, caller.memberId);
  const told = { decision, byHand, skipped: skippedBy(now), reassigned };
  const known = { members, visitor: booking.visitor?.name ?? null, rotation: rotation?.name ?? null };
  return {
    rule: now.rule,
    chosen: decision.chosen,
    sentence: assignmentSentence(told, known, reader?.locale ?? 'en'),
    candidates: decision.candidates.map((one) => presentCandidate(one, members)),
    seed: decision.seed,
    at: now.at,
    ...(decision.rules.length > 1 && { rules: decision.rules }),
    ...(decision.ownerBranch && { ownerBranch: decision.ownerBranch }),
    ...(rotation && { rotation }),
    ...(byHand && { byHand }),
  };
}

async function rotationOf(
  db: Reader,
  workspaceId: string,
  { decision: { rotationId } }: Assignment,
): Promise<{ id: string; name: string } | null> {
  const name = rotationId ? await readRotationName(db, workspaceId, rotationId) : null;
  return rotationId && name !== null ? { id: rotationId, name } : null;
}

export function presentCandidate(
  { id, chair, free, reasons, count, weight, lastScheduledAt }: Decision['candidates'][number],
  names: ReadonlyMap<string, string>,
): AssignmentView['candidates'][number] {
  const last = lastScheduledAt === null ? null : new Date(lastScheduledAt).toISOString();
  const standing = { count, ...(weight !== undefined && { weight }), lastScheduledAt: last };
  return { memberId: id, name: names.get(id), chair, free, reasons, ...standing };
}
