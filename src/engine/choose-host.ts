import { canSeat, mostSeated } from './matching.ts';
import { shuffled } from './shuffle.ts';
import type { Reason, Rule } from './snapshot.ts';

/** One host as they stood before one chair when the choice was made; a host before two chairs stands twice. */
export interface Candidate {
  id: string;
  chair: number;
  free: boolean;
  /** Empty when free. */
  reasons: Reason[];
  /** The count compared: bookings of that day under 'fewest-that-day', counted bookings otherwise. */
  count: number;
  weight?: number;
  lastScheduledAt: number | null;
}

/** All that the choice depends on: plain data, so that it can be kept and made again (D5). */
export interface Choice {
  /** One for each chair. */
  rules: Rule[];
  seed: number;
  /** In list order within each chair. */
  candidates: Candidate[];
  /** Hosts to keep when free, before any rule (D6, F4). */
  preferred?: string[];
  /** The only ones who may be chosen (R5, C2); the others stand in the table all the same. */
  only?: string[];
}

/**
 * The hosts, one for each chair in order, all different; null when the chairs cannot be filled by free
 * candidates. Each chair takes the first by its rule who leaves the later chairs fillable, and who costs none
 * of the preferred hosts their place.
 */
export function chooseHosts(choice: Choice): string[] | null {
  const preferred = new Set(choice.preferred);
  const queues = choice.rules.map((rule, chair) => queueFor(choice, rule, chair, preferred));
  if (queues.length === 0 || !canSeat(queues, () => true)) return null;
  const taken = new Set<string>();
  for (let chair = 0; chair < queues.length; chair++) {
    taken.add(firstWhoLeavesRoom(queues.slice(chair), taken, preferred));
  }
  return [...taken];
}

// There is always one: hosts covered by a matching stay covered when it grows until all chairs are filled,
// so the most preferred hosts that can be kept are kept by some filling of all chairs.
function firstWhoLeavesRoom(queues: string[][], taken: Set<string>, preferred: Set<string>): string {
  const [queue, ...rest] = queues;
  const kept = mostKept(queues, taken, preferred);
  const chosen = queue!.find((id) => {
    if (taken.has(id)) return false;
    const then = new Set([...taken, id]);
    const keptThen = mostKept(rest, then, preferred) + (preferred.has(id) ? 1 : 0);
    return keptThen === kept && canSeat(rest, (other) => !then.has(other));
  });
  if (chosen === undefined) throw new Error('No candidate leaves the other chairs fillable');
  return chosen;
}

function mostKept(queues: string[][], taken: Set<string>, preferred: Set<string>): number {
  if (preferred.size === 0) return 0;
  return mostSeated(queues, (id) => preferred.has(id) && !taken.has(id));
}

function queueFor(choice: Choice, rule: Rule, chair: number, preferred: Set<string>): string[] {
  const free = eligible(choice).filter((candidate) => candidate.chair === chair && candidate.free);
  const ids = inOrderOf(rule, free, choice.seed + chair).map((candidate) => candidate.id);
  return [...ids.filter((id) => preferred.has(id)), ...ids.filter((id) => !preferred.has(id))];
}

/** The candidates among whom the choice was made. */
export function eligible({ candidates, only }: Pick<Choice, 'candidates' | 'only'>): Candidate[] {
  return only ? candidates.filter(({ id }) => only.includes(id)) : candidates;
}

/** In the order in which a rule would take them; `seed` decides 'random' alone. */
export function queueOf<T extends Standing>(rule: Rule, candidates: T[], seed = 0): T[] {
  return inOrderOf(rule, candidates, seed);
}

type Standing = Pick<Candidate, 'count' | 'weight' | 'lastScheduledAt'>;

// Sorting is stable, so whoever is equal in everything stays in list order (D4).
function inOrderOf<T extends Standing>(rule: Rule, free: T[], seed: number): T[] {
  if (rule === 'in-order') return free;
  if (rule === 'random') return shuffled(free, seed);
  const compare = rule === 'fewest-booked' ? byShare : byCount;
  return free.toSorted((one, two) => compare(one, two) || longerAgo(one) - longerAgo(two) || 0);
}

function byCount(one: Standing, two: Standing): number {
  return one.count - two.count;
}

// (2·count + 1) / weight, ascending: whoever would be least far ahead of their share in the middle of the next
// booking. Multiplied crosswise it stays in whole numbers, and a weight of 0 comes last.
function byShare(one: Standing, two: Standing): number {
  return (2 * one.count + 1) * (two.weight ?? 1) - (2 * two.count + 1) * (one.weight ?? 1);
}

// Never scheduled comes before all others. (Two nevers subtract to NaN, which `|| 0` makes a tie.)
function longerAgo(candidate: Standing): number {
  return candidate.lastScheduledAt ?? -Infinity;
}
