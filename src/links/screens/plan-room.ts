import { useQuery } from '@tanstack/react-query';
import { generalLinkLimit, hasScheduler } from '#people/plan.ts';
import { useMe } from '#people/screens/use-me.ts';
import { planUsageQuery } from './plan-query.ts';

export interface PlanRoom {
  /** 'full': no further general link; 'closed': no link at all; null while it is not known yet. */
  state: 'open' | 'full' | 'closed' | null;
  limit: number;
  used: number;
}

/** L8: whether the plan has room for another link of one's own, told before anything is typed. */
export function usePlanRoom(): PlanRoom {
  const { plan } = useMe().workspace;
  const limit = generalLinkLimit(plan);
  const isClosed = !hasScheduler(plan);
  const { data, isError } = useQuery({
    ...planUsageQuery('me'),
    enabled: limit !== null && !isClosed,
    // Known anew whenever somebody begins, and as it was then until they have ended: what is typed stays.
    gcTime: 0,
    staleTime: Infinity,
  });
  const used = data?.items[0]?.generalLinks ?? 0;
  const room = { limit: limit ?? 0, used };
  if (isClosed) return { ...room, state: 'closed' };
  // Where it cannot be asked the server says so once it is tried.
  if (limit === null || isError) return { ...room, state: 'open' };
  return { ...room, state: data ? (used < limit ? 'open' : 'full') : null };
}
