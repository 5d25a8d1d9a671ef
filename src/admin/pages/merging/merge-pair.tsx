import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { nameOf, previewQuery, type MergePreview } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { RequestProblem } from '#ui/request.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { RecordLoading } from '../record/record-loading.tsx';
import { Along } from './along.tsx';
import { Differences } from './differences.tsx';
import { Heads } from './heads.tsx';
import { MergeCrumb } from './merge-crumb.tsx';
import { useMerge, type Merging } from './use-merge.ts';

/** Two records side by side: what stays where they differ, what unites, what comes along. */
export function MergePair(merging: Merging) {
  const t = useMergingWords();
  const { kind, id, from } = merging;
  const found = useQuery(previewQuery(kind, id, from));
  if (found.isPending) return <Skeleton rows={6} />;
  if (found.data) return <Pair merging={merging} preview={found.data} />;
  const { error } = found;
  if (error instanceof RequestProblem && error.status === 404) return <RecordLoading found={found} />;
  return (
    <Problem
      title={t('previewFailed')}
      {...(error instanceof RequestProblem && error.status > 0 && error.status < 500
        ? { children: error.message }
        : { onRetry: () => void found.refetch(), retrying: found.isFetching })}
    />
  );
}

function Pair({ merging, preview }: { merging: Merging; preview: MergePreview }) {
  const t = useMergingWords();
  const [taken, setTaken] = useState<readonly string[]>([]);
  const merge = useMerge(merging, preview);
  const take = (field: string, takes: boolean) =>
    setTaken((before) => [...before.filter((one) => one !== field), ...(takes ? [field] : [])]);
  return (
    <>
      <PageBar
        crumb={<MergeCrumb kind={merging.kind} id={merging.id} name={nameOf(preview.into)} />}
        title={t('merge')}
        actions={
          <Button kind="primary" size="m" busy={merge.isPending} onClick={() => merge.mutate(taken)}>
            {t('merge')}
          </Button>
        }
      />
      <div className="scroll-pane min-h-0 flex-1 px-6 py-5 max-tablet:px-4">
        <div className="grid max-w-240 gap-6">
          {merge.error && (
            <Note tone="danger" alert>
              {isStale(merge.error) ? t('changed') : merge.error.message}
            </Note>
          )}
          <Heads merging={merging} preview={preview} />
          <Differences kind={merging.kind} preview={preview} taken={taken} onTake={take} />
          <Along preview={preview} />
        </div>
      </div>
    </>
  );
}

function isStale(error: Error): boolean {
  return error instanceof RequestProblem && error.status === 412;
}
