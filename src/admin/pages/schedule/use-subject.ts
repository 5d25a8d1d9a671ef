import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { companyQuery } from '#crm/companies/screens/company-queries.ts';
import { contactQuery, contactsQuery, type ContactView } from '#crm/contacts/screens/contact-queries.ts';
import { dealQuery } from '#crm/deals/screens/deal-queries.ts';
import { leadQuery } from '#crm/leads/screens/lead-queries.ts';
import { ticketQuery } from '#crm/tickets/screens/ticket-queries.ts';
import type { Person } from '#emails/screens/draft.ts';
import { queryString, request } from '#ui/request.ts';
import type { SubjectKind } from './schedule-search.ts';

/** What a meeting is about: the record it is booked from (R3, R11). */
export interface Subject {
  kind: SubjectKind;
  id: string;
  name: string;
  /** Whom to invite, the visitor first. */
  invited: Person[];
  /** Everybody whom the record knows. */
  people: Person[];
}

/** The record of an address, and who belongs to it. */
export function useSubject(
  kind: SubjectKind,
  id: string,
): { found: UseQueryResult; subject: Subject | null } {
  const found = useRecordOf(kind, id);
  const view = found.data;
  const contacts = useContactsOf(kind, id, view);
  const lead = useQuery({ ...leadQuery(view?.leadId ?? ''), enabled: Boolean(view?.leadId) });
  if (!view) return { found, subject: null };
  const people = view.emails ? [view] : [...contacts, ...(lead.data ? [lead.data] : [])];
  const reached = people.flatMap(personOf);
  // A company is not invited as a whole.
  const invited = kind === 'company' ? reached.slice(0, 1) : reached;
  return { found, subject: { kind, id, name: view.name, invited, people: reached } };
}

/** What the five kinds have in common here. */
interface RecordView {
  name: string;
  /** A contact's or lead's own. */
  emails?: ContactView['emails'];
  contactIds?: string[];
  leadId?: string | null;
}

function useRecordOf(kind: SubjectKind, id: string): UseQueryResult<RecordView> {
  const is = (one: SubjectKind) => ({ enabled: kind === one && id !== '' });
  const company = useQuery({ ...companyQuery(id), ...is('company') });
  const contact = useQuery({ ...contactQuery(id), ...is('contact') });
  const lead = useQuery({
    ...leadQuery(id),
    ...is('lead'),
    select: ({ name, emails }): RecordView => ({ name, emails }),
  });
  const deal = useQuery({
    ...dealQuery(id),
    ...is('deal'),
    select: ({ title, contactIds, leadId }): RecordView => ({ name: title, contactIds, leadId }),
  });
  const ticket = useQuery({
    ...ticketQuery(id),
    ...is('ticket'),
    select: ({ subject, contactId }): RecordView => ({
      name: subject,
      contactIds: contactId ? [contactId] : [],
    }),
  });
  return { company, contact, lead, deal, ticket }[kind];
}

const A_FEW = 8;

/** The contacts that it names; of a company, the first by name. */
function useContactsOf(kind: SubjectKind, id: string, view: RecordView | undefined): ContactView[] {
  const ids = (view?.contactIds ?? []).slice(0, A_FEW);
  const named = useQueries({ queries: ids.map((contactId) => contactQuery(contactId)) });
  const ofCompany = useQuery({
    queryKey: [...contactsQuery({ companyId: id }).queryKey, 'first'],
    queryFn: ({ signal }) => {
      const asked = queryString({ companyId: id, sort: 'name', limit: A_FEW });
      return request<{ items: ContactView[] }>('GET', `/api/contacts${asked}`, { signal });
    },
    enabled: kind === 'company',
  });
  if (kind === 'company') return ofCompany.data?.items ?? [];
  return named.flatMap(({ data }) => data ?? []);
}

function personOf({ name, emails = [] }: { name: string; emails?: ContactView['emails'] }): Person[] {
  const main = emails.find(({ primary }) => primary) ?? emails[0];
  return main ? [{ name, address: main.address }] : [];
}
