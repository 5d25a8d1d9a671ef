import { useMemo } from 'react';
import type { BookingView } from '#bookings/screens/booking-queries.ts';
import { useBookingWords } from '#bookings/screens/words.ts';
import { Problem } from '#ui/problem.tsx';
import { LoadingBar, Skeleton, useLate } from '#ui/skeleton.tsx';
import { Table } from '#ui/table.tsx';
import type { TicksProps } from '#ui/use-ticks.ts';
import { BookingLines, useBookingColumns } from './booking-columns.tsx';
import { NeedsHostBulk, useHandoverTicks } from './needs-host-bulk.tsx';
import { NothingFound } from './nothing-found.tsx';
import { useRowLink } from './row-link.tsx';
import { useDayGroups } from './use-day-groups.ts';
import { useListWay, type BookingsList } from './use-bookings.ts';

/** The rows: by day, loaded as one scrolls; old ones stay while others come. */
export function BookingsTable({ list }: { list: BookingsList }) {
  const t = useBookingWords();
  const { rows, items } = list;
  const ticks = useHandoverTicks(list);
  if (rows.isError && items.length === 0) {
    return (
      <div className="min-w-0 flex-1">
        <Problem title={t('list.failed')} onRetry={() => void rows.refetch()} retrying={rows.isRefetching}>
          {t('list.failedWhat')}
        </Problem>
      </div>
    );
  }
  if (rows.isPending) {
    return (
      <div className="min-w-0 flex-1 overflow-hidden">
        <Skeleton rows={14} />
      </div>
    );
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {rows.isPlaceholderData && <LateBar />}
      {items.length === 0 ? <NothingFound list={list} /> : <Rows list={list} ticks={ticks.ticks} />}
      <NeedsHostBulk list={list} ticks={ticks} />
    </div>
  );
}

function LateBar() {
  return useLate() ? <LoadingBar /> : null;
}

function Rows({ list, ticks }: { list: BookingsList; ticks: TicksProps<BookingView> | undefined }) {
  const t = useBookingWords();
  const way = useListWay();
  const { rows, items, search, filter, total } = list;
  const sort = useMemo(() => ({ key: 'time', descending: filter.sort === '-start' }), [filter.sort]);
  return (
    <Table
      label={t('list.title')}
      columns={useBookingColumns(Boolean(search.open || search.new))}
      rows={items}
      rowKey={keyOf}
      rowLink={useRowLink(list)}
      active={search.open ?? null}
      groupOf={useDayGroups()}
      isDim={isOver}
      phoneCell={phoneCell}
      sort={sort}
      onSort={({ descending }) => way.narrow(filter, { sort: descending ? '-start' : undefined })}
      total={total}
      ticks={ticks}
      onEnd={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
      loadingMore={rows.isFetchingNextPage}
    />
  );
}

const keyOf = ({ id }: BookingView) => id;

const isOver = ({ status }: BookingView) => status === 'cancelled' || status === 'expired';

function phoneCell(booking: BookingView) {
  return <BookingLines booking={booking} />;
}
