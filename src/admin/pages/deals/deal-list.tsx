import { Link } from '@tanstack/react-router';
import { useMemo, type ReactElement } from 'react';
import type { DealView } from '#crm/deals/screens/deal-queries.ts';
import { LostReasonDialog } from '#crm/deals/screens/lost-reason-dialog.tsx';
import { useMoney } from '#crm/deals/screens/use-money.ts';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import type { BulkAnswer, ListKind, RecordColumn } from '#crm/records/screens/list-kind.ts';
import type { FilterField } from '#ui/conditions.ts';
import { useDates } from '#ui/dates.tsx';

/** What the list of deals shows and takes; the board is narrowed by the same. */
export function useDealList(): ListKind<DealView> {
  const t = useDealWords();
  const { choices, isLost } = useStages();
  const columns = useColumns();
  return useMemo(() => {
    const stage = { label: t('field.stage'), choices };
    const ask = (value: string, answer: BulkAnswer) =>
      isLost(value) ? <WhyLost title={t('lost.many', { count: answer.count })} answer={answer} /> : null;
    return {
      list: 'deals',
      title: t('title'),
      nameLabel: t('field.title'),
      nameOf: ({ title }) => title,
      columns,
      fields: [{ id: 'stage', kind: 'choice', ...stage }, ...fieldsOf(t)],
      isDim: ({ closedAt }) => closedAt !== null,
      changes: [{ field: 'stage', ...stage, ask }],
      phoneCell: (deal) => <PhoneDeal deal={deal} />,
      rowLink: ({ id }) => <Link to="/deals/$dealId" params={{ dealId: id }} />,
      create: t('new'),
      empty: { title: t('empty.title'), what: t('empty.what') },
    };
  }, [t, choices, isLost, columns]);
}

type Words = ReturnType<typeof useDealWords>;

function useStages() {
  const { choices } = usePicklist('dealStage');
  return useMemo(() => {
    const lost = choices.find(({ outcome }) => outcome === 'lost')?.key;
    return {
      choices: choices.map(({ key, name }) => ({ value: key, label: name })),
      isLost: (stage: string) => stage === lost,
    };
  }, [choices]);
}

/** One reason for all of them (P5). */
function WhyLost({ title, answer }: { title: string; answer: BulkAnswer }): ReactElement {
  const { onClose, onGiven } = answer;
  return (
    <LostReasonDialog title={title} onClose={onClose} onLost={(lostReason) => onGiven({ lostReason })} />
  );
}

function fieldsOf(t: Words): FilterField[] {
  return [
    { id: 'amount', label: t('field.amount'), kind: 'money' },
    { id: 'expectedClose', label: t('field.expectedClose'), kind: 'date' },
    { id: 'closedAt', label: t('field.closedAt'), kind: 'date' },
  ];
}

const FIGURE = { align: 'end', sorts: true, width: '9rem' } as const;

function useColumns(): RecordColumn<DealView>[] {
  const t = useDealWords();
  const money = useMoney();
  const { named } = usePicklist('dealStage');
  return useMemo(
    () => [
      { key: 'company', header: t('field.companyId'), cell: (deal) => <bdi>{companyOf(deal)}</bdi> },
      {
        key: 'stage',
        header: t('field.stage'),
        width: '9rem',
        sorts: true,
        cell: ({ stage }) => <bdi>{named(stage)}</bdi>,
      },
      {
        ...FIGURE,
        key: 'amount',
        header: t('field.amount'),
        cell: (deal) => money(deal.amount, deal.currency),
      },
      ...dateColumns(t),
    ],
    [t, money, named],
  );
}

function dateColumns(t: Words): RecordColumn<DealView>[] {
  return [
    {
      ...FIGURE,
      key: 'expectedClose',
      header: t('field.expectedClose'),
      cell: ({ expectedClose }) => <Day date={expectedClose} />,
    },
    {
      ...FIGURE,
      key: 'closedAt',
      hidden: true,
      header: t('field.closedAt'),
      cell: ({ closedAt }) => <Day at={closedAt} />,
    },
  ];
}

function companyOf({ linked }: DealView): string | undefined {
  return linked.find(({ kind }) => kind === 'company')?.name;
}

function Day({ at = null, date = null }: { at?: string | null; date?: string | null }) {
  const dates = useDates();
  const day = at ? dates.dateOf(at) : date;
  return day && <time dateTime={day}>{dates.briefDay(day)}</time>;
}

function PhoneDeal({ deal }: { deal: DealView }) {
  const money = useMoney();
  const { named } = usePicklist('dealStage');
  const facts = [named(deal.stage), companyOf(deal), money(deal.amount, deal.currency)];
  return (
    <span className="block min-w-0">
      <bdi className="block truncate font-medium" title={deal.title}>
        {deal.title}
      </bdi>
      <bdi className="block truncate text-muted">{facts.filter(Boolean).join(' · ')}</bdi>
    </span>
  );
}
