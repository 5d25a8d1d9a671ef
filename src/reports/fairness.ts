import type { ChairOutcome, How } from './fair-share.ts';

/** What fell to one host in a period, and what could be expected. */
export interface HostShare {
  memberId: string;
  /** All meetings, however they came. */
  meetings: number;
  by: Record<How, number>;
  /** Sum of their chances over all choices of the rule. */
  fair: number;
  /** How far from `fair` chance alone may take them. */
  chance: number;
  withinChance: boolean;
  /** In so many of `asked` choices they stood for, they were free and could have been taken. */
  free: number;
  asked: number;
}

export interface Fairness {
  hosts: HostShare[];
  /** Chairs filled, and of them how many by which way. */
  meetings: number;
  by: Record<How, number>;
}

interface Tally extends Omit<HostShare, 'chance' | 'withinChance'> {
  variance: number;
}

/** One who is asked after takes part in what is counted, chair by chair; then the sum. */
export function fairnessCounter() {
  const tallies = new Map<string, Tally>();
  const total = noneOf();
  const tallyOf = (id: string): Tally => {
    const known = tallies.get(id) ?? newTally(id);
    tallies.set(id, known);
    return known;
  };
  return {
    add({ host, how, chances, stood }: ChairOutcome): void {
      const own = tallyOf(host);
      own.meetings++;
      own.by[how]++;
      total[how]++;
      for (const id of stood) tallyOf(id).asked++;
      for (const [id, chance] of chances) expect(tallyOf(id), chance);
    },
    sum(): Fairness {
      const meetings = Object.values(total).reduce((all, one) => all + one, 0);
      return { hosts: [...tallies.values()].map(shareFrom), meetings, by: total };
    },
  };
}

/** A choice is a draw with this chance: its variance is p(1 − p). */
function expect(tally: Tally, chance: number): void {
  tally.free++;
  tally.fair += chance;
  tally.variance += chance * (1 - chance);
}

/**
 * Two standard deviations: 19 times in 20 lots would fall within. Less than one meeting is never out of line: nobody
 * can be given half of one.
 */
function shareFrom({ variance, ...tally }: Tally): HostShare {
  const chance = Math.max(1, 2 * Math.sqrt(variance));
  const off = Math.abs(tally.by.rule - tally.fair);
  return { ...tally, chance, withinChance: off <= chance + ROUNDING };
}

/** Of thousands of sums of fractions. */
const ROUNDING = 1e-9;

function newTally(memberId: string): Tally {
  return { memberId, meetings: 0, by: noneOf(), fair: 0, variance: 0, free: 0, asked: 0 };
}

function noneOf(): Record<How, number> {
  return { rule: 0, alone: 0, owner: 0, 'by-hand': 0, kept: 0, 'handed-over': 0 };
}
