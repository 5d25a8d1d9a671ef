import { foldAddress } from '#platform/fold.ts';
import { Problem } from '#platform/refusal.ts';
import { presentCompany, type CompanyFields } from '#crm/companies/company.ts';
import { companyBook } from '#crm/companies/store.ts';
import { presentContact, type ContactFields } from '#crm/contacts/contact.ts';
import type { PersonEmail, PersonPhone } from '#crm/contacts/person-emails.ts';
import { contactBook } from '#crm/contacts/store.ts';
import { presentDeal, type DealFields } from '#crm/deals/deal.ts';
import { dealBook } from '#crm/deals/store.ts';
import { CONVERTED } from '#crm/fields/picklist.ts';
import { presentLead, type LeadFields } from '#crm/leads/lead.ts';
import { leadBook } from '#crm/leads/store.ts';
import { presentTicket, type TicketFields } from '#crm/tickets/ticket.ts';
import { ticketBook } from '#crm/tickets/store.ts';
import type { MergePlan } from './merge-plan.ts';

const emails = {
  field: 'emails',
  same: ({ address }: PersonEmail) => foldAddress(address),
  most: 20,
} as const;

const phones = {
  field: 'phones',
  same: ({ number }: PersonPhone) => number.replace(/\D/g, '').replace(/^0+/, '') || number,
  most: 20,
} as const;

const itself = (id: string) => id;

const company: MergePlan<CompanyFields> = {
  book: companyBook,
  present: presentCompany,
  lists: [],
  together: {},
};

const contact: MergePlan<ContactFields> = {
  book: contactBook,
  present: presentContact,
  lists: [emails, phones, { field: 'companyIds', same: itself, most: 50 }],
  together: {},
};

const lead: MergePlan<LeadFields> = {
  book: leadBook,
  present: presentLead,
  lists: [emails],
  together: { source: ['utm'] },
  refuse: (into, from) => {
    if (into.status !== CONVERTED && from.status !== CONVERTED) return undefined;
    return new Problem(409, 'conflict', 'A converted lead is not merged. Merge its contact instead.');
  },
};

const deal: MergePlan<DealFields> = {
  book: dealBook,
  present: presentDeal,
  lists: [{ field: 'contactIds', same: itself, most: 20 }],
  together: { amount: ['currency'], stage: ['lostReason', 'closedAt'] },
};

const ticket: MergePlan<TicketFields> = {
  book: ticketBook,
  present: presentTicket,
  lists: [],
  together: {},
};

export const MERGE_PLANS = { company, contact, lead, deal, ticket };
