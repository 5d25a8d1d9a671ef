import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { CompanyShape } from '../company-fields.ts';

export type CompanyView = z.infer<typeof CompanyShape>;
export type CompanyStage = CompanyView['stage'];

export interface CompanyPage {
  items: CompanyView[];
  next: string | null;
}

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'one', id],
    queryFn: ({ signal }) => request<CompanyView>('GET', `/api/companies/${id}`, { signal }),
  });

/** A few companies of this name or with it in theirs. */
export const companiesNamedQuery = (name: string) =>
  queryOptions({
    queryKey: ['companies', 'named', name],
    queryFn: ({ signal }) =>
      request<CompanyPage>('GET', `/api/companies${queryString({ q: name, sort: 'name', limit: 20 })}`, {
        signal,
      }),
    staleTime: 10_000,
  });
