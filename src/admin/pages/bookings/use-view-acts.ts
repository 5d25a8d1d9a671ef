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
  const { attempt, quietly } = useAttempts();
  const refresh = useRefresh();
  const kept = { ...filter } as Record<string, string>;
  const make = async (view: NamedView & Pick<SavedView, 'filter'>) => {
    const made = await makeView({ list: 'bookings', ...view });
    await refresh();
    way.view(made.id);
  };
  const change = async (view: SavedView, changes: Partial<NamedView & Pick<SavedView, 'filter'>>) => {
    await changeView(view, changes);
    await refresh();
  };
  const remove = async (view: SavedView) => {
    await deleteView(view.id);
    await refresh();
    if (search.view === view.id) way.view('upcoming');
    const { name, shared, filter: was } = view;
    const onUndo = () => void quietly(() => make({ name, shared, filter: was }));
    toast.undo({ text: t('views.deleted', { name }), onUndo });
  };
  const share = async (view: SavedView) => {
    await change(view, { shared: !view.shared });
    toast.done(t(view.shared ? 'views.unsharedDone' : 'views.sharedDone', { name: view.name }));
  };
  return {
    save: (view: NamedView) => attempt(() => make({ ...view, filter: kept })),
    rename: (view: SavedView, given: NamedView) => attempt(() => change(view, given)),
    keep: (view: SavedView) =>
      void quietly(() => change(view, { filter: kept }).then(() => way.view(view.id))),
    share: (view: SavedView) => void quietly(() => share(view)),
    remove: (view: SavedView) => void quietly(() => remove(view)),
  };
}

function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: viewsQuery('bookings').queryKey });
}

/** Why an act was refused: said beside the field when there is one, else as a toast. */
function useAttempts() {
  const toast = useToast();
  const refusal = useRefusal();
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
  return { attempt, quietly };
}
