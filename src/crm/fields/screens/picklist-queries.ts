import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from '#ui/request.ts';
import type { PicklistShape } from '../picklist-fields.ts';

export type Picklist = z.infer<typeof PicklistShape>;
export type PicklistName = Picklist['list'];
export type Choice = Picklist['choices'][number];

/** Every list of the workspace at once: they are short, and every record shows some. */
export const picklistsQuery = queryOptions({
  queryKey: ['picklists'],
  queryFn: async ({ signal }) => {
    const { items } = await request<{ items: Picklist[] }>('GET', '/api/picklists', { signal });
    return picklistsByName(items);
  },
  staleTime: 60_000,
});

export function picklistsByName(items: readonly Picklist[]): Record<PicklistName, Choice[]> {
  return Object.fromEntries(items.map(({ list, choices }) => [list, choices])) as Record<
    PicklistName,
    Choice[]
  >;
}
