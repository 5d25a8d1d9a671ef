/** Lists kept by name (P10): one's own and those that are shared. */
import { queryOptions } from '@tanstack/react-query';
import { queryString, request } from '#ui/request.ts';
import type { SavedViewAnswer } from '../saved-view-fields.ts';

export type SavedView = SavedViewAnswer;

export const viewsQuery = (list: SavedView['list']) =>
  queryOptions({
    queryKey: ['views', list],
    queryFn: async ({ signal }) => {
      const { items } = await request<{ items: SavedView[] }>('GET', `/api/views${queryString({ list })}`, {
        signal,
      });
      return items;
    },
    staleTime: 60_000,
  });

type NewView = Pick<SavedView, 'list' | 'name' | 'filter' | 'shared'>;

export const makeView = (body: NewView) => request<SavedView>('POST', '/api/views', { body });

export const changeView = (
  { id, version }: Pick<SavedView, 'id' | 'version'>,
  body: Partial<Omit<NewView, 'list'>>,
) => request<SavedView>('PATCH', `/api/views/${id}`, { body, version });

export const deleteView = (viewId: string) => request<undefined>('DELETE', `/api/views/${viewId}`);

/** One's own list opens with this view from now on, or no longer does. */
export const openWithView = (viewId: string, isDefault: boolean) =>
  request<undefined>(isDefault ? 'PUT' : 'DELETE', `/api/views/${viewId}/default`);
