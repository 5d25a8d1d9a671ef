import { useMemo } from 'react';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { ListedRecord } from './list-kind.ts';
import { NEWEST_FIRST, sortOf, sortText } from './list-sort.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

interface ListRowsProps<Row extends ListedRecord> {
  list: RecordListNow<Row>;
  columns: readonly Column<Row>[];
  onCreate: () => void;
}

const keyOf = ({ id }: ListedRecord) => id;

/** The rows, or why there are none. */
export function ListRows<Row extends ListedRecord>({ list, columns, onCreate }: ListRowsProps<Row>) {
  const t = useListWords();
  const { found, rows, kind, state, ticked, setTicked, narrow } = list;
  const ticks = useMemo(
    () => ({ ticked, onTick: setTicked, name: kind.nameOf }),
    [ticked, setTicked, kind.nameOf],
  );
  if (found.isError && !found.data) {
    return (
      <Problem
        title={t('failed.list')}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
        broken
      >
        {t('failed.what')}
      </Problem>
    );
  }
  if (!found.data) return <Skeleton rows={12} />;
  if (rows.length === 0) return <Nothing list={list} onCreate={onCreate} />;
  return (
    <Table
      label={kind.title}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      rowLink={kind.rowLink}
      phoneCell={kind.phoneCell}
      isDim={kind.isDim}
      sort={sortOf(state.sort ?? NEWEST_FIRST)}
      onSort={(sort) => narrow({ sort: sortText(sort) })}
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
      ticks={ticks}
    />
  );
}

function Nothing<Row extends ListedRecord>({ list, onCreate }: Omit<ListRowsProps<Row>, 'columns'>) {
  const t = useListWords();
  const { state, kind, tab, first, view, show } = list;
  const isKept = tab === undefined;
  if (state.q || state.filter) {
    return (
      <Empty
        title={t('empty.filtered')}
        action={<Button onClick={() => show(isKept ? first : view)}>{t('empty.clear')}</Button>}
      />
    );
  }
  const isAll = view === first;
  return (
    <Empty
      title={isAll ? kind.empty.title : t('empty.view')}
      action={
        <Button kind="primary" shortcut="C" onClick={onCreate}>
          {kind.create}
        </Button>
      }
    >
      {isAll && kind.empty.what}
    </Empty>
  );
}
