import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { noticeAnswer } from '#notices/notice-fields.ts';
import { request } from '#ui/request.ts';

export type NoticeView = z.infer<typeof noticeAnswer>;

interface Notices {
  items: NoticeView[];
  unread: number;
}

const A_MINUTE = 60_000;
const MOST_SHOWN = 20;

/** What one has been told, the latest first. */
export const noticesQuery = queryOptions({
  queryKey: ['notices', 'list'],
  queryFn: ({ signal }) => request<Notices>('GET', `/api/notices?limit=${MOST_SHOWN}`, { signal }),
});

/** How many are unread: the page itself says it first, later it is asked once a minute. */
export const unreadQuery = (known: number) =>
  queryOptions({
    queryKey: ['notices', 'unread'],
    queryFn: async ({ signal }) => (await request<Notices>('GET', '/api/notices?limit=1', { signal })).unread,
    initialData: known,
    staleTime: A_MINUTE,
    refetchInterval: A_MINUTE,
  });

/** Marks one notice, or all, as read; the count follows. */
export function useReading(): (noticeId?: string) => Promise<void> {
  const queries = useQueryClient();
  return async (noticeId) => {
    await request('POST', noticeId ? `/api/notices/${noticeId}/reading` : '/api/notices/reading');
    await queries.invalidateQueries({ queryKey: ['notices'] });
  };
}
