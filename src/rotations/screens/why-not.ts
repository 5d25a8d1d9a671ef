import { useDates } from '#ui/dates.tsx';
import type { QueueItem } from './rotation-queries.ts';
import { useRotationWords } from './words.ts';

/** R2, R8: why somebody is not proposed, in words; null for those who can be. */
export function useWhyNot(): (item: QueueItem) => string | null {
  const t = useRotationWords();
  const dates = useDates();
  return ({ canHost, switchedOff }) => {
    const { ok, reason = 'switched-off' } = canHost;
    if (ok) return null;
    if (reason !== 'switched-off') return t(`whyNot.${reason}`);
    if (!switchedOff) return t('whyNot.off');
    return t('whyNot.switchedOff', {
      name: switchedOff.byName,
      day: dates.briefDay(dates.dateOf(switchedOff.at)),
    });
  };
}
