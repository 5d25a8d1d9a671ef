import { id, line, z } from '#platform/http/fields.ts';
import { customGiven, customShown } from '#crm/timeline/custom/custom-shapes.ts';
import { NEW_TICKET, TICKET_PRIORITIES, TICKET_STATUSES, type TicketFields } from './ticket.ts';

const optional = {
  contactId: id.nullable().optional(),
  companyId: id.nullable().optional(),
  status: z.enum(TICKET_STATUSES).optional(),
  priority: z.enum(TICKET_PRIORITIES).optional(),
  ownerId: id.nullable().optional(),
  custom: customGiven.optional(),
};

export const NewTicket = z.strictObject({ subject: line(200), ...optional });
export const TicketChanges = z.strictObject({ subject: line(200).optional(), ...optional });

export const TicketShape = z
  .object({
    id: z.string(),
    subject: z.string(),
    contactId: z.string().nullable(),
    companyId: z.string().nullable(),
    status: z.enum(TICKET_STATUSES),
    priority: z.enum(TICKET_PRIORITIES),
    ownerId: z.string().nullable(),
    custom: customShown,
    version: z.number(),
    createdAt: z.string(),
    activeAt: z.string(),
  })
  .openapi('Ticket');

export function ticketFrom({ subject, ...given }: z.infer<typeof NewTicket>): TicketFields {
  return { ...NEW_TICKET, name: subject, ...given };
}

export function ticketChangesFrom({
  subject,
  ...given
}: z.infer<typeof TicketChanges>): Partial<TicketFields> {
  return { ...given, ...(subject !== undefined && { name: subject }) };
}
