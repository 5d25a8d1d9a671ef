import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { BoardShape } from '../board-fields.ts';
import type { DealShape } from '../deal-fields.ts';

export type DealView = z.infer<typeof DealShape>;
export type DealBoard = z.infer<typeof BoardShape>;
export type DealStage = DealBoard['stages'][number];
export type DealCard = DealStage['cards'][number];

export interface DealFilter {
  q?: string;
  stage?: string;
  ownerId?: string;
  companyId?: string;
  contactId?: string;
  leadId?: string;
  sort?: string;
}

interface Page {
  items: DealView[];
  next: string | null;
}

const A_PAGE = 100;

export const dealsQuery = (filter: DealFilter) =>
  infiniteQueryOptions({
    queryKey: ['deals', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('GET', `/api/deals${queryString({ ...filter, limit: A_PAGE, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const dealQuery = (id: string) =>
  queryOptions({
    queryKey: ['deals', 'one', id],
    queryFn: ({ signal }) => request<DealView>('GET', `/api/deals/${id}`, { signal }),
  });

export interface BoardAsked {
  q?: string | undefined;
  /** JSON of conditions, and of how many cards of which stages. */
  filter?: string | undefined;
  timeZone?: string | undefined;
  cards?: string | undefined;
}

/** Stands among the lists, so that whatever changes a deal refreshes it too. */
export const boardQuery = (asked: BoardAsked | null) =>
  queryOptions({
    queryKey: ['deals', 'list', 'board', asked],
    queryFn: ({ signal }) =>
      request<DealBoard>('GET', `/api/deals/board${queryString({ ...asked })}`, { signal }),
    enabled: asked !== null,
  });
