import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { viewsQuery, type SavedView } from '#people/screens/view-queries.ts';
import type { ListedRecord, ListKind } from './list-kind.ts';
import { downloadPath, recordListQuery } from './list-query.ts';
import { addressOf, stateOf, viewOf, type ListSearch, type ListState } from './list-search.ts';
import { useKeptColumns } from './kept-columns.ts';
import { useListTabs } from './use-list-tabs.ts';

export interface ListPlace {
  search: ListSearch;
  onSearch: (search: ListSearch) => void;
  /** Something else is shown in the place of the rows. */
  isElse?: boolean;
}

const NO_VIEWS: readonly SavedView[] = [];

/** The list its address asks for, and every way to another address. */
export function useRecordList<Row extends ListedRecord>(
  kind: ListKind<Row>,
  { search, onSearch, isElse = false }: ListPlace,
) {
  const { member } = useMe();
  const place = usePlace(kind, search);
  const { asked, saved } = place;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set());
  const found = useInfiniteQuery({
    ...recordListQuery<Row>(kind.list, isElse ? null : asked, member.timeZone),
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const ways = waysFrom(place, onSearch);
  const columns = useKeptColumns(kind.list, place.state, {
    isKept: saved?.some(({ id }) => id === place.view) ?? false,
    onChange: (text) => ways.turn({ columns: text }),
  });
  const narrow = (changes: Partial<ListState>) => {
    setTicked(new Set());
    ways.turn(changes);
  };
  return {
    ...place,
    ...ways,
    kind,
    search,
    found,
    rows,
    ticked,
    setTicked,
    narrow,
    columns,
    view: place.view ?? '',
    state: place.state ?? {},
    saved: saved ?? NO_VIEWS,
    timeZone: member.timeZone,
    download: downloadPath(kind.list, asked, member.timeZone),
  };
}

export type RecordListNow<Row extends ListedRecord> = ReturnType<typeof useRecordList<Row>>;

/** Which view, narrowed to what: as its reader sees it (`state`), and as the server is asked (`asked`). */
function usePlace<Row extends ListedRecord>(kind: ListKind<Row>, search: ListSearch) {
  const tabs = useListTabs(kind);
  const first = tabs[0]!.key;
  const views = useQuery(viewsQuery(kind.list));
  const saved = views.isError ? NO_VIEWS : views.data;
  const view = viewOf(search, { saved, first });
  const tab = tabs.find(({ key }) => key === view);
  const isTab = tab !== undefined;
  const state = useMemo(() => stateOf(search, { saved, view, isTab }), [search, saved, view, isTab]);
  const asked = useMemo((): ListState | null => {
    const filter = [...(tab?.filter ?? []), ...(state?.filter ?? [])];
    return state && { ...state, filter: filter.length > 0 ? filter : undefined };
  }, [state, tab]);
  return { tabs, tab, first, saved, view, state, asked };
}

/** Other addresses of the same list. */
function waysFrom({ view, state, saved, first }: ReturnType<typeof usePlace>, go: ListPlace['onSearch']) {
  const address = (other: string | undefined, next: ListState = {}) =>
    addressOf(other, next, { saved: saved ?? NO_VIEWS, first });
  return {
    address,
    turn: (changes: Partial<ListState>) => go(address(view, { ...state, ...changes })),
    /** Another view; without one what the list opens with. */
    show: (next: string | undefined) => go(next === undefined ? {} : address(next)),
  };
}
