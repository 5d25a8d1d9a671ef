import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { bookingCountsQuery, bookingsQuery } from '#bookings/screens/booking-queries.ts';
import { viewsQuery, type SavedView } from '#people/screens/view-queries.ts';
import { useReader, useToday } from '#ui/dates.tsx';
import { listFilter, namesFilter, type ListFilter } from './bookings-search.ts';
import { askedFrom, filterOf, sameFilter, VIEW_NAMES, VIEWS, viewOf } from './list-views.ts';

const here = getRouteApi('/bookings');
const NO_VIEWS: readonly SavedView[] = [];

/** The list as its address says: three requests, for the rows, the kept views, and all counts. */
export function useBookings() {
  const search = here.useSearch();
  const views = useQuery(viewsQuery('bookings'));
  const saved = views.isError ? NO_VIEWS : views.data;
  const filter = useMemo(() => filterOf(search, saved), [search, saved]);
  const asked = useAsked(filter ?? {});
  const rows = useInfiniteQuery({
    ...bookingsQuery(asked, filter?.sort),
    enabled: filter !== null,
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data]);
  const counts = useCounts(saved);
  const total = useTotal(filter ?? {}, counts);
  const view = viewOf(search, saved) ?? 'upcoming';
  return { search, view, saved: saved ?? NO_VIEWS, filter: filter ?? {}, rows, items, counts, total };
}

export type BookingsList = ReturnType<typeof useBookings>;

function useAsked(filter: ListFilter) {
  const { timeZone } = useReader();
  const today = useToday();
  return useMemo(() => askedFrom(filter, today, timeZone), [filter, today, timeZone]);
}

/** The server counts twenty filters at once. */
const MOST_COUNTED = 20;

interface Counted {
  id: string;
  filter: ListFilter;
}

/** How many each tab holds, by the name or id of its view. */
function useCounts(saved: readonly SavedView[] | undefined) {
  const { timeZone } = useReader();
  const today = useToday();
  const counted: Counted[] = [
    ...VIEW_NAMES.map((id) => ({ id, filter: VIEWS[id] as ListFilter })),
    ...(saved ?? []).map(({ id, filter }) => ({ id, filter: listFilter(filter) })),
  ].slice(0, MOST_COUNTED);
  const asked = counted.map(({ filter }) => askedFrom(filter, today, timeZone));
  const { data } = useQuery({
    ...bookingCountsQuery(asked),
    enabled: saved !== undefined,
    placeholderData: keepPreviousData,
  });
  return counted.map((one, at) => ({ ...one, count: data?.[at] }));
}

/** How many there are with this filter: known from its tab, or counted by itself. */
function useTotal(filter: ListFilter, counts: (Counted & { count?: number })[]): number | undefined {
  const asked = useAsked(filter);
  const ordered = ({ sort: _, ...rest }: ListFilter) => rest;
  const known = counts.find((one) => sameFilter(ordered(one.filter), ordered(filter)));
  const { data } = useQuery({ ...bookingCountsQuery([asked]), enabled: known === undefined });
  return known ? known.count : data?.[0];
}

/** Goes to the same list with other filters, or to another view of it. */
export function useListWay() {
  const go = here.useNavigate();
  return useMemo(() => waysFrom(go), [go]);
}

type Go = ReturnType<typeof here.useNavigate>;

function waysFrom(go: Go) {
  return {
    /** Undefined takes a filter away; what the view said of the others stays. */
    narrow: (filter: ListFilter, changes: FilterChanges, quietly = false) =>
      void go({
        search: ({ view, open }) => {
          const next = listFilter({ ...filter, ...changes });
          return { view, open, ...next, ...(!namesFilter(next) && { all: true as const }) };
        },
        replace: quietly,
      }),
    clear: () => void go({ search: ({ open }) => ({ view: 'all', open }) }),
    view: (view: string | undefined) => void go({ search: { view } }),
    open: (bookingId: string | undefined, replace = false) =>
      void go({ search: ({ open: _, new: __, ...rest }) => ({ ...rest, open: bookingId }), replace }),
    startNew: () => void go({ search: ({ open: _, ...rest }) => ({ ...rest, new: true }) }),
  };
}

type FilterChanges = Partial<Record<keyof ListFilter, string | undefined>>;
