import { clauses } from '#platform/messages/clauses.ts';
import { translator, type Language } from '#platform/messages/messages.ts';
import { CANNOT_HOST, type QueueItem } from '#rotations/rotation-fields.ts';
import { nextIn } from './rotation-queue.ts';

const MOST_NAMES = 6;

/** R4: who is next and why, in a sentence: "Bo Lindqvist is next: 3 meetings; Chloé and Anna 4, Ana 5". */
export function proposalSentence(queue: readonly QueueItem[], language: Language): string {
  const next = nextIn(queue);
  if (!next) return whyNobody(queue, language);
  const t = translator(language);
  const able = queue.filter((one) => one.canHost.ok);
  if (able.length === 1) return t('rotation.only', { name: next.name });
  const own = t('rotation.meetings', { count: next.booked });
  const counts = clauses([own, othersOf(able.slice(1), language)], language);
  const said = t('rotation.next', { name: next.name, counts });
  const why = [...tieWords(able, language), ...weightWords(able, language)];
  return [said, ...why].join('. ');
}

/** R9: why nobody can be proposed. */
export function whyNobody(queue: readonly QueueItem[], language: Language): string {
  const t = translator(language);
  if (queue.length === 0) return t('rotation.empty');
  const byReason = Map.groupBy(queue, (one) => one.canHost.reason);
  const reasons = CANNOT_HOST.flatMap((reason) => {
    const names = byReason.get(reason);
    return names ? [t(`rotation.why.${reason}`, { names: listed(names, language) })] : [];
  });
  return t('rotation.nobody', { reasons: clauses(reasons, language) });
}

/** Those with the same count together, in the order of the queue. */
function othersOf(others: readonly QueueItem[], language: Language): string {
  const shown = others.slice(0, MOST_NAMES);
  return [...Map.groupBy(shown, (one) => one.booked)]
    .map(([count, group]) => `${listed(group, language)} ${count}`)
    .join(', ');
}

function listed(items: readonly QueueItem[], language: Language): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return list.format(items.slice(0, MOST_NAMES).map((one) => one.name));
}

/** What decided between those who have as much of their share as the first. */
function tieWords([next, ...others]: readonly QueueItem[], language: Language): string[] {
  const t = translator(language);
  const level = others.filter((one) => ahead(one) === ahead(next!));
  if (level.length === 0) return [];
  const { name, lastScheduledAt } = next!;
  if (lastScheduledAt === null)
    return level.some((one) => one.lastScheduledAt !== null)
      ? [t('rotation.never', { name })]
      : [t('rotation.first', { name })];
  return [t('rotation.longest', { name })];
}

function weightWords(able: readonly QueueItem[], language: Language): string[] {
  return new Set(able.map((one) => one.weight)).size > 1 ? [translator(language)('rotation.weighted')] : [];
}

/** As the engine compares: how far the next meeting would put somebody ahead of their share. */
function ahead({ booked, weight }: QueueItem): number {
  return (2 * booked + 1) / weight;
}
