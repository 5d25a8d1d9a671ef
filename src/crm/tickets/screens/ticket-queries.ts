import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from '#ui/request.ts';
import type { TicketShape } from '../ticket-fields.ts';

export type TicketView = z.infer<typeof TicketShape>;

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', id],
    queryFn: ({ signal }) => request<TicketView>('GET', `/api/tickets/${id}`, { signal }),
  });
