import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { recordPath } from '#crm/timeline/screens/record-path.ts';
import { queryString, request } from '#ui/request.ts';
import type { DuplicatePairShape, SimilarShape } from '../duplicates-fields.ts';
import type { PreviewShape } from '../merging-fields.ts';

export type SimilarRecord = z.infer<typeof SimilarShape>['items'][number];
export type DuplicatePair = z.infer<typeof DuplicatePairShape>;
export type MergePreview = z.infer<typeof PreviewShape>;
export type Difference = MergePreview['differences'][number];

export const RECOGNISED_KINDS = ['company', 'contact', 'lead'] as const;
export type RecognisedKind = (typeof RECOGNISED_KINDS)[number];
export const MERGED_KINDS = [...RECOGNISED_KINDS, 'deal', 'ticket'] as const;
export type MergedKind = (typeof MERGED_KINDS)[number];

/** What stands in the fields of a new record. */
export interface Typed {
  kind: RecognisedKind;
  name?: string;
  email?: string;
  phone?: string;
  website?: string;
}

export const similarQuery = (typed: Typed) =>
  queryOptions({
    queryKey: ['duplicates', 'similar', typed],
    queryFn: ({ signal }) =>
      request<{ items: SimilarRecord[] }>('GET', `/api/duplicates/similar${queryString({ ...typed })}`, {
        signal,
      }),
    staleTime: 10_000,
  });

interface PairPage {
  items: DuplicatePair[];
  next: string | null;
}

export const duplicatesQuery = (kind: RecognisedKind) =>
  infiniteQueryOptions({
    queryKey: ['duplicates', 'pairs', kind],
    queryFn: ({ pageParam, signal }) =>
      request<PairPage>('GET', `/api/duplicates${queryString({ kind, limit: 50, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const previewQuery = (kind: MergedKind, id: string, from: string) =>
  queryOptions({
    queryKey: ['merge', kind, id, from],
    queryFn: ({ signal }) =>
      request<MergePreview>('GET', `${recordPath({ kind, id })}/merge${queryString({ from })}`, { signal }),
    // What is decided on is what stands now.
    staleTime: 0,
    gcTime: 0,
  });

/** Records of a kind that hold these words: the one that is merged with. */
export const othersQuery = (kind: MergedKind, words: string) =>
  queryOptions({
    queryKey: ['merge', 'others', kind, words],
    queryFn: ({ signal }) => {
      const path = recordPath({ kind, id: '' }).slice(0, -1);
      return request<{ items: Other[] }>('GET', `${path}${queryString({ q: words, limit: 8 })}`, { signal });
    },
    staleTime: 10_000,
  });

/** A record of whatever kind, as far as it is named. */
export interface Other {
  id: string;
  name?: string;
  title?: string;
  subject?: string;
  emails?: { address: string }[];
  website?: string | null;
}

export function nameOf({ name, title, subject }: Pick<Other, 'name' | 'title' | 'subject'>): string {
  return name ?? title ?? subject ?? '';
}
