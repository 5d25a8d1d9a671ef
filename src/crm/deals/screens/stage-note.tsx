import { useLanguage } from '#ui/words.tsx';
import type { DealStage } from './deal-queries.ts';
import { useMoney } from './use-money.ts';
import { useDealWords } from './words.ts';

type Sums = DealStage['sums'];

/** '€1,234 + PLN 500' */
export function useSums(): (sums: Sums, of: 'amount' | 'weighted') => string {
  const money = useMoney();
  return (sums, of) => sums.map((sum) => money(sum[of], sum.currency)).join(' + ');
}

/** Under a stage's name: what its deals come to, and what of it is likely. */
export function StageNote({ stage }: { stage: DealStage }) {
  const t = useDealWords();
  const say = useSums();
  if (stage.sums.length === 0) return null;
  const isOpen = stage.outcome === null;
  return (
    <div className="tabular flex min-w-0 items-baseline gap-2">
      <span className="min-w-0 truncate text-16 font-semibold" title={say(stage.sums, 'amount')}>
        {say(stage.sums, 'amount')}
      </span>
      {isOpen && (
        <span
          className="ms-auto min-w-0 truncate text-12 text-muted"
          title={`${t('weighted')}: ${say(stage.sums, 'weighted')}`}
        >
          {say(stage.sums, 'weighted')}
        </span>
      )}
    </div>
  );
}

export function usePercent(): (value: number | null) => string {
  const language = useLanguage();
  return (value) =>
    value === null ? '' : new Intl.NumberFormat(language, { style: 'percent' }).format(value / 100);
}
