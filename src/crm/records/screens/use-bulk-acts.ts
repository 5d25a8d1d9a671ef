import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { saidOf } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { inBatches, type Batches, type Changed, type Outcome } from './bulk-requests.ts';
import type { ListedRecord } from './list-kind.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

/** One act for every record that is ticked, with a way back; those that were refused stay ticked, and a sentence says why. */
export function useBulkActs<Row extends ListedRecord>({ kind, ticked, setTicked }: RecordListNow<Row>) {
  const t = useListWords();
  const toast = useToast();
  const { progress, run, stop } = useProgress(kind.list);
  const say = useSaid();
  const path = `/api/${kind.list}`;

  const after = (outcome: Batches<string>) => {
    setTicked(new Set([...outcome.refused.map(({ id }) => id), ...outcome.left]));
    say(outcome);
  };
  const back = async (act: string, all: readonly unknown[], body: (some: readonly unknown[]) => object) =>
    say(await run({ path: `${path}/${act}`, all, body }));
  const change = async (given: object) => {
    const all = [...ticked];
    const outcome = await run({ path: `${path}/changes`, all, body: (ids) => ({ ids, change: given }) });
    const { changed, done } = outcome;
    const onUndo = () => void back('reversals', changed, (some) => ({ changed: some as Changed[] }));
    if (changed.length > 0) toast.undo({ text: t('bulk.changed', { count: changed.length }), onUndo });
    else if (done.length > 0) toast.done(t('bulk.same'));
    after(outcome);
  };
  const trash = async () => {
    const outcome = await run({ path: `${path}/trash`, all: [...ticked], body: (ids) => ({ ids }) });
    const { done } = outcome;
    const onUndo = () => void back('restorations', done, (ids) => ({ ids }));
    if (done.length > 0) toast.undo({ text: t('bulk.deleted', { count: done.length }), onUndo });
    after(outcome);
  };
  return { progress, stop, change: (given: object) => void change(given), trash: () => void trash() };
}

export interface Progress {
  asked: number;
  of: number;
}

/** Batch after batch, until all were asked for or somebody stops it. */
function useProgress(list: string) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const isStopped = useRef(false);
  const run = async <One>(batches: Parameters<typeof inBatches<One>>[0]) => {
    const of = batches.all.length;
    isStopped.current = false;
    setProgress({ asked: 0, of });
    const onBatch = (asked: number) => {
      setProgress({ asked, of });
      return !isStopped.current;
    };
    const outcome = await inBatches({ ...batches, onBatch });
    await queries.invalidateQueries({ queryKey: [list] });
    setProgress(null);
    return outcome;
  };
  return { progress, run, stop: () => void (isStopped.current = true) };
}

/** What was not done, and why. */
function useSaid() {
  const t = useListWords();
  const toast = useToast();
  return ({ refused, left, failure }: Outcome & Pick<Batches<unknown>, 'left' | 'failure'>) => {
    const [first] = refused;
    if (first) toast.failed(t('bulk.refused', { count: refused.length, why: saidOf(first.message) }));
    if (left.length > 0) toast.failed(t(failure ? 'bulk.failed' : 'bulk.stopped', { count: left.length }));
  };
}
