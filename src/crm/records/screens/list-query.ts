import { infiniteQueryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { ListName } from './list-kind.ts';
import type { ListState } from './list-search.ts';

const A_PAGE = 100;

interface Page<Row> {
  items: Row[];
  next: string | null;
}

export const recordListQuery = <Row>(list: ListName, state: ListState | null, timeZone: string) => {
  const asked = state && askedWith(state, timeZone);
  return infiniteQueryOptions({
    queryKey: [list, 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      request<Page<Row>>(
        'GET',
        `/api/${list}${queryString({ ...asked, limit: A_PAGE, cursor: pageParam })}`,
        {
          signal,
        },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: state !== null,
  });
};

/** The whole list as it is narrowed and ordered, as a file for spreadsheets. */
export function downloadPath(list: ListName, state: ListState | null, timeZone: string): string {
  return `/api/${list}.csv${queryString(state ? askedWith(state, timeZone) : {})}`;
}

export function askedWith({ q, sort, filter }: ListState, timeZone: string) {
  return { q, sort, ...(filter?.length && { filter: JSON.stringify(filter), timeZone }) };
}
