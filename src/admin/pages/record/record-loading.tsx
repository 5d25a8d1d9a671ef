import type { UseQueryResult } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { RequestProblem } from '#ui/request.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useRecordWords } from './words.ts';

/** A record that is on its way, not there, or did not arrive. */
export function RecordLoading({ found }: { found: UseQueryResult }) {
  const t = useRecordWords();
  const { error } = found;
  const kept = keptInstead(error);
  if (kept) return <Navigate to={recordPage(kept)} replace />;
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      {!error && (
        <>
          <div aria-hidden className="min-h-(--bar) shrink-0 border-b border-line max-phone:min-h-14" />
          <div className="px-6 py-5 max-tablet:px-4">
            <Skeleton rows={8} row="text" />
          </div>
        </>
      )}
      {error instanceof RequestProblem && error.status === 404 && (
        <Empty title={t('notFound')}>{t('notFoundWhat')}</Empty>
      )}
      {error && !(error instanceof RequestProblem && error.status === 404) && (
        <Problem
          title={t('failed.record')}
          onRetry={() => void found.refetch()}
          retrying={found.isFetching}
          broken
        />
      )}
    </main>
  );
}

/** What it goes on as since it was merged: old addresses lead there. */
function keptInstead(error: Error | null): { kind: string; id: string } | undefined {
  if (!(error instanceof RequestProblem)) return undefined;
  return error.facts['mergedInto'] as { kind: string; id: string } | undefined;
}
