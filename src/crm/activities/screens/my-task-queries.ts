import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { TaskView } from './task-queries.ts';

interface Page {
  items: TaskView[];
  next: string | null;
}

const A_PAGE = 100;
const MINE = ['tasks', 'mine'] as const;

/** A member's tasks over all records: what is to be done by when it is due, what is done the latest first. */
export const myTasksQuery = (assigneeId: string, state: 'open' | 'done') =>
  infiniteQueryOptions({
    queryKey: [...MINE, assigneeId, state],
    queryFn: ({ pageParam, signal }) => {
      const asked = queryString({ assigneeId, state, limit: A_PAGE, cursor: pageParam });
      return request<Page>('GET', `/api/tasks${asked}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // What was due tomorrow is due today at some time.
    refetchInterval: 60_000,
  });

/** Seen at once: the server says the same a moment later. */
export function dropFromMine(queries: QueryClient, taskId: string): void {
  queries.setQueriesData<InfiniteData<Page>>({ queryKey: MINE }, (data) => {
    if (!data) return data;
    const without = (page: Page) => ({ ...page, items: page.items.filter(({ id }) => id !== taskId) });
    return { ...data, pages: data.pages.map(without) };
  });
}
