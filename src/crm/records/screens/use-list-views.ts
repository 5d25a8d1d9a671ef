import { useQueryClient } from '@tanstack/react-query';
import {
  changeView,
  deleteView,
  makeView,
  viewsQuery,
  type SavedView,
} from '#people/screens/view-queries.ts';
import { useToast } from '#ui/toast.tsx';
import type { ListedRecord } from './list-kind.ts';
import { toKeep } from './list-search.ts';
import { useListRefusal } from './use-list-refusal.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

export interface NamedView {
  name: string;
  shared: boolean;
}

type Kept = NamedView & Pick<SavedView, 'filter'>;

/** Keeping, sharing and deleting views of a list; what was deleted can be taken back for a moment. */
export function useListViews<Row extends ListedRecord>(now: RecordListNow<Row>) {
  const t = useListWords();
  const toast = useToast();
  const queries = useQueryClient();
  const { attempt, quietly } = useListRefusal();
  const { list } = now.kind;
  const refresh = () => queries.invalidateQueries({ queryKey: viewsQuery(list).queryKey });
  const kept = toKeep({ ...now.state, columns: now.columns.text || undefined });
  const make = async (view: Kept) => {
    const made = await makeView({ list, ...view });
    await refresh();
    now.show(made.id);
  };
  const change = async (view: SavedView, changes: Partial<Kept>) => {
    await changeView(view, changes);
    await refresh();
  };
  const remove = async (view: SavedView) => {
    const { name, shared, filter } = view;
    await deleteView(view.id);
    now.show(undefined);
    await refresh();
    const onUndo = () => void quietly(() => make({ name, shared, filter }));
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
      void quietly(() => change(view, { filter: kept }).then(() => now.show(view.id))),
    share: (view: SavedView) => void quietly(() => share(view)),
    remove: (view: SavedView) => void quietly(() => remove(view)),
  };
}
