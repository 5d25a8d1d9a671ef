import { useLanguage } from '#ui/words.tsx';
import type { FairnessReport, Share } from './fairness-queries.ts';
import { useFairnessWords } from './words.ts';

export interface Figure {
  key: string;
  header: string;
  of: (share: Share) => string;
}

const WAYS = ['owner', 'by-hand', 'kept', 'handed-over', 'alone'] as const;

/** The figures of each host; a way by which nobody got a meeting is left out. */
export function useFigures({ by }: Pick<FairnessReport, 'by'>): Figure[] {
  const t = useFairnessWords();
  const language = useLanguage();
  const say = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 });
  const rule: Figure[] = [
    { key: 'rule', header: t('table.rule'), of: (share) => say(share.by.rule) },
    {
      key: 'fair',
      header: t('table.fair'),
      of: ({ fair, chance, asked }) => (asked > 0 ? `${say(fair)} ± ${say(chance)}` : t('table.none')),
    },
    {
      key: 'free',
      header: t('table.free'),
      of: ({ free, asked }) => (asked > 0 ? t('table.freeOf', { free, asked }) : t('table.none')),
    },
  ];
  const ways = WAYS.filter((way) => by[way] > 0);
  return [
    ...(by.rule > 0 ? rule : []),
    ...ways.map((way) => ({
      key: way,
      header: t(`way.${way}`),
      of: (share: Share) => (share.by[way] > 0 ? say(share.by[way]) : t('table.none')),
    })),
    { key: 'all', header: t('table.all'), of: ({ meetings }) => say(meetings) },
  ];
}
