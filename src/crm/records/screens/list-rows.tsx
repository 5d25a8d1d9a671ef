import { useMemo } from 'react';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, type Column } from '#ui/table.tsx';
import type { ListedRecord } from './list-kind.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

interface ListRowsProps<Row extends ListedRecord> {
  list: RecordListNow<Row>;
  columns: readonly Column<Row>[];
  onCreate: () => void;
}

const keyOf = ({ id }: ListedRecord) => id;
const nameOf = ({ name }: ListedRecord) => name;

/** The rows, or why there are none. */
export function ListRows<Row extends ListedRecord>({ list, columns, onCreate }: ListRowsProps<Row>) {
  const t = useListWords();
  const { found, rows, kind, state, ticked, setTicked, narrow } = list;
  const ticks = useMemo(() => ({ ticked, onTick: setTicked, name: nameOf }), [ticked, setTicked]);
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
  const sort = state.sort ?? '-createdAt';
  return (
    <Table
      label={kind.title}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      rowLink={kind.rowLink}
      phoneCell={kind.phoneCell}
      sort={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      onSort={({ key, descending }) => narrow({ sort: `${descending ? '-' : ''}${key}` })}
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
      ticks={ticks}
    />
  );
}

function Nothing<Row extends ListedRecord>({ list, onCreate }: Omit<ListRowsProps<Row>, 'columns'>) {
  const t = useListWords();
  const { state, kind, show } = list;
  if (state.q || state.filter) {
    return (
      <Empty
        title={t('empty.filtered')}
        action={<Button onClick={() => show(undefined)}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <Empty
      title={kind.empty.title}
      action={
        <Button kind="primary" shortcut="C" onClick={onCreate}>
          {kind.create}
        </Button>
      }
    >
      {kind.empty.what}
    </Empty>
  );
}
