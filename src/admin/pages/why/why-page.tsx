import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { instantAt } from '#bookings/screens/wall-time.ts';
import { linkQuery, type WholeLink } from '#links/screens/link-queries.ts';
import { useToday } from '#ui/dates.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useTitle } from '#ui/title.ts';
import { TheAnswer } from './the-answer.tsx';
import { WhichLink } from './which-link.tsx';
import { WhichTime } from './which-time.tsx';
import { useWhyWords } from './words.ts';

const here = getRouteApi('/why');

/** A10: for any link and time, what stands against it. */
export function WhyPage() {
  const t = useWhyWords();
  const { linkId } = here.useSearch();
  useTitle(t('title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} />
      <div className="scroll-pane min-h-0 flex-1 px-6 py-5 max-tablet:px-4">
        <div className="grid max-w-160 gap-5">
          <p className="text-muted">{t('what')}</p>
          <WhichLink linkId={linkId} />
          {linkId && <OfLink linkId={linkId} />}
        </div>
      </div>
    </main>
  );
}

function OfLink({ linkId }: { linkId: string }) {
  const t = useWhyWords();
  const { data, isError, refetch } = useQuery(linkQuery(linkId));
  if (data) return <Asked link={data} />;
  if (!isError) return <Skeleton row="text" rows={4} />;
  return (
    <Problem title={t('failed')} onRetry={() => void refetch()}>
      {t('failedWhat')}
    </Problem>
  );
}

/** Noon today unless said. */
function Asked({ link }: { link: WholeLink }) {
  const today = useToday();
  const { date = today, time = '12:00', minutes } = here.useSearch();
  const known = link.durationsMinutes.includes(minutes ?? 0) ? minutes : link.durationsMinutes[0];
  return (
    <>
      <WhichTime link={link} date={date} time={time} minutes={known} />
      <TheAnswer link={link} start={instantAt({ date, time }, link.timeZone)} duration={known} />
    </>
  );
}
