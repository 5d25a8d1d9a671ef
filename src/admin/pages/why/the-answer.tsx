import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useDates, useNow } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { explanationQuery } from '../links/times-queries.ts';
import { WhyReasons } from '../links/why-reasons.tsx';
import { useWhyWords } from './words.ts';

interface TheAnswerProps {
  link: WholeLink;
  start: string;
  duration: number | undefined;
}

/** Open or closed, and what each one says to it. */
export function TheAnswer({ link, start, duration }: TheAnswerProps) {
  const t = useLinkWords();
  const own = useWhyWords();
  const dates = useDates();
  const now = useNow();
  const asked = { start, ...(link.kind !== 'specific-times' && { duration }) };
  const { data, isError, refetch } = useQuery({
    ...explanationQuery(link.id, asked),
    placeholderData: keepPreviousData,
  });
  const { timeZone } = link;
  const when = `${dates.day(dates.dateOf(start, timeZone))}, ${dates.time(start, timeZone)}`;
  return (
    <section aria-live="polite" className="rounded-r border border-line px-4 py-3">
      {isError && <Problem title={t('why.failed')} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton row="text" rows={4} />}
      {data && (
        <>
          <h2 className="mb-2 text-16 font-semibold first-letter:uppercase">
            {t(data.offered ? 'why.open' : 'why.closed', { when })}
          </h2>
          <WhyReasons explanation={data} speaker={{ t, dates, timeZone, now }} />
          <p className="mt-3">
            <LinkButton render={<Link to="/links/$linkId" params={{ linkId: link.id }} />}>
              {own('openLink')}
            </LinkButton>
          </p>
        </>
      )}
    </section>
  );
}
