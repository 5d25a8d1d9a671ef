import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { DateField } from '#ui/date-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import type { FairnessReport } from './fairness-queries.ts';
import { PERIODS, type Period } from './fairness-search.ts';
import { OfWhat } from './of-what.tsx';
import { useFairnessWords } from './words.ts';

const here = getRouteApi('/fairness');

interface FairnessFilterProps {
  days: { from: string; to: string };
  of: FairnessReport['of'];
}

/** Which days, and of which link or rotation; the address says the same. */
export function FairnessFilter({ days, of }: FairnessFilterProps) {
  const t = useFairnessWords();
  const go = here.useNavigate();
  const { period = 'month', from } = here.useSearch();
  const [choosesDates, chooseDates] = useState(from !== undefined);
  const shown = choosesDates || from !== undefined ? 'dates' : period;
  const choose = (value: Period | 'dates') => {
    chooseDates(value === 'dates');
    const named = value === 'month' || value === 'dates' ? {} : { period: value };
    const kept = value === 'dates' ? days : named;
    void go({ search: ({ linkId, rotationId }) => ({ ...kept, linkId, rotationId }), replace: true });
  };
  const items = [...PERIODS, 'dates' as const].map((value) => ({ value, label: t(`period.${value}`) }));
  return (
    <section
      aria-label={t('filter')}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-6 py-2 max-tablet:px-4"
    >
      <Segmented label={t('period.label')} items={items} value={shown} onChange={choose} />
      {shown === 'dates' && <TwoDates {...days} />}
      <OfWhat of={of} />
    </section>
  );
}

/** The other date follows when one would come on its wrong side. */
function TwoDates({ from, to }: { from: string; to: string }) {
  const t = useFairnessWords();
  const go = here.useNavigate();
  const show = (days: { from: string; to: string }) =>
    void go({ search: ({ linkId, rotationId }) => ({ ...days, linkId, rotationId }), replace: true });
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="w-34">
        <DateField
          size="s"
          aria-label={t('period.from')}
          value={from}
          onChange={(date) => date && show({ from: date, to: date > to ? date : to })}
        />
      </span>
      <span aria-hidden className="text-faint">
        –
      </span>
      <span className="w-34">
        <DateField
          size="s"
          aria-label={t('period.to')}
          value={to}
          onChange={(date) => date && show({ from: date < from ? date : from, to: date })}
        />
      </span>
    </span>
  );
}
