/** What screens ask about links. Keys begin with the noun, so that one act refreshes all. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { LinkChangesInput, NewLinkInput } from '../link-fields.ts';
import type { LinkKind } from '../link.ts';
import type { LinkAnswer, ListedLink, WholeLink } from '../present-link.ts';

export type LinkView = LinkAnswer;
export type LinkChanges = LinkChangesInput;
export type { LinkHost } from '../bookable.ts';
export type { LinkKind, ListedLink, WholeLink };

export interface LinkListFilter {
  ownerId?: string;
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

function listQuery({ ownerId, state, kind, q }: LinkListFilter, cursor: string | null): string {
  const active = state === 'on' ? true : state === 'off' ? false : undefined;
  const deleted = state === 'deleted' ? true : undefined;
  return queryString({ ownerId, kind, q, active, deleted, limit: LINKS_A_PAGE, cursor });
}

export const linkQuery = (linkId: string) =>
  queryOptions({
    queryKey: ['links', 'one', linkId],
    queryFn: ({ signal }) => request<WholeLink>('GET', `/api/links/${linkId}`, { signal }),
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
