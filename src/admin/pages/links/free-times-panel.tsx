import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useDates, useToday } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Note } from '#ui/note.tsx';
import { Problem } from '#ui/problem.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { CopyAddress, useCopy } from './copy-address.tsx';
import { plusDays } from '#ui/calendar-days.ts';
import { Hosts } from './link-hosts.tsx';
import { freeTimesQuery, type FreeTimes } from './times-queries.ts';
import { VisitorPage } from './visitor-page.tsx';

const DAYS = 7;

/** A link beside its list: its hosts, its address, and what a visitor could book in the days to come (L2). */
export function FreeTimesPanel({ link, onClose }: { link: ListedLink; onClose: () => void }) {
  const t = useLinkWords();
  const { copy } = useCopy(link.url);
  return (
    <SidePanel
      label={t('free.title', { title: link.title })}
      onClose={onClose}
      head={
        <h2 dir="auto" title={link.title} className="truncate font-semibold">
          {link.title}
        </h2>
      }
      footer={
        <>
          <LinkButton icon={ExternalLink} render={<VisitorPage href={link.url} />}>
            {t('act.preview')}
          </LinkButton>
          <Button icon={Copy} onClick={copy}>
            {t('share.copy')}
          </Button>
        </>
      }
    >
      <PanelSection>
        <CopyAddress link={link} />
        <div className="mt-2">
          <Hosts link={link} long />
        </div>
        {!link.active && (
          <Note className="mt-3" tone="wait">
            {t('free.off')}
          </Note>
        )}
      </PanelSection>
      <FreeDays link={link} />
    </SidePanel>
  );
}

function FreeDays({ link }: { link: ListedLink }) {
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
      aside={
        <>
          <IconButton
            icon={ChevronLeft}
            label={t('week.back')}
            disabled={week === 0}
            onClick={() => setWeek(week - 1)}
          />
          <IconButton icon={ChevronRight} label={t('week.on')} onClick={() => setWeek(week + 1)} />
        </>
      }
    >
      {isError && <Problem title={t('free.failed')} onRetry={() => void refetch()} retrying={isFetching} />}
      {!data && !isError && <Skeleton row="text" rows={6} />}
      {data && <Days free={data} />}
    </PanelSection>
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
                className="rounded-xs border border-accent-line px-1.5 text-12 text-accent-text"
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
