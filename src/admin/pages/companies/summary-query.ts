import { queryOptions } from '@tanstack/react-query';
import { request } from '#ui/request.ts';
import type { CompanySummary } from '#reports/company-fields.ts';

export type { CompanySummary };

/** Counts of the tabs and what stands beside them. */
export const companySummaryQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'summary', id],
    queryFn: ({ signal }) => request<CompanySummary>('GET', `/api/companies/${id}/summary`, { signal }),
  });
