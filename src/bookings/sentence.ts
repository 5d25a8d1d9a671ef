import type { Decision } from '#engine/decide.ts';
import { translator, type Language } from '#platform/messages/messages.ts';

/** D5: why these hosts, as one sentence a colleague reads: "Bo: 1 that day, Ana 2; both free". */
export function assignmentSentence(
  decision: Decision,
  names: ReadonlyMap<string, string>,
  language: Language,
  byHand: { by: string; reason: string | null } | null,
): string {
  const t = translator(language);
  const nameOf = (id: string): string => names.get(id) ?? '?';
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const chosen = list.format(decision.chosen.map(nameOf));
  if (byHand) return t('assignment.byHand', { chosen, by: nameOf(byHand.by) });
  const candidates = [...new Map(decision.candidates.map((one) => [one.id, one])).values()];
  if (decision.rules.length > 1) return t('assignment.together', { chosen });
  if (candidates.length === 1) return t('assignment.only', { chosen });
  if (decision.preferred?.some((id) => decision.chosen.includes(id))) return t('assignment.kept', { chosen });
  return [reason(decision, candidates), freedom(candidates)].join('; ');

  function reason({ rule }: Decision, all: typeof candidates): string {
    if (rule === 'random') return t('assignment.random', { chosen });
    if (rule === 'in-order') return t('assignment.inOrder', { chosen });
    const first = decision.chosen[0]!;
    const sorted = all.toSorted((one, other) => Number(other.id === first) - Number(one.id === first));
    const key = rule === 'fewest-that-day' ? 'assignment.thatDay' : 'assignment.booked';
    const [head, ...rest] = sorted.slice(0, 6);
    const words = [t(key, { name: nameOf(head!.id), count: head!.count })];
    for (const other of rest) words.push(`${nameOf(other.id)} ${other.count}`);
    return words.join(', ');
  }

  function freedom(all: typeof candidates): string {
    const busy = all.filter((one) => !one.free).map((one) => nameOf(one.id));
    if (busy.length > 0) return t('assignment.notFree', { names: list.format(busy.slice(0, 6)) });
    return t(all.length === 2 ? 'assignment.bothFree' : 'assignment.allFree');
  }
}
