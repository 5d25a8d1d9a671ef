import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FairnessReport } from '#reports/fairness-fields.ts';
import { queryString, request } from '#ui/request.ts';

export type { FairnessReport } from '#reports/fairness-fields.ts';
export type Share = FairnessReport['hosts'][number];

export interface FairnessAsked {
  from: string;
  to: string;
  linkId?: string;
  rotationId?: string;
}

/** Counted anew when somebody comes back to it; other days or links take the place of what is shown. */
export const fairnessQuery = (asked: FairnessAsked) =>
  queryOptions({
    queryKey: ['bookings', 'fairness', asked],
    queryFn: ({ signal }) =>
      request<FairnessReport>('GET', `/api/reports/fairness${queryString({ ...asked })}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** Links by title, for choosing one. */
export const linkNamesQuery = queryOptions({
  queryKey: ['links', 'names'],
  queryFn: async ({ signal }) => {
    const { items } = await request<{ items: { id: string; title: string; hostIds: string[] }[] }>(
      'GET',
      '/api/links?limit=200',
      { signal },
    );
    return items;
  },
});
