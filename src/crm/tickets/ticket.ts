import type { Kept, RecordFields } from '#crm/timeline/record.ts';

export const TICKET_STATUSES = ['open', 'pending', 'solved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const TICKET_PRIORITIES = ['low', 'normal', 'high'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** What somebody needs help with (P5); its name is the subject. */
export interface TicketFields extends RecordFields {
  contactId: string | null;
  companyId: string | null;
  status: TicketStatus;
  priority: TicketPriority;
}

export type Ticket = Kept<TicketFields>;

export const NEW_TICKET: Omit<TicketFields, 'name'> = {
  contactId: null,
  companyId: null,
  status: 'open',
  priority: 'normal',
  ownerId: null,
  custom: {},
};

/** A ticket as the API shows it. */
export function presentTicket({ id, fields: { name, ...rest }, version, createdAt, activeAt }: Ticket) {
  return { id, subject: name, ...rest, version, createdAt, activeAt };
}
