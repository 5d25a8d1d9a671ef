import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { plusDays } from '#ui/calendar-days.ts';
import { useDates, useToday } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { freeTimesQuery, type FreeTimes } from './times-queries.ts';

const DAYS = 7;

/** What is free now, a week at a time, in the reader's own zone. */
export function FreeDays({ link }: { link: ListedLink }) {
  const t = useLinkWords();
  const dates = useDates();
  const today = useToday();
  const [week, setWeek] = useState(0);
  const from = plusDays(today, week * DAYS);
  const window = { from, to: plusDays(from, DAYS - 1), timeZone: dates.reader.timeZone };
  const { data, isError, isFetching, refetch } = useQuery(freeTimesQuery(link.id, window));
  return (
    <PanelSection
      title={t('free.days', { from: dates.briefDay(from), to: dates.briefDay(window.to) })}
      aside={<Weeks week={week} onChange={setWeek} />}
    >
      {isError && <Problem title={t('free.failed')} onRetry={() => void refetch()} retrying={isFetching} />}
      {!data && !isError && <Skeleton row="text" rows={6} />}
      {data && <Days free={data} />}
    </PanelSection>
  );
}

function Weeks({ week, onChange }: { week: number; onChange: (week: number) => void }) {
  const t = useLinkWords();
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        label={t('week.back')}
        disabled={week === 0}
        onClick={() => onChange(week - 1)}
      />
      <IconButton icon={ChevronRight} label={t('week.on')} onClick={() => onChange(week + 1)} />
    </>
  );
}

function Days({ free }: { free: FreeTimes }) {
  const t = useLinkWords();
  const dates = useDates();
  if (free.days.length === 0) return <p className="text-muted">{t('free.none')}</p>;
  return (
    <dl className="grid gap-3">
      {free.days.map(({ date, slots }) => (
        <div key={date} className="min-w-0">
          <dt className="mb-1 flex gap-2 font-medium">
            <span className="inline-block first-letter:uppercase">{dates.day(date)}</span>
            <span className="font-normal text-faint">{t('free.count', { count: slots.length })}</span>
          </dt>
          <dd className="flex flex-wrap gap-1">
            {slots.map(({ start, hostIds }) => (
              <time
                key={start}
                dateTime={start}
                title={t('free.hosts', { count: hostIds.length })}
                className="tabular rounded-xs border border-accent-line px-1.5 text-12 text-accent-text"
              >
                {dates.time(start, free.timeZone)}
              </time>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
