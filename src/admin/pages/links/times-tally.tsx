import { State, type Shape } from '#ui/badge.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords, type LinkWords } from '#links/screens/words.ts';

/** L3: how specific times stand, in a few words: "2 of 5 left", "Used", "All past". */
export function TimesTally({ link }: { link: Pick<ListedLink, 'tally' | 'times'> }) {
  const t = useLinkWords();
  if (!link.tally) return null;
  return <State shape={shapeOf(link.tally)}>{tallyWords(t, link)}</State>;
}

export function tallyWords(t: LinkWords, { tally, times }: Pick<ListedLink, 'tally' | 'times'>): string {
  if (!tally) return '';
  if (tally.ended) return t(`tally.${tally.ended}`);
  if (tally.left > 0) return t('tally.left', { count: tally.left, all: times.length });
  if (tally.unread > 0) return t('tally.unread');
  return t(tally.taken > 0 ? 'tally.taken' : 'tally.past');
}

function shapeOf({ left, unread, ended }: NonNullable<ListedLink['tally']>): Shape {
  if (ended === 'used') return 'booked';
  if (left > 0) return 'order';
  return unread > 0 ? 'waiting' : 'over';
}
