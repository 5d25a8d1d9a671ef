import type { Candidate } from '#engine/choose-host.ts';
import type { Decision } from '#engine/decide.ts';
import { translator, type Language, type T } from '#platform/messages/messages.ts';

/** Who chose by hand, and why. */
export interface ByHandChoice {
  by: string;
  reason: string | null;
}

interface Words {
  t: T;
  nameOf: (memberId: string) => string;
  listed: (memberIds: string[]) => string;
}

/** D5: why these hosts, as one sentence a colleague reads: "Bo: 1 that day, Ana 2; both free". */
export function assignmentSentence(
  decision: Decision,
  names: ReadonlyMap<string, string>,
  language: Language,
  byHand: ByHandChoice | null,
): string {
  const words = wordsIn(language, names);
  const { t } = words;
  const chosen = words.listed(decision.chosen);
  const candidates = [...new Map(decision.candidates.map((one) => [one.id, one])).values()];
  if (byHand) return choiceSentence(words, decision, byHand.by);
  if (decision.rules.length > 1) return t('assignment.together', { chosen });
  if (decision.preferred?.some((id) => decision.chosen.includes(id))) return t('assignment.kept', { chosen });
  if (candidates.length === 1) return t('assignment.only', { chosen });
  return `${reason(words, decision, candidates)}; ${freedom(words, candidates)}`;
}

function wordsIn(language: Language, names: ReadonlyMap<string, string>): Words {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const nameOf = (id: string): string => names.get(id) ?? '?';
  return { t: translator(language), nameOf, listed: (ids) => list.format(ids.map(nameOf)) };
}

/** Somebody who chose nobody but themselves took it. */
function choiceSentence({ t, nameOf, listed }: Words, { chosen }: Decision, by: string): string {
  const tookIt = chosen.length === 1 && chosen[0] === by;
  return t(tookIt ? 'assignment.byHandSelf' : 'assignment.byHand', {
    chosen: listed(chosen),
    by: nameOf(by),
  });
}

const MOST_NAMES = 6;

/** What was compared, the chosen one first. */
function reason({ t, nameOf, listed }: Words, { rule, chosen }: Decision, candidates: Candidate[]): string {
  if (rule === 'random') return t('assignment.random', { chosen: listed(chosen) });
  if (rule === 'in-order') return t('assignment.inOrder', { chosen: listed(chosen) });
  const key = rule === 'fewest-that-day' ? 'assignment.thatDay' : 'assignment.booked';
  const isFirst = (one: Candidate): number => Number(one.id === chosen[0]);
  const [head, ...rest] = candidates
    .toSorted((one, other) => isFirst(other) - isFirst(one))
    .slice(0, MOST_NAMES);
  const others = rest.map((one) => `${nameOf(one.id)} ${one.count}`);
  return [t(key, { name: nameOf(head!.id), count: head!.count }), ...others].join(', ');
}

function freedom({ t, listed }: Words, candidates: Candidate[]): string {
  const busy = candidates.filter((one) => !one.free).map((one) => one.id);
  if (busy.length > 0) return t('assignment.notFree', { names: listed(busy.slice(0, MOST_NAMES)) });
  return t(candidates.length === 2 ? 'assignment.bothFree' : 'assignment.allFree');
}
