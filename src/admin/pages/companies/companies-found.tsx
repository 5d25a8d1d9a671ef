import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CompanyPage, CompanyView } from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Who } from '#people/screens/who.tsx';
import { Avatar } from '#ui/avatar.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { CompaniesSearch } from './companies-search.ts';

export interface CompaniesFoundProps {
  found: UseInfiniteQueryResult<InfiniteData<CompanyPage>>;
  search: CompaniesSearch;
  /** What the list is called, read aloud. */
  label: string;
  onSearch: (search: CompaniesSearch) => void;
  onCreate: () => void;
}

/** The rows, or why there are none. */
export function CompaniesFound({ found, search, label, onSearch, onCreate }: CompaniesFoundProps) {
  const t = useCompanyWords();
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const columns = useColumns();
  if (found.isError && !found.data) {
    const again = () => void found.refetch();
    return (
      <Problem title={t('list.failed')} onRetry={again} retrying={found.isFetching} broken>
        {t('list.failedWhat')}
      </Problem>
    );
  }
  if (!found.data) return <Skeleton rows={12} />;
  if (rows.length === 0) return <Nothing {...{ found, search, label, onSearch, onCreate }} />;
  const sort = search.sort ?? '-createdAt';
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => <Link to="/companies/$companyId" params={{ companyId: id }} />}
      phoneCell={(company) => <PhoneCompany company={company} />}
      sort={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      onSort={({ key, descending }) => onSearch({ ...search, sort: `${descending ? '-' : ''}${key}` })}
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
    />
  );
}

function useColumns(): Column<CompanyView>[] {
  const t = useCompanyWords();
  return useMemo(() => {
    const text = (key: 'industry' | 'territory' | 'employees', width: string): Column<CompanyView> => ({
      key,
      header: t(`field.${key}`),
      width,
      cell: (company) => <bdi title={company[key] ?? undefined}>{company[key]}</bdi>,
    });
    return [
      {
        key: 'name',
        header: t('field.name'),
        sorts: true,
        cell: (company) => <CompanyName company={company} />,
      },
      {
        key: 'owner',
        header: t('field.ownerId'),
        width: '18%',
        cell: ({ ownerId }) => ownerId && <Who id={ownerId} />,
      },
      text('industry', '16%'),
      text('territory', '14%'),
      text('employees', '8rem'),
      {
        key: 'activeAt',
        header: t('list.last'),
        width: '9rem',
        align: 'end',
        cell: ({ activeAt }) => <Day at={activeAt} />,
      },
    ];
  }, [t]);
}

function CompanyName({ company: { id, name } }: { company: CompanyView }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <Avatar id={id} name={name} of="company" />
      <bdi className="truncate font-medium" title={name}>
        {name}
      </bdi>
    </span>
  );
}

function PhoneCompany({ company }: { company: CompanyView }) {
  const { industry, territory } = company;
  return (
    <span className="block min-w-0">
      <CompanyName company={company} />
      <bdi className="block truncate ps-7 text-muted">
        {[industry, territory].filter(Boolean).join(' · ')}
      </bdi>
    </span>
  );
}

function Day({ at }: { at: string }) {
  const dates = useDates();
  return <time dateTime={at}>{dates.briefDay(dates.dateOf(at))}</time>;
}

function Nothing({ search, onSearch, onCreate }: CompaniesFoundProps) {
  const t = useCompanyWords();
  const isFiltered = Boolean(search.q ?? search.mine ?? search.stage);
  if (isFiltered) {
    return (
      <Empty
        title={t('list.filtered')}
        action={<Button onClick={() => onSearch({})}>{t('list.clear')}</Button>}
      />
    );
  }
  return (
    <Empty
      title={t('list.empty')}
      action={
        <Button kind="primary" shortcut="C" onClick={onCreate}>
          {t('list.new')}
        </Button>
      }
    >
      {t('list.emptyWhat')}
    </Empty>
  );
}
