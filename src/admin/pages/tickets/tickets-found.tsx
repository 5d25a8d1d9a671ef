import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { TicketPriorityMark, TicketStatusMark } from '#crm/tickets/screens/ticket-marks.tsx';
import type { TicketPage, TicketView } from '#crm/tickets/screens/ticket-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import { Who } from '#people/screens/who.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { TicketsSearch } from './tickets-search.ts';

export interface TicketsFoundProps {
  found: UseInfiniteQueryResult<InfiniteData<TicketPage>>;
  search: TicketsSearch;
  onSearch: (search: TicketsSearch) => void;
  onCreate: () => void;
}

/** The rows, or why there are none. */
export function TicketsFound({ found, search, onSearch, onCreate }: TicketsFoundProps) {
  const t = useTicketWords();
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const columns = useColumns();
  if (found.isError && !found.data) {
    const again = () => void found.refetch();
    return (
      <Problem title={t('failed')} onRetry={again} retrying={found.isFetching} broken>
        {t('failedWhat')}
      </Problem>
    );
  }
  if (!found.data) return <Skeleton rows={12} />;
  if (rows.length === 0) return <Nothing search={search} onSearch={onSearch} onCreate={onCreate} />;
  const sort = search.sort ?? '-createdAt';
  return (
    <Table
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => <Link to="/tickets/$ticketId" params={{ ticketId: id }} />}
      phoneCell={(ticket) => <PhoneTicket ticket={ticket} />}
      sort={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      onSort={({ key, descending }) => onSearch({ ...search, sort: `${descending ? '-' : ''}${key}` })}
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
    />
  );
}

function useColumns(): Column<TicketView>[] {
  const t = useTicketWords();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('field.subject'),
        sorts: true,
        cell: ({ subject }) => (
          <bdi className="font-medium" title={subject}>
            {subject}
          </bdi>
        ),
      },
      {
        key: 'status',
        header: t('field.status'),
        width: '9rem',
        cell: ({ status }) => <TicketStatusMark status={status} />,
      },
      {
        key: 'priority',
        header: t('field.priority'),
        width: '7rem',
        cell: ({ priority }) => <TicketPriorityMark priority={priority} />,
      },
      ...lastColumns(t),
    ],
    [t],
  );
}

function lastColumns(t: ReturnType<typeof useTicketWords>): Column<TicketView>[] {
  return [
    {
      key: 'owner',
      header: t('field.ownerId'),
      width: '18%',
      cell: ({ ownerId }) => ownerId && <Who id={ownerId} />,
    },
    {
      key: 'activeAt',
      header: t('last'),
      width: '9rem',
      align: 'end',
      cell: ({ activeAt }) => <Day at={activeAt} />,
    },
  ];
}

function PhoneTicket({ ticket: { subject, status, priority } }: { ticket: TicketView }) {
  return (
    <span className="block min-w-0">
      <bdi className="block truncate font-medium" title={subject}>
        {subject}
      </bdi>
      <span className="flex items-center gap-2 text-muted">
        <TicketStatusMark status={status} />
        <TicketPriorityMark priority={priority} />
      </span>
    </span>
  );
}

function Day({ at }: { at: string }) {
  const dates = useDates();
  return <time dateTime={at}>{dates.briefDay(dates.dateOf(at))}</time>;
}

function Nothing({ search, onSearch, onCreate }: Omit<TicketsFoundProps, 'found'>) {
  const t = useTicketWords();
  if (search.q ?? search.mine ?? search.status) {
    return (
      <Empty title={t('filtered')} action={<Button onClick={() => onSearch({})}>{t('clear')}</Button>} />
    );
  }
  return (
    <Empty
      title={t('empty')}
      action={
        <Button kind="primary" shortcut="C" onClick={onCreate}>
          {t('new')}
        </Button>
      }
    >
      {t('emptyWhat')}
    </Empty>
  );
}
