import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from './boot.ts';
import { meQuery } from './queries.ts';

/** Who is signed in, their workspace, and what they may do. There from the first paint. */
export function useMe(): Me & { may: (permission: Me['permissions'][number]) => boolean; isAdmin: boolean } {
  const { data } = useSuspenseQuery(meQuery);
  return {
    ...data,
    may: (permission) => data.permissions.includes(permission),
    isAdmin: data.member.role !== 'member',
  };
}
