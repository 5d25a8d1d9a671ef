import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Settings } from 'lucide-react';
import { State, type Shape } from '#ui/badge.tsx';
import { useDates, useNow } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { pickedDays, windowsOf, type PickedTime } from './picked-days.ts';
import { freeTimesQuery } from './times-queries.ts';
import { useMayEdit } from './use-may-edit.ts';

/** L3: every time that was picked, day by day: free, taken or past. */
export function PickedTimes({ link }: { link: ListedLink }) {
  const t = useLinkWords();
  const mayEdit = useMayEdit()(link);
  return (
    <PanelSection
      title={t('free.times')}
      aside={
        mayEdit && (
          <LinkButton
            icon={Settings}
            render={<Link to="/links/$linkId" params={{ linkId: link.id }} hash="times" />}
          >
            {t('free.change')}
          </LinkButton>
        )
      }
    >
      <Times link={link} />
    </PanelSection>
  );
}

function Times({ link }: { link: ListedLink }) {
  const t = useLinkWords();
  const dates = useDates();
  const now = useNow();
  const { timeZone } = dates.reader;
  const dateOf = (start: string) => dates.dateOf(start, timeZone);
  const found = useQueries({
    queries: windowsOf(link.times, dateOf, now).map((window) =>
      freeTimesQuery(link.id, { ...window, timeZone }),
    ),
  });
  if (found.some(({ isError }) => isError))
    return (
      <Problem
        title={t('free.failed')}
        onRetry={() => found.forEach(({ refetch }) => void refetch())}
        retrying={found.some(({ isFetching }) => isFetching)}
      />
    );
  if (found.some(({ data }) => !data)) return <Skeleton row="text" rows={4} />;
  const free = found.flatMap(({ data }) =>
    data!.days.flatMap(({ slots }) => slots.map(({ start }) => start)),
  );
  const hasUnread = (link.tally?.unread ?? 0) > 0;
  return (
    <dl className="grid gap-3">
      {pickedDays(link.times, { free: new Set(free), now, dateOf, hasUnread }).map(({ date, times }) => (
        <div key={date} className="min-w-0">
          <dt className="mb-1 font-medium first-letter:uppercase">{dates.day(date)}</dt>
          <dd className="grid gap-1">
            {times.map((time) => (
              <TimeLine key={time.start} time={time} timeZone={timeZone} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const SHAPES: Record<PickedTime['state'], Shape> = {
  free: 'order',
  taken: 'booked',
  unread: 'waiting',
  past: 'over',
};

function TimeLine({ time: { start, end, state }, timeZone }: { time: PickedTime; timeZone: string }) {
  const t = useLinkWords();
  const dates = useDates();
  return (
    <span className="flex min-w-0 items-center gap-3">
      <time dateTime={start} className={state === 'free' ? 'w-32 shrink-0' : 'w-32 shrink-0 text-faint'}>
        {dates.range(start, end, timeZone)}
      </time>
      <State shape={SHAPES[state]}>{t(`free.state.${state}`)}</State>
    </span>
  );
}
