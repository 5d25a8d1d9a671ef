import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { PlanUsage } from '../plan-usage.ts';

export type { PlanUsage };

/** L8: what the plan allows, and how many links of everybody count; of oneself alone with `me`. Asked anew with the links. */
export const planUsageQuery = (whose: 'me' | 'everybody') =>
  queryOptions({
    queryKey: ['links', 'plan-usage', whose],
    queryFn: ({ signal }) =>
      request<PlanUsage>('GET', `/api/workspace/plan-usage${whose === 'me' ? '?memberId=me' : ''}`, {
        signal,
      }),
  });
