import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { membersQuery } from '#people/screens/member-queries.ts';
import { useConditionChips } from '#ui/condition-chips.tsx';
import { completeOnes, type Condition, type FilterField } from '#ui/conditions.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import { FilterPopover } from '#ui/filter-popover.tsx';
import type { ListedRecord, ListKind } from './list-kind.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';
import { useTypedWords } from './use-typed-words.ts';

const NONE: readonly Condition[] = [];

/** What the list is narrowed to, and its columns. */
export function ListFilters<Row extends ListedRecord>(props: {
  list: RecordListNow<Row>;
  aside?: ReactNode;
}) {
  const { state, narrow, kind } = props.list;
  const fields = useFields(kind);
  const filter = state.filter ?? NONE;
  const [rows, setRows] = useRowsBeingWritten(filter, fields, (next) =>
    narrow({ filter: next.length > 0 ? next : undefined }),
  );
  const [text, setText] = useTypedWords(state.q ?? '', (q) => narrow({ q: q || undefined }));
  return (
    <FilterBar
      text={text}
      onText={setText}
      filters={useConditionChips(filter, fields)}
      onRemove={(key) => setRows(filter.toSpliced(Number(key), 1))}
      onClear={() => setRows([])}
      add={<FilterPopover fields={fields} conditions={rows} onChange={setRows} />}
      aside={props.aside}
    />
  );
}

function useFields<Row extends ListedRecord>({ fields: own, nameLabel }: ListKind<Row>): FilterField[] {
  const t = useListWords();
  const { data } = useQuery(membersQuery());
  return useMemo(() => {
    const members = (data ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return [
      { id: 'name', label: nameLabel ?? t('column.name'), kind: 'text' },
      ...own,
      { id: 'ownerId', label: t('column.ownerId'), kind: 'member', choices: members },
      { id: 'createdAt', label: t('column.createdAt'), kind: 'date' },
      { id: 'activeAt', label: t('column.activeAt'), kind: 'date' },
    ];
  }, [own, nameLabel, data, t]);
}

/** The list is asked by the rows that are complete; those still being written wait here. */
function useRowsBeingWritten(
  filter: readonly Condition[],
  fields: readonly FilterField[],
  onFilter: (filter: Condition[]) => void,
): [readonly Condition[], (rows: readonly Condition[]) => void] {
  const [written, setWritten] = useState<{ rows: readonly Condition[]; before: string } | null>(null);
  const now = JSON.stringify(filter);
  const isNow = (rows: readonly Condition[]) => JSON.stringify(completeOnes(rows, fields)) === now;
  // Until the address says what was written, it still says what was there before.
  const holds = written !== null && (written.before === now || isNow(written.rows));
  const write = (rows: readonly Condition[]) => {
    setWritten({ rows, before: now });
    if (!isNow(rows)) onFilter(completeOnes(rows, fields));
  };
  return [holds ? written.rows : filter, write];
}
