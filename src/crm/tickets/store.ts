import type { Row } from '#platform/db/tables.ts';
import { bookOf } from '#crm/timeline/store-book.ts';
import type { TicketFields, TicketPriority, TicketStatus } from './ticket.ts';
import './tables.ts';

/** Where tickets are kept. */
export const ticketBook = bookOf<TicketFields>({
  kind: 'ticket',
  nameField: 'subject',
  columns: {
    status: { column: 'status', kind: 'choice', required: true },
    priority: { column: 'priority', kind: 'choice', required: true },
  },
  links: [
    { field: 'contactId', kind: 'contact', many: false },
    { field: 'companyId', kind: 'company', many: false },
  ],
  columnsOf: ({ status, priority }) => ({
    ...(status !== undefined && { status }),
    ...(priority !== undefined && { priority }),
  }),
  fieldsOf: (row: Row<'tickets'>) => ({
    status: row.status as TicketStatus,
    priority: row.priority as TicketPriority,
  }),
});
