import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';

interface ListName {
  id: string;
  name: string;
}

/** Names to choose from; a workspace has a handful. */
export const holidayListsQuery = () =>
  queryOptions({
    queryKey: ['holiday-lists', 'names'],
    queryFn: async ({ signal }) =>
      (await request<{ items: ListName[] }>('GET', '/api/holiday-lists?limit=200', { signal })).items,
    staleTime: 60_000,
  });
