import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from '#ui/request.ts';
import type { meAnswer } from '../me.ts';

/** Who is signed in and where. */
export type Me = z.infer<typeof meAnswer>;

/** Written into the page by the server, so that no screen waits for it. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('GET', '/api/me', { signal }),
  staleTime: Infinity,
});

/** Who is signed in, their workspace, and what they may do. There from the first paint. */
export function useMe(): Me & { may: (permission: Me['permissions'][number]) => boolean; isAdmin: boolean } {
  const { data } = useSuspenseQuery(meQuery);
  return {
    ...data,
    may: (permission) => data.permissions.includes(permission),
    isAdmin: data.member.role !== 'member',
  };
}
