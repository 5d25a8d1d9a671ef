import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { plusDays, startOfWeek } from '#ui/calendar-days.ts';
import { SectionHead } from '#ui/card.tsx';
import { useDates, useReader } from '#ui/dates.tsx';
import { HeatStrip, type HeatPlace } from '#ui/heat-strip.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import type { LinkDraft } from '#links/screens/editor/draft.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { freeByHour, hoursShown, startInHour, cellOf } from './hours-of-week.ts';
import { rowsAndColumns } from './strip-words.ts';
import type { LinkTimes } from './use-link-times.ts';
import { WhyClosed } from './why-closed.tsx';

interface OpenWeekProps {
  link: WholeLink;
  times: LinkTimes;
  draft: LinkDraft;
}

/** A week by day and hour: how many hosts are free, and on asking why (A10). */
export function OpenWeek({ link, times, draft }: OpenWeekProps) {
  const t = useLinkWords();
  const dates = useDates();
  const { firstDay } = useReader();
  const [asked, setAsked] = useState<HeatPlace | null>(null);
  const from = startOfWeek(times.day, firstDay);
  const { isError, preview } = times;
  return (
    <section aria-label={t('open.title')} className="mb-6">
      <SectionHead
        title={t('open.title')}
        aside={<WeekSteps from={from} onGo={(day) => (setAsked(null), times.go(day))} />}
      />
      {isError && !preview && <Problem title={t('open.failed')} onRetry={times.retry} />}
      <Strip link={link} times={times} from={from} asked={asked} onAsk={setAsked} />
      <p className="mt-1.5 text-12 text-faint">{t(asked ? 'open.figure' : 'open.ask')}</p>
      {asked && (
        <WhyClosed
          link={link}
          draft={draft}
          place={{ date: asked.row, hour: Number(asked.column) }}
          start={startInHour(
            { date: asked.row, hour: Number(asked.column) },
            {
              timeZone: link.timeZone,
              incrementMinutes: link.incrementMinutes ?? link.durationsMinutes[0] ?? 30,
            },
            preview?.days ?? [],
          )}
          duration={times.duration}
          hour={dates.time(`2024-01-01T${asked.column}:00:00Z`, 'UTC')}
        />
      )}
    </section>
  );
}

function WeekSteps({ from, onGo }: { from: string; onGo: (day: string) => void }) {
  const t = useLinkWords();
  const dates = useDates();
  const week = t('open.week', { from: dates.briefDay(from), to: dates.briefDay(plusDays(from, 6)) });
  return (
    <>
      <IconButton icon={ChevronLeft} label={t('week.back')} onClick={() => onGo(plusDays(from, -7))} />
      <span className="tabular text-12 text-muted">{week}</span>
      <IconButton icon={ChevronRight} label={t('week.on')} onClick={() => onGo(plusDays(from, 7))} />
    </>
  );
}

interface StripProps extends Pick<OpenWeekProps, 'link' | 'times'> {
  from: string;
  asked: HeatPlace | null;
  onAsk: (place: HeatPlace) => void;
}

function Strip({ link, times, from, asked, onAsk }: StripProps) {
  const t = useLinkWords();
  const dates = useDates();
  const days = times.preview?.days;
  const cells = useMemo(() => freeByHour(days ?? [], link.timeZone), [days, link.timeZone]);
  const hours = useMemo(() => hoursShown(cells.keys()), [cells]);
  const { rows, columns } = useMemo(() => rowsAndColumns(dates, from, hours), [dates, from, hours]);
  // W asks about the hour under the focus, as Enter does.
  const ask = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.toLowerCase() !== 'w' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLButtonElement && event.target.dataset.cell) event.target.click();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- one more key for the buttons inside
    <div onKeyDown={ask} className={times.isStale ? 'opacity-60' : undefined}>
      <HeatStrip
        label={t('open.title')}
        rows={rows}
        columns={columns}
        most={Math.max(1, new Set(link.chairs.flatMap((chair) => chair.candidateIds)).size)}
        valueAt={({ row, column }) => cells.get(cellOf(row, Number(column))) ?? 0}
        selected={asked}
        onSelect={onAsk}
      />
    </div>
  );
}
