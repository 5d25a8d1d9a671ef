/** What screens ask about links. Keys begin with the noun, so that one act refreshes all. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { LinkChangesInput, NewLinkInput } from '../link-fields.ts';
import type { LinkKind } from '../link.ts';
import type { LinkHost } from '../bookable.ts';
import type { LinkAnswer, ListedLink, WholeLink } from '../present-link.ts';

export type LinkView = LinkAnswer;
export type LinkChanges = LinkChangesInput;
export type { LinkHost };
export type { LinkKind, ListedLink, WholeLink };

export interface LinkListFilter {
  ownerId?: string;
  /** Whose owner is in the team. */
  teamId?: string;
  state: 'all' | 'on' | 'off' | 'deleted';
  kind?: LinkKind;
  q?: string;
}

export interface LinkPage {
  items: ListedLink[];
  next: string | null;
}

const LINKS_A_PAGE = 50;

export const linksQuery = (filter: LinkListFilter) =>
  infiniteQueryOptions({
    queryKey: ['links', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      request<LinkPage>('GET', `/api/links${listQuery(filter, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

function listQuery({ state, ...filter }: LinkListFilter, cursor: string | null): string {
  const active = state === 'on' ? true : state === 'off' ? false : undefined;
  const deleted = state === 'deleted' ? true : undefined;
  return queryString({ ...filter, active, deleted, limit: LINKS_A_PAGE, cursor });
}

export const linkQuery = (linkId: string) =>
  queryOptions({
    queryKey: ['links', 'one', linkId],
    queryFn: ({ signal }) => request<WholeLink>('GET', `/api/links/${linkId}`, { signal }),
  });

const A_MINUTE = 60_000;

/** Everybody, and what would keep them from hosting a team link (B4). */
export const hostsQuery = () =>
  queryOptions({
    queryKey: ['members', 'hosts'],
    queryFn: async ({ signal }) =>
      (await request<{ items: LinkHost[] }>('GET', '/api/hosts', { signal })).items,
    staleTime: A_MINUTE,
  });

export function makeLink(link: NewLinkInput): Promise<WholeLink> {
  return request<WholeLink>('POST', '/api/links', { body: link });
}

/** `version` is what was read; without one the change is made whatever stands now. */
export function changeLink(linkId: string, changes: LinkChanges, version?: number): Promise<WholeLink> {
  return request<WholeLink>('PATCH', `/api/links/${linkId}`, { body: changes, version });
}

export function deleteLink(linkId: string): Promise<void> {
  return request('DELETE', `/api/links/${linkId}`);
}

export function restoreLink(linkId: string): Promise<WholeLink> {
  return request<WholeLink>('POST', `/api/links/${linkId}/restoration`, { body: {} });
}

export interface InvitationInput {
  record: { kind: 'contact' | 'lead' | 'company' | 'deal' | 'ticket'; id: string };
  email: string;
}

/** C4: an address that knows whom it was sent to. */
export function inviteTo(linkId: string, body: InvitationInput): Promise<{ url: string }> {
  return request('POST', `/api/links/${linkId}/invitations`, { body });
}

/** How many meetings to come were promised other reminders than this version of the link promises. */
export const unlikeMeetingsQuery = (linkId: string, version: number) =>
  queryOptions({
    queryKey: ['links', 'reminders', linkId, version] as const,
    queryFn: ({ signal }) =>
      request<{ meetings: number }>('GET', `/api/links/${linkId}/reminders`, { signal }),
  });
