/** What screens ask about rotations. Keys begin with the noun, so that one act refreshes all. */
import { queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type {
  ListedRotation,
  NewRotationInput,
  QueueItem,
  RotationChangesInput,
  WholeRotation,
} from '../rotation-fields.ts';

export type RotationView = ListedRotation;
export type { NewRotationInput, QueueItem, WholeRotation };
export type Entry = NewRotationInput['members'] extends (infer One)[] | undefined ? One : never;

interface RotationPage {
  items: RotationView[];
  next: string | null;
}

const MOST_A_PAGE = 200;
const MOST = 2_000;

/** All of them, by name: a workspace has a handful. */
export const rotationsQuery = () =>
  queryOptions({
    queryKey: ['rotations', 'list'],
    queryFn: async ({ signal }) => {
      const items: RotationView[] = [];
      let cursor: string | null = null;
      do {
        const asked = queryString({ limit: MOST_A_PAGE, cursor });
        const page: RotationPage = await request('GET', `/api/rotations${asked}`, { signal });
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== null && items.length < MOST);
      return items;
    },
  });

export const rotationQuery = (rotationId: string) =>
  queryOptions({
    queryKey: ['rotations', 'one', rotationId],
    queryFn: ({ signal }) => request<WholeRotation>('GET', path(rotationId), { signal }),
    // A turn passes on with every meeting that anybody books.
    staleTime: 0,
  });

export function makeRotation(body: NewRotationInput): Promise<WholeRotation> {
  return request('POST', '/api/rotations', { body });
}

export function changeRotation(
  id: string,
  body: RotationChangesInput,
  version: number,
): Promise<WholeRotation> {
  return request('PATCH', path(id), { body, version });
}

export function deleteRotation(id: string): Promise<void> {
  return request('DELETE', path(id));
}

/** R8. */
export function setAvailability(id: string, memberId: string, available: boolean): Promise<WholeRotation> {
  return request('PUT', `${path(id)}/members/${memberId}/availability`, { body: { available } });
}

const path = (rotationId: string) => `/api/rotations/${rotationId}`;
