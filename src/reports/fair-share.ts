import type { Candidate } from '#engine/choose-host.ts';
import type { Decision } from '#engine/decide.ts';
import { canSeat } from '#engine/matching.ts';
import type { Rule } from '#engine/snapshot.ts';

/** How one chair of one meeting came to its host. */
export type How =
  /** The rule chose among several. */
  | 'rule'
  /** Nobody else stands for the chair. */
  | 'alone'
  | 'owner'
  /** A colleague chose (R5, E13). */
  | 'by-hand'
  /** The host stayed when the meeting moved (D6). */
  | 'kept'
  /** Given to somebody else later (E11). */
  | 'handed-over';

/** Why a meeting has its hosts today, and who had it before; undefined when it was decided once. */
export interface Decided {
  decision: Decision;
  byHand: boolean;
  before?: string[];
}

export interface ChairOutcome {
  host: string;
  how: How;
  rule: Rule;
  /** D1: chance of each who could have been chosen; only where the rule chose. They sum to 1. */
  chances: Map<string, number>;
  /** Everybody who stood for the chair, free or not; only where the rule chose. */
  stood: string[];
}

/** Who got each chair and, where the rule chose, what each free and eligible candidate could expect of it. */
export function outcomes(decided: Decided, only?: ReadonlySet<number>): ChairOutcome[] {
  const { chosen, rules } = decided.decision;
  return rules.flatMap((rule, chair): ChairOutcome[] => {
    const host = chosen[chair];
    if (host === undefined || (only && !only.has(chair))) return [];
    const how = howSeated(decided, chair, host);
    if (how !== 'rule') return [{ host, how, rule, chances: new Map(), stood: [] }];
    const stood = candidatesFor(decided.decision, chair).map(({ id }) => id);
    return [{ host, how, rule, chances: chancesFor(decided.decision, chair), stood }];
  });
}

function howSeated({ decision, byHand, before }: Decided, chair: number, host: string): How {
  if (before) return before.includes(host) ? 'kept' : 'handed-over';
  if (byHand) return 'by-hand';
  if (isOwners(decision, host)) return 'owner';
  if (decision.preferred?.includes(host)) return 'kept';
  return candidatesFor(decision, chair).length > 1 ? 'rule' : 'alone';
}

const OWNER_BRANCHES = ['owner', 'ladder-owner', 'unproven-owner'];

function isOwners({ ownerBranch = '', ownerId, rules }: Decision, host: string): boolean {
  if (!OWNER_BRANCHES.includes(ownerBranch)) return false;
  return ownerId === undefined ? rules.length === 1 : ownerId === host;
}

function candidatesFor({ candidates }: Decision, chair: number): Candidate[] {
  return candidates.filter((one) => one.chair === chair);
}

/** By weight among those whom the rule could have taken: everybody alike where weights are not read, or all are 0. */
function chancesFor(decision: Decision, chair: number): Map<string, number> {
  const able = eligibleFor(decision, chair);
  const reads = decision.rules[chair] === 'fewest-booked';
  const weights = able.map(({ weight = 1 }) => (reads ? weight : 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(able.map(({ id }, at) => [id, all > 0 ? weights[at]! / all : 1 / able.length]));
}

/** Free, not in an earlier chair, and leaving the later chairs fillable (ENGINE 9). */
function eligibleFor(decision: Decision, chair: number): Candidate[] {
  const own = candidatesFor(decision, chair);
  if (isProposal(decision)) return own.filter(canBeProposed);
  const free = own.filter((one) => one.free);
  if (decision.rules.length === 1) return free;
  const taken = new Set(decision.chosen.slice(0, chair));
  const later = decision.rules.slice(chair + 1).map((_, at) => freeIn(decision, chair + 1 + at));
  return free.filter(({ id }) => {
    if (taken.has(id)) return false;
    return canSeat(later, (other) => other !== id && !taken.has(other));
  });
}

function freeIn(decision: Decision, chair: number): string[] {
  return candidatesFor(decision, chair).flatMap(({ id, free }) => (free ? [id] : []));
}

/** R3: a rotation proposes the person first; a colleague then looks for a time that suits them. */
function isProposal({ rotationId, only }: Decision): boolean {
  return rotationId !== undefined && only !== undefined;
}

const NOT_PROPOSED = ['inactive', 'no-seat', 'switched-off'];

function canBeProposed({ reasons }: Candidate): boolean {
  return !reasons.some(({ code }) => NOT_PROPOSED.includes(code));
}
