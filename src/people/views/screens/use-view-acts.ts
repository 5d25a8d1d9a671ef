import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '#ui/toast.tsx';
import {
  changeView,
  deleteView,
  makeView,
  openWithView,
  viewsQuery,
  type SavedView,
} from '#people/screens/view-queries.ts';
import type { KeptList } from './kept-list.ts';
import { useAttempts } from './use-attempts.ts';
import { useViewWords } from './words.ts';

export interface NamedView {
  name: string;
  shared: boolean;
}

type Kept = NamedView & Pick<SavedView, 'filter'>;

/** Keeping, sharing and deleting views of a list; what was deleted can be taken back for a moment. */
export function useViewActs(now: KeptList) {
  const { kept, show } = now;
  const { attempt, quietly } = useAttempts();
  const { make, change, ...acts } = useActs(now);
  const t = useViewWords();
  const toast = useToast();
  const remove = async (view: SavedView) => {
    const { name, shared, filter } = view;
    await acts.remove(view);
    const onUndo = () => void quietly(() => make({ name, shared, filter }, view.default));
    toast.undo({ text: t('deleted', { name }), onUndo });
  };
  return {
    save: (view: NamedView) => attempt(() => make({ ...view, filter: kept })),
    rename: (view: SavedView, given: NamedView) => attempt(() => change(view, given)),
    keep: (view: SavedView) => void quietly(() => change(view, { filter: kept }).then(() => show(view.id))),
    share: (view: SavedView) => void quietly(() => acts.share(view)),
    open: (view: SavedView) => void quietly(() => acts.open(view)),
    remove: (view: SavedView) => void quietly(() => remove(view)),
  };
}

function useActs({ list, show }: KeptList) {
  const t = useViewWords();
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: viewsQuery(list).queryKey });
  const make = async (view: Kept, isDefault = false) => {
    const made = await makeView({ list, ...view });
    if (isDefault) await openWithView(made.id, true);
    await refresh();
    show(made.id);
  };
  const change = async (view: SavedView, changes: Partial<Kept>) => {
    await changeView(view, changes);
    await refresh();
  };
  const remove = async (view: SavedView) => {
    await deleteView(view.id);
    show(undefined);
    await refresh();
  };
  const share = async (view: SavedView) => {
    await change(view, { shared: !view.shared });
    toast.done(t(view.shared ? 'unsharedDone' : 'sharedDone', { name: view.name }));
  };
  const open = async (view: SavedView) => {
    await openWithView(view.id, !view.default);
    await refresh();
    toast.done(t(view.default ? 'opensNoMore' : 'opensDone', { name: view.name }));
    // An address without a view means the one the list opens with.
    show(view.id);
  };
  return { make, change, remove, share, open };
}
