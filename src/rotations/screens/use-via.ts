import { useLanguage } from '#ui/words.tsx';
import type { QueueItem } from './rotation-queries.ts';
import { useRotationWords } from './words.ts';

/** R2: through what somebody is in a rotation: 'Sales North', 'added by hand', 'Sales North and added by hand'. */
export function useVia(): (item: Pick<QueueItem, 'via'>) => string {
  const t = useRotationWords();
  const list = new Intl.ListFormat(useLanguage());
  return ({ via }) => {
    const teams = via.filter(({ kind }) => kind === 'team').map(({ name }) => name);
    const byHand = via.some(({ kind }) => kind === 'member');
    return list.format([...teams, ...(byHand ? [t('via.byHand')] : [])]);
  };
}
