import { Person } from '#ui/avatar.tsx';
import { SmallTable } from '#ui/small-table.tsx';
import type { Column } from '#ui/table.tsx';
import type { FairnessReport, Share } from './fairness-queries.ts';
import { markOf } from './share-chart.tsx';
import { useFigures } from './use-figures.ts';
import { useFairnessWords } from './words.ts';

/** Everything in figures: also what no rule gave, each way in a column of its own. */
export function ShareTable({ report }: { report: FairnessReport }) {
  const t = useFairnessWords();
  const figures = useFigures(report);
  const columns: Column<Share>[] = [
    {
      key: 'host',
      header: t('table.host'),
      cell: ({ memberId, name }) => <Person id={memberId} name={name} />,
    },
    ...figures.map(({ key, header, of }) => ({ key, header, align: 'end' as const, cell: of })),
    {
      key: 'mark',
      header: t('table.mark'),
      cell: (share) => (share.asked > 0 ? markOf(t, share) : t('table.none')),
    },
  ];
  return (
    <SmallTable
      label={t('table.title')}
      columns={columns}
      rows={report.hosts}
      rowKey={({ memberId }) => memberId}
      isDim={({ active }) => !active}
    />
  );
}
