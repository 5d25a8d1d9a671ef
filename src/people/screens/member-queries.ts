/** What screens ask about people: members, teams, who is signed in. Keys begin with the noun, so that one act refreshes all. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { queryString, request } from '#ui/request.ts';
import type { memberAnswer } from '../member-fields.ts';
import type { Team } from '../team.ts';
import type { workspaceAnswer } from '../workspace-fields.ts';

export type MemberView = z.infer<typeof memberAnswer>;
export type WorkspaceView = z.infer<typeof workspaceAnswer>;
export type { Me } from './use-me.ts';
export type { Team };

interface Page<Item> {
  items: Item[];
  next: string | null;
}

const A_MINUTE = 60_000;

/** Everybody who works or worked here, by name. `active` true or false narrows it. */
export const membersQuery = (active?: boolean) =>
  queryOptions({
    queryKey: ['members', 'list', active ?? 'all'],
    queryFn: ({ signal }) => everyPage<MemberView>('/api/members', { sort: 'name', active }, signal),
    staleTime: A_MINUTE,
  });

export const memberQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => request<MemberView>('GET', `/api/members/${memberId}`, { signal }),
  });

export const teamsQuery = () =>
  queryOptions({
    queryKey: ['teams'],
    queryFn: ({ signal }) => everyPage<Team>('/api/teams', {}, signal),
    staleTime: A_MINUTE,
  });

const MOST_A_PAGE = 200;

/** A workspace has tens of members; of one with thousands the first 2,000 are read. */
async function everyPage<Item>(
  path: string,
  filter: Record<string, string | boolean | undefined>,
  signal: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const asked = queryString({ ...filter, limit: MOST_A_PAGE, cursor });
    const page: Page<Item> = await request<Page<Item>>('GET', `${path}${asked}`, { signal });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && items.length < 2_000);
  return items;
}
