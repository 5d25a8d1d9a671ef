import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { CustomFieldShape } from '../custom-field-fields.ts';

export { CUSTOM_TYPES, type CustomType } from '#crm/timeline/custom/custom-field.ts';

export const CUSTOM_KINDS = ['company', 'contact', 'lead', 'deal', 'ticket'] as const;

/** A field that the workspace added to all records of a kind. */
export type CustomField = z.infer<typeof CustomFieldShape>;
export type CustomKind = CustomField['kind'];

/** What a record holds of them: only what is not empty. */
export interface WithCustom {
  custom?: Readonly<Record<string, unknown>>;
}

/** The fields of one kind in their order; the page brings them along. */
export const customFieldsQuery = (kind: CustomKind) =>
  queryOptions({
    queryKey: ['custom-fields', kind],
    queryFn: async ({ signal }) => {
      const path = `/api/custom-fields${queryString({ kind })}`;
      return (await request<{ items: CustomField[] }>('GET', path, { signal })).items;
    },
    staleTime: 60_000,
  });

/** Those in the trash: their values wait with the records. */
export const trashedFieldsQuery = (kind: CustomKind) =>
  queryOptions({
    queryKey: ['custom-fields', kind, 'trashed'],
    queryFn: async ({ signal }) => {
      const path = `/api/custom-fields${queryString({ kind, trashed: 'true' })}`;
      return (await request<{ items: CustomField[] }>('GET', path, { signal })).items;
    },
  });

const NONE: readonly CustomField[] = [];

export function useCustomFields(kind: CustomKind): readonly CustomField[] {
  return useQuery(customFieldsQuery(kind)).data ?? NONE;
}

/** 'custom.<key>': how filters, orders, refusals and the history name it. */
export function nameOfCustom({ key }: Pick<CustomField, 'key'>): string {
  return `custom.${key}`;
}

/** What the page brings along, as the screens ask for it. */
export function takeCustomFields(queries: QueryClient, fields: readonly CustomField[]): void {
  for (const kind of CUSTOM_KINDS) {
    const own = fields.filter((field) => field.kind === kind);
    queries.setQueryData(customFieldsQuery(kind).queryKey, own);
  }
}
