import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { dealsQuery, type DealView } from '#crm/deals/screens/deal-queries.ts';
import { useMoney } from '#crm/deals/screens/use-money.ts';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import { Who } from '#people/screens/who.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { useMe } from '../../use-me.ts';
import { NoDeals } from './board-view.tsx';

const here = getRouteApi('/deals');

export function DealsList({ onNew }: { onNew: () => void }) {
  const t = useDealWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  const { member } = useMe();
  const { q, stage, mine, sort = '-createdAt' } = search;
  const filter = { q, stage, sort, ...(mine && { ownerId: member.id }) };
  const found = useInfiniteQuery({ ...dealsQuery(filter), placeholderData: (before) => before });
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const columns = useColumns();
  if (found.isError && !found.data) {
    return (
      <Problem
        title={t('failed.list')}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
        broken
      />
    );
  }
  if (!found.data) return <Skeleton rows={12} />;
  if (rows.length === 0) return q || stage || mine ? <NothingFits /> : <NoDeals onNew={onNew} />;
  return (
    <Table
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => <Link to="/deals/$dealId" params={{ dealId: id }} />}
      phoneCell={(deal) => <PhoneDeal deal={deal} />}
      isDim={({ closedAt }) => closedAt !== null}
      sort={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      onSort={({ key, descending }) =>
        void go({ search: { ...search, sort: `${descending ? '-' : ''}${key}` }, replace: true })
      }
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
    />
  );
}

function NothingFits() {
  const t = useDealWords();
  const go = here.useNavigate();
  return (
    <Empty
      title={t('empty.filtered')}
      action={<Button onClick={() => void go({ search: { view: 'list' } })}>{t('empty.clear')}</Button>}
    />
  );
}

function useColumns(): Column<DealView>[] {
  const t = useDealWords();
  const money = useMoney();
  const { named } = usePicklist('dealStage');
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('field.title'),
        width: '26%',
        sorts: true,
        cell: (deal) => <Name deal={deal} />,
      },
      { key: 'company', header: t('field.companyId'), cell: (deal) => <bdi>{companyOf(deal)}</bdi> },
      {
        key: 'stage',
        header: t('field.stage'),
        width: '9rem',
        cell: ({ stage }) => <bdi>{named(stage)}</bdi>,
      },
      {
        ...FIGURE,
        key: 'amount',
        header: t('field.amount'),
        cell: (deal) => money(deal.amount, deal.currency),
      },
      {
        ...FIGURE,
        key: 'expectedClose',
        header: t('field.expectedClose'),
        cell: (deal) => <Close deal={deal} />,
      },
      ownerColumn(t('field.ownerId')),
    ],
    [t, money, named],
  );
}

function ownerColumn(header: string): Column<DealView> {
  return { key: 'owner', header, width: '11rem', cell: ({ ownerId }) => ownerId && <Who id={ownerId} /> };
}

const FIGURE = { align: 'end', sorts: true, width: '9rem' } as const;

function companyOf({ linked }: DealView): string | undefined {
  return linked.find(({ kind }) => kind === 'company')?.name;
}

function Close({ deal: { expectedClose } }: { deal: DealView }) {
  const dates = useDates();
  return expectedClose && <time dateTime={expectedClose}>{dates.briefDay(expectedClose)}</time>;
}

function Name({ deal }: { deal: DealView }) {
  return (
    <bdi className="block truncate font-medium" title={deal.title}>
      {deal.title}
    </bdi>
  );
}

function PhoneDeal({ deal }: { deal: DealView }) {
  const money = useMoney();
  const { named } = usePicklist('dealStage');
  const facts = [named(deal.stage), companyOf(deal), money(deal.amount, deal.currency)];
  return (
    <span className="block min-w-0">
      <Name deal={deal} />
      <bdi className="block truncate text-muted">{facts.filter(Boolean).join(' · ')}</bdi>
    </span>
  );
}
