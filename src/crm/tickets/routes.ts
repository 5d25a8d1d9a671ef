import { id, z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { recordRoutes } from '#crm/timeline/record-desk.ts';
import { NewTicket, TicketChanges, ticketChangesFrom, ticketFrom, TicketShape } from './ticket-fields.ts';
import { presentTicket, TICKET_STATUSES } from './ticket.ts';
import { ticketBook } from './store.ts';

export function ticketRoutes(platform: Platform) {
  return recordRoutes(platform, {
    path: '/api/tickets',
    one: 'a ticket',
    many: 'Tickets',
    book: ticketBook,
    given: NewTicket,
    changes: TicketChanges,
    shape: TicketShape,
    filters: {
      status: z.enum(TICKET_STATUSES).optional(),
      companyId: id.optional(),
      contactId: id.optional(),
    },
    fieldsFrom: ticketFrom,
    changesFrom: ticketChangesFrom,
    present: presentTicket,
    meaning: ({ status, companyId, contactId }) => ({
      equals: { status },
      belongsTo: [companyId, contactId],
    }),
  });
}
