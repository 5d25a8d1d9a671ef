import type { Candidate } from '#engine/choose-host.ts';
import type { Decision } from '#engine/decide.ts';
import type { SentenceWords } from './sentence-words.ts';

/** What the rule compared: "Bo: 1 that day, Ana 2; both free"; of several chairs, who sits where and why. */
export function ruleSentence(words: SentenceWords, decision: Decision): string {
  const { t, listed, joined } = words;
  const { rules, candidates, chosen } = decision;
  const stood = rules.map((_, chair) => candidates.filter((one) => one.chair === chair));
  if (stood.every((chair) => chair.length === 1)) {
    return t(rules.length > 1 ? 'assignment.together' : 'assignment.only', { chosen: listed(chosen) });
  }
  if (rules.length > 1) return joined(stood.map((_, chair) => chairSentence(words, decision, chair)));
  const said = [reason(words, decision, 0, nameIn(words)), ...freedom(words, decision)];
  return joined(said);
}

/** The owner has the meeting because they are the owner (C2.1, C3, C5). */
export function isOwners(branch: string | undefined): boolean {
  return branch === 'owner' || branch === 'ladder-owner' || branch === 'unproven-owner';
}

type Naming = (candidate: Pick<Candidate, 'id'>) => string;

function nameIn({ nameOf }: SentenceWords): Naming {
  return ({ id }) => nameOf(id);
}

/** The one who took the chair is named with it. */
function chairSentence(words: SentenceWords, decision: Decision, chair: number): string {
  const { t, nameOf, visitor } = words;
  const id = decision.chosen[chair]!;
  const seated = t('assignment.inChair', { name: nameOf(id), number: chair + 1 });
  if (!decision.ownerBranch && decision.preferred?.includes(id))
    return t('assignment.kept', { chosen: seated });
  if (visitor !== null && id === decision.ownerId && isOwners(decision.ownerBranch))
    return t('assignment.owner', { chosen: seated, visitor });
  if (decision.candidates.filter((one) => one.chair === chair).length === 1)
    return t('assignment.onlyListed', { chosen: seated });
  return reason(words, decision, chair, (one) => (one.id === id ? seated : nameOf(one.id)));
}

const MOST_NAMES = 6;

/** What was compared, the chosen one first. */
function reason(words: SentenceWords, decision: Decision, chair: number, name: Naming): string {
  const { t, rotation } = words;
  const rule = decision.rules[chair]!;
  const chosen = decision.chosen[chair]!;
  if (rule === 'random') return t('assignment.random', { chosen: name({ id: chosen }) });
  if (rule === 'in-order') return t('assignment.inOrder', { chosen: name({ id: chosen }) });
  const compared = decision.candidates.filter((one) => one.chair === chair && !isSwitchedOff(one));
  const isFirst = (one: Candidate): number => Number(one.id === chosen);
  const [head, ...rest] = compared
    .toSorted((one, other) => isFirst(other) - isFirst(one))
    .slice(0, MOST_NAMES);
  const weigh = weighing(words, rule === 'fewest-booked' && isWeighed(compared));
  const others = rest.map((one) => weigh(one, `${name(one)} ${one.count}`));
  const said = { name: name(head!), count: String(head!.count) };
  const key = rule === 'fewest-that-day' ? 'assignment.thatDay' : 'assignment.booked';
  const first = rotation === null ? t(key, said) : t('assignment.next', { ...said, rotation });
  return [weigh(head!, first), ...others].join(', ');
}

/** With weights, the numbers alone would seem to say the opposite. */
function weighing({ t }: SentenceWords, weighed: boolean): (one: Candidate, said: string) => string {
  return ({ weight = 1 }, said) => (weighed ? t('assignment.weighed', { said, weight }) : said);
}

function isWeighed(candidates: Candidate[]): boolean {
  return candidates.some(({ weight = 1 }) => weight !== (candidates[0]?.weight ?? 1));
}

function isSwitchedOff({ reasons }: Candidate): boolean {
  return reasons.some(({ code }) => code === 'switched-off');
}

/** Whoever books through a rotation chooses the person before the time (R3): then it matters only who is switched off. */
function freedom({ t, listed }: SentenceWords, { candidates, only }: Decision): string[] {
  const first = (ones: Candidate[]) => listed(ones.slice(0, MOST_NAMES).map(({ id }) => id));
  const off = candidates.filter(isSwitchedOff);
  const others = candidates.filter((one) => !isSwitchedOff(one));
  const busy = others.filter(({ free }) => !free);
  const said = off.length > 0 ? [t('assignment.off', { names: first(off) })] : [];
  if (only || others.length < 2) return said;
  if (busy.length > 0) return [t('assignment.notFree', { names: first(busy) }), ...said];
  return [t(others.length === 2 ? 'assignment.bothFree' : 'assignment.allFree'), ...said];
}
