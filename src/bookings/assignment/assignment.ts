import type { Decision } from '#engine/decide.ts';
import type { ByHandChoice, Told } from './sentence.ts';
import { skippedIn } from '#bookings/rotation/skipped.ts';
import type { AssignmentFound } from './store-assignments.ts';

/** One time that a booking's hosts were decided (D5). */
export interface Assignment {
  id: string;
  at: string;
  rule: string;
  decision: Decision;
  byHand: ByHandChoice | null;
}

export function assignmentFrom(row: AssignmentFound): Assignment {
  return {
    id: row.assignment_id,
    at: row.at,
    rule: row.rule,
    decision: JSON.parse(row.decision) as Decision,
    byHand: row.by_hand === null ? null : (JSON.parse(row.by_hand) as ByHandChoice),
  };
}

/** What stands in a booking's history; ids rise with time, those of assignments too. */
export interface Change {
  change_id: string;
  kind: string;
  by_id: string | null;
  /** JSON */
  data: string;
}

/** E11: who gave the meeting to these hosts, and whose it was; null when no colleague took it from anybody. */
export function handedOver(
  { id, decision: { chosen } }: Assignment,
  before: Assignment | undefined,
  history: Change[],
): Told['reassigned'] {
  // An act writes its assignment, then its line of history.
  const act = history.find(({ change_id }) => change_id > id);
  const from = before?.decision.chosen.filter((one) => !chosen.includes(one)) ?? [];
  if (act?.kind !== 'reassigned' || from.length === 0) return null;
  const { reason = null } = JSON.parse(act.data) as { reason?: string | null };
  return { by: act.by_id, from, reason };
}

/** R5: who was next in the rotation when somebody else was chosen. */
export function skippedBy({ decision }: Assignment): string | null {
  return skippedIn(decision);
}

/** Everybody whom the reasons name. */
export function peopleIn({ decision, byHand }: Assignment): string[] {
  const preferred = decision.preferred ?? [];
  const others = [decision.ownerId, byHand?.by].filter((id) => id !== undefined);
  return [...decision.candidates.map(({ id }) => id), ...decision.chosen, ...preferred, ...others];
}
