import { useQueryClient } from '@tanstack/react-query';
import { useRefusal } from '#bookings/screens/refusal-words.ts';
import { useBookingWords } from '#bookings/screens/words.ts';
import {
  changeView,
  deleteView,
  makeView,
  viewsQuery,
  type SavedView,
} from '#people/screens/view-queries.ts';
import { useToast } from '#ui/toast.tsx';
import { useListWay, type BookingsList } from './use-bookings.ts';

export interface NamedView {
  name: string;
  shared: boolean;
}

/** Keeping, sharing and deleting views; what was deleted can be taken back for a moment. */
export function useViewActs({ filter, search }: BookingsList) {
  const t = useBookingWords();
  const toast = useToast();
  const way = useListWay();
  const refusal = useRefusal();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: viewsQuery('bookings').queryKey });
  const kept = { ...filter } as Record<string, string>;
  const make = async (view: NamedView & Pick<SavedView, 'filter'>) => {
    const made = await makeView({ list: 'bookings', ...view });
    await refresh();
    way.view(made.id);
  };
  /** Said beside the field when there is one, else as a toast. */
  const attempt = async (act: () => Promise<unknown>): Promise<string | void> => {
    try {
      await act();
    } catch (error) {
      return refusal(error);
    }
  };
  const quietly = async (act: () => Promise<unknown>): Promise<void> => {
    const refused = await attempt(act);
    if (refused) toast.failed(refused, () => void quietly(act));
  };
  return {
    save: (view: NamedView) => attempt(() => make({ ...view, filter: kept })),
    rename: (view: SavedView, given: NamedView) =>
      attempt(async () => {
        await changeView(view, given);
        await refresh();
      }),
    keep: (view: SavedView) =>
      void quietly(async () => {
        await changeView(view, { filter: kept });
        await refresh();
        way.view(view.id);
      }),
    share: (view: SavedView) =>
      void quietly(async () => {
        await changeView(view, { shared: !view.shared });
        await refresh();
        toast.done(t(view.shared ? 'views.unsharedDone' : 'views.sharedDone', { name: view.name }));
      }),
    remove: (view: SavedView) =>
      void quietly(async () => {
        await deleteView(view.id);
        await refresh();
        if (search.view === view.id) way.view('upcoming');
        const { name, shared, filter: was } = view;
        toast.undo({
          text: t('views.deleted', { name }),
          onUndo: () => void quietly(() => make({ name, shared, filter: was })),
        });
      }),
  };
}
