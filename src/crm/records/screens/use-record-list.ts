import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { viewsQuery, type SavedView } from '#people/screens/view-queries.ts';
import type { ListedRecord, ListKind } from './list-kind.ts';
import { downloadPath, recordListQuery } from './list-query.ts';
import { isChanged, stateOf, type ListSearch, type ListState } from './list-search.ts';
import { useKeptColumns } from './kept-columns.ts';

export interface ListPlace {
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
}

const NO_VIEWS: readonly SavedView[] = [];

/** The list its address asks for, and every way to another address. */
export function useRecordList<Row extends ListedRecord>(
  kind: ListKind<Row>,
  { search, onSearch }: ListPlace,
) {
  const { member } = useMe();
  const views = useQuery(viewsQuery(kind.list));
  const saved = views.isError ? NO_VIEWS : views.data;
  const state = useMemo(() => stateOf(search, { saved, me: member.id }), [search, saved, member.id]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set());
  const found = useInfiniteQuery({
    ...recordListQuery<Row>(kind.list, state, member.timeZone),
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const narrow = (changes: Partial<ListState>) => {
    setTicked(new Set());
    const next = { ...state, ...changes };
    onSearch({ ...next, ...(isChanged(next) && search.view && { view: search.view }) });
  };
  const columns = useKeptColumns(kind.list, state, {
    isKept: saved?.some(({ id }) => id === search.view) ?? false,
    onChange: (text) => onSearch({ ...state, view: search.view, columns: text }),
  });
  const show = (view: string | undefined) => onSearch(view === undefined ? {} : { view });
  const download = downloadPath(kind.list, state, member.timeZone);
  return {
    kind,
    search,
    state: state ?? {},
    saved: saved ?? NO_VIEWS,
    found,
    rows,
    download,
    ticked,
    setTicked,
    narrow,
    columns,
    show,
  };
}

export type RecordListNow<Row extends ListedRecord> = ReturnType<typeof useRecordList<Row>>;
