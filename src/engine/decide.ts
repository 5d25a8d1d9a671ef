import type { Candidate, Choice } from './choose-host.ts';
import { chooseHosts, eligible } from './choose-host.ts';
import { explain, SWITCHED_OFF } from './explain.ts';
import type { ExplainedHost, Explanation } from './explain.ts';
import type { Minute } from './minutes.ts';
import type { Refused } from './refuse.ts';
import { refusalOf } from './refuse.ts';
import type { Chair, HostSnapshot, Offer, Reason, Rule } from './snapshot.ts';

export interface Wish {
  start: Minute;
  /** A whole number; its lowest 32 bits decide 'random'. */
  seed: number;
  /** Ids of hosts lost to a race in this very transaction (D2): they count as claimed. */
  without?: ReadonlySet<string>;
  /** Ids of hosts to keep when they are free, before any rule (D6, F4). */
  prefer?: ReadonlySet<string>;
  /** The only hosts who may be chosen, whoever else would come first: a colleague's choice (R5), a visitor's owner (C2). */
  only?: ReadonlySet<string>;
}

/** What is kept with a booking (D5): plain JSON, enough to make the same choice again. */
export interface Decision extends Choice {
  /** Of the first chair; `rules` has them all. */
  rule: Rule;
  start: Minute;
  /** Host ids in the order of the chairs; empty when refused. */
  chosen: string[];
  /** What the link itself had against the start. */
  reasons: Reason[];
  refused?: Refused;
  /** What the caller adds: which way the owner rule went and whose owner rule it was (C2, C3), which rotation was asked (R4). */
  ownerBranch?: string;
  ownerId?: string;
  rotationId?: string;
}

export type Decided =
  | { chosen: { chair: number; host: number }[]; decision: Decision }
  | { refused: Refused; decision: Decision };

/** Who holds the meeting that begins at `wish.start`, or why it cannot be (E2); `host` is an index into `offer.hosts`. */
export function decide(wish: Wish, offer: Offer): Decided {
  const explanation = explain(offer, wish.start);
  const choice = choiceFrom(wish, offer, explanation);
  const refused = refusalOf(explanation.reasons, offer.chairs.length, eligible(choice));
  if (refused) return { refused, decision: { ...kept(wish, choice, explanation), chosen: [], refused } };
  const ids = chooseHosts(choice)!;
  const chosen = ids.map((id, chair) => ({ chair, host: offer.hosts.findIndex((host) => host.id === id) }));
  return { chosen, decision: { ...kept(wish, choice, explanation), chosen: ids } };
}

/** The hosts again, from what was kept: the same as `decision.chosen` (D5). */
export function replay(decision: Decision): string[] {
  if (refusalOf(decision.reasons, decision.rules.length, eligible(decision))) return [];
  return chooseHosts(decision) ?? [];
}

function kept(wish: Wish, choice: Choice, explanation: Explanation): Omit<Decision, 'chosen'> {
  return {
    ...choice,
    rule: choice.rules[0] ?? 'in-order',
    start: wish.start,
    reasons: explanation.reasons,
  };
}

function choiceFrom(wish: Wish, offer: Offer, explanation: Explanation): Choice {
  const explained = new Map(explanation.hosts.map((host) => [host.index, host]));
  return {
    rules: offer.chairs.map((chair) => chair.rule),
    seed: wish.seed,
    candidates: offer.chairs.flatMap((_, chair) => candidatesOf(offer, chair, explained, wish)),
    ...(wish.prefer?.size ? { preferred: [...wish.prefer] } : {}),
    ...(wish.only ? { only: [...wish.only] } : {}),
  };
}

function candidatesOf(
  offer: Offer,
  chairIndex: number,
  explained: Map<number, ExplainedHost>,
  wish: Wish,
): Candidate[] {
  const chair = offer.chairs[chairIndex]!;
  // Somebody listed twice before one chair is one candidate, in the first place.
  const positions = new Map(chair.candidates.map((host, position) => [host, position] as const).reverse());
  const seated = [...positions]
    .toSorted((one, two) => one[1] - two[1])
    .map(([index, position]) => {
      const host = offer.hosts[index]!;
      const reasons = [...explained.get(index)!.reasons, ...whyLost(host, wish)];
      return { chair: chairIndex, free: reasons.length === 0, reasons, ...standing(host, chair, position) };
    });
  const off = (chair.off ?? []).map((index) =>
    whoIsOff(offer.hosts[index]!, chairIndex, explained.get(index)!.reasons),
  );
  return [...seated, ...off];
}

/**
 * Kept in the table of a decision, so that nobody wonders where they are (R8, D5), with what else speaks against
 * them: a time outside everybody's hours is no time, switched on or off.
 */
function whoIsOff({ id, lastScheduledAt }: HostSnapshot, chair: number, others: Reason[]): Candidate {
  const reasons = [SWITCHED_OFF, ...others.filter(({ code }) => code !== SWITCHED_OFF.code)];
  return { id, chair, free: false, reasons, count: 0, lastScheduledAt };
}

function whyLost(host: HostSnapshot, wish: Wish): Reason[] {
  return wish.without?.has(host.id) ? [{ code: 'claimed', detail: 'lost to another booking' }] : [];
}

function standing(
  host: HostSnapshot,
  chair: Chair,
  position: number,
): Pick<Candidate, 'id' | 'count' | 'weight' | 'lastScheduledAt'> {
  const weight = chair.weights?.[position];
  const { booked, lastScheduledAt } = chair.standings?.[position] ?? host;
  return {
    id: host.id,
    count: chair.rule === 'fewest-that-day' ? host.bookedThatDay : booked,
    lastScheduledAt,
    ...(weight === undefined ? {} : { weight }),
  };
}
