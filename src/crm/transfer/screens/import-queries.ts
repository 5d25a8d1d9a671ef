import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from '#ui/request.ts';
import type { ImportKind } from '../import.ts';
import type { ImportShape, ListedImport, Mapping, PreviewShape } from '../import-fields.ts';

export type { ImportKind };
export type ImportView = z.infer<typeof ImportShape>;
export type ImportBrief = z.infer<typeof ListedImport>;
export type MappingView = z.output<typeof Mapping>;
export type PreviewView = z.infer<typeof PreviewShape>;
export type PreviewRow = PreviewView['rows'][number];

/** Often enough to see it move. */
const LOOK_MS = 1_000;

export const importsQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: async ({ signal }) =>
    (await request<{ items: ImportBrief[] }>('GET', '/api/imports', { signal })).items,
  refetchInterval: ({ state: { data } }) =>
    data?.some(({ state }) => state === 'running') ? 3 * LOOK_MS : false,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => request<ImportView>('GET', `/api/imports/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? LOOK_MS : false),
  });

/** Says what the columns become, which keeps it too, and answers what that comes to. */
export const previewQuery = (id: string, mapping: MappingView) =>
  queryOptions({
    queryKey: ['imports', 'preview', id, mapping],
    queryFn: ({ signal }) =>
      request<PreviewView>('PUT', `/api/imports/${id}/mapping`, { body: mapping, signal }),
    // What is there already changes meanwhile.
    gcTime: 0,
  });
