import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useToday } from '#ui/dates.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { RequestProblem } from '#ui/request.ts';
import { LoadingBar, Skeleton } from '#ui/skeleton.tsx';
import { useTitle } from '#ui/title.ts';
import { CopyTable } from './copy-table.tsx';
import { fairnessQuery } from './fairness-queries.ts';
import { FairnessFilter } from './fairness-filter.tsx';
import { Findings } from './findings.tsx';
import { periodDays } from './period-days.ts';
import { useFairnessWords } from './words.ts';

const here = getRouteApi('/fairness');

/** Who got how many meetings, and whether that is fair given when each was free (LOOK). */
export function FairnessPage() {
  const t = useFairnessWords();
  const today = useToday();
  const { period = 'month', from, to, ...of } = here.useSearch();
  const days = from && to ? { from, to } : periodDays(period, today);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(fairnessQuery({ ...days, ...of }));
  useTitle(t('title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} actions={data && data.hosts.length > 0 && <CopyTable report={data} />} />
      <FairnessFilter days={days} of={data?.of ?? null} />
      {isPlaceholderData && <LoadingBar />}
      <div className="scroll-pane min-h-0 flex-1" aria-busy={!data}>
        {data && !error && <Findings report={data} />}
        {!data && !error && (
          <div className="px-6 py-5 max-tablet:px-4">
            <Skeleton rows={7} row="text" />
          </div>
        )}
        {error && <NotShown error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      </div>
    </main>
  );
}

function NotShown({ error, ...retry }: { error: Error; onRetry: () => void; retrying: boolean }) {
  const t = useFairnessWords();
  if (error instanceof RequestProblem && error.status === 404)
    return <Problem title={t('gone')}>{t('goneWhat')}</Problem>;
  return (
    <Problem title={t('failed')} {...retry} broken>
      {t('failedWhat')}
    </Problem>
  );
}
