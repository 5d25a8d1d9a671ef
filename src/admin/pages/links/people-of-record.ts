/** Whom a personal link can be for: a record found by name, and the addresses of its people. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SearchHits } from '#search/search-fields.ts';
import { queryString, request } from '#ui/request.ts';
import type { InvitationInput } from '#links/screens/link-queries.ts';

export type RecordRef = InvitationInput['record'];

export interface Addressed {
  name: string;
  address: string;
}

export const recordsNamed = (q: string) =>
  queryOptions({
    queryKey: ['search', 'records', q],
    queryFn: ({ signal }) => request<SearchHits>('GET', `/api/search${queryString({ q })}`, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });

interface Person {
  name: string;
  emails: readonly { address: string; primary: boolean }[];
}

/** A person's own addresses; those of a company's or a deal's people; the main one of each first. */
export const addressesOf = ({ kind, id }: RecordRef) =>
  queryOptions({
    queryKey: ['personal-link', kind, id],
    queryFn: async ({ signal }) => (await peopleOf({ kind, id }, signal)).flatMap(addressed),
  });

function addressed({ name, emails }: Person): Addressed[] {
  const mainFirst = emails.toSorted((one, other) => Number(other.primary) - Number(one.primary));
  return mainFirst.map(({ address }) => ({ name, address }));
}

const MOST = 50;
/** A deal rarely has more people than one reads at a glance. */
const MOST_OF_DEAL = 10;

async function peopleOf({ kind, id }: RecordRef, signal: AbortSignal): Promise<Person[]> {
  const read = <T>(path: string) => request<T>('GET', path, { signal });
  if (kind === 'contact' || kind === 'lead') return [await read<Person>(`/api/${kind}s/${id}`)];
  const ofCompany = async (companyId: string) => {
    const path = `/api/contacts${queryString({ companyId, sort: 'name', limit: MOST })}`;
    return (await read<{ items: Person[] }>(path)).items;
  };
  if (kind === 'company') return ofCompany(id);
  if (kind === 'ticket') {
    const { contactId, companyId } = await read<TicketPeople>(`/api/tickets/${id}`);
    if (contactId) return [await read<Person>(`/api/contacts/${contactId}`)];
    return companyId ? ofCompany(companyId) : [];
  }
  const { contactIds, leadId, companyId } = await read<DealPeople>(`/api/deals/${id}`);
  const paths = [
    ...contactIds.slice(0, MOST_OF_DEAL).map((one) => `/api/contacts/${one}`),
    ...(leadId ? [`/api/leads/${leadId}`] : []),
  ];
  if (paths.length === 0) return companyId ? ofCompany(companyId) : [];
  return Promise.all(paths.map((path) => read<Person>(path)));
}

interface DealPeople {
  contactIds: string[];
  leadId: string | null;
  companyId: string | null;
}

interface TicketPeople {
  contactId: string | null;
  companyId: string | null;
}
