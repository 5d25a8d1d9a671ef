import type { ReactNode } from 'react';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';

/** How each rule and its value are called where two changed it at once. */
export function useRuleNames({ queue }: WholeRotation) {
  const t = useRotationWords();
  const nameOf = (id: string) => queue.find(({ memberId }) => memberId === id)?.name ?? '?';
  const show = (key: keyof WholeRotation, value: WholeRotation[keyof WholeRotation]): ReactNode => {
    if (key === 'newcomers') return t(value === 'level' ? 'newcomers.level' : 'newcomers.reset');
    if (key === 'countCancelled') return t(value ? 'rules.off' : 'rules.on');
    if (key === 'countNoShows') return t(value ? 'rules.on' : 'rules.off');
    if (key !== 'weights') return String(value);
    const weights = Object.entries(value as WholeRotation['weights']);
    return weights.length === 0
      ? t('weights.alike')
      : weights.map(([id, weight]) => `${nameOf(id)} × ${weight}`).join(', ');
  };
  const names = {
    name: t('name'),
    newcomers: t('rules.newcomers'),
    countCancelled: t('rules.cancelled'),
    countNoShows: t('rules.noShows'),
    weights: t('weights.title'),
  };
  return { names, show };
}
