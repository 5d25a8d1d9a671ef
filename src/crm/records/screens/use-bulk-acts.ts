import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '#ui/toast.tsx';
import { bulkAct, type Outcome } from './bulk-requests.ts';
import type { ListedRecord } from './list-kind.ts';
import { useListRefusal } from './use-list-refusal.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

/** One act for every record that is ticked; those that were refused stay ticked, and a sentence says why. */
export function useBulkActs<Row extends ListedRecord>({ kind, ticked, setTicked }: RecordListNow<Row>) {
  const t = useListWords();
  const toast = useToast();
  const queries = useQueryClient();
  const { quietly } = useListRefusal();
  const [busy, setBusy] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: [kind.list] });
  const run = async (act: () => Promise<Outcome>, say: (done: string[]) => void) => {
    setBusy(true);
    await quietly(async () => {
      const { done, refused } = await act();
      await refresh();
      setTicked(new Set(refused.map(({ id }) => id)));
      if (done.length > 0) say(done);
      const [first] = refused;
      if (first) toast.failed(t('bulk.refused', { count: refused.length, why: first.message }));
    });
    setBusy(false);
  };
  const restore = (ids: string[]) => quietly(() => bulkAct(kind.list, 'restorations', ids).then(refresh));
  const sayDeleted = (ids: string[]) =>
    toast.undo({ text: t('bulk.deleted', { count: ids.length }), onUndo: () => void restore(ids) });
  const sayChanged = (ids: string[]) => toast.done(t('bulk.changed', { count: ids.length }));
  return {
    busy,
    change: (change: object) =>
      void run(() => bulkAct(kind.list, 'changes', [...ticked], change), sayChanged),
    trash: () => void run(() => bulkAct(kind.list, 'trash', [...ticked]), sayDeleted),
  };
}
