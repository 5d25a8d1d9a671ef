import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { TicketShape } from '../ticket-fields.ts';

export type TicketView = z.infer<typeof TicketShape>;

export interface TicketFilter {
  q?: string;
  status?: string;
  ownerId?: string;
  sort?: string;
}

export interface TicketPage {
  items: TicketView[];
  next: string | null;
}

const A_PAGE = 100;

export const ticketsQuery = (filter: TicketFilter) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      request<TicketPage>(
        'GET',
        `/api/tickets${queryString({ ...filter, limit: A_PAGE, cursor: pageParam })}`,
        {
          signal,
        },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', id],
    queryFn: ({ signal }) => request<TicketView>('GET', `/api/tickets/${id}`, { signal }),
  });
