import { useQuery } from '@tanstack/react-query';
import { capital } from '#ui/capital.ts';
import { useDates } from '#ui/dates.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useTitle } from '#ui/title.ts';
import { AttentionList } from './attention-list.tsx';
import { DaySummary } from './day-summary.tsx';
import { FirstSteps } from './first-steps.tsx';
import { homeQuery, type Home } from './home-queries.ts';
import { MailFigures } from './mail-figures.tsx';
import { Shares } from './shares.tsx';
import { Today } from './today.tsx';
import { useHomeWords } from './words.ts';

/** The day: what needs somebody, what comes next, what is still missing. */
export function HomePage() {
  const t = useHomeWords();
  const { data, isError, refetch, isFetching } = useQuery(homeQuery);
  useTitle(t('title'));
  return (
    <main className="scroll-pane min-h-0 flex-1" aria-busy={!data}>
      {data && <Day home={data} />}
      {!data && !isError && (
        <div className="px-10 py-8 max-desk:px-6 max-phone:px-4 max-phone:py-5">
          <Skeleton rows={8} row="text" />
        </div>
      )}
      {!data && isError && (
        <Problem title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} broken>
          {t('failedHelp')}
        </Problem>
      )}
    </main>
  );
}

function Day({ home }: { home: Home }) {
  const dates = useDates();
  return (
    <div className="mx-auto grid max-w-[75rem] grid-cols-[minmax(0,1fr)_20.5rem] gap-x-10 gap-y-8 px-10 py-8 max-desk:px-6 max-tablet:grid-cols-1 max-phone:px-4 max-phone:py-5">
      <div className="grid content-start gap-8">
        <header>
          <h1 className="text-28 font-semibold tracking-tight max-phone:text-20">
            {capital(dates.day(home.date))}
          </h1>
          <DaySummary home={home} />
        </header>
        <AttentionList attention={home.attention} />
        <Today home={home} />
      </div>
      <aside className="grid content-start gap-10 max-tablet:grid-cols-2 max-phone:grid-cols-1">
        <FirstSteps steps={home.steps} />
        {home.shares && <Shares shares={home.shares} />}
        {home.mails && <MailFigures mails={home.mails} />}
      </aside>
    </div>
  );
}
