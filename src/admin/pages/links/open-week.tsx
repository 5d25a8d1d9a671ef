import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { plusDays, startOfWeek } from '#ui/calendar-days.ts';
import { SectionHead } from '#ui/card.tsx';
import { useDates, useReader } from '#ui/dates.tsx';
import { HeatStrip, type HeatPlace } from '#ui/heat-strip.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Segmented } from '#ui/segmented.tsx';
import type { LinkDraft } from '#links/screens/editor/draft.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import type { LinkPreview } from '#bookings/preview-link.ts';
import { cellOf, hoursOfWeek, hoursShown, startInHour } from './hours-of-week.ts';
import { Makers, useMakers } from './makers-of-hour.tsx';
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
      <Lengths link={link} times={times} />
      {isError && !preview && <Problem title={t('open.failed')} onRetry={times.retry} />}
      <Strip link={link} times={times} from={from} asked={asked} onAsk={setAsked} />
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

/** Of several lengths the one whose starts are shown. */
function Lengths({ link, times }: Pick<OpenWeekProps, 'link' | 'times'>) {
  const t = useLinkWords();
  const lengths = link.kind === 'specific-times' ? [] : link.durationsMinutes;
  if (lengths.length < 2) return null;
  return (
    <Segmented
      className="mb-2"
      label={t('duration.lengths')}
      items={lengths.map((count) => ({ value: String(count), label: t('duration.minutes', { count }) }))}
      value={String(times.duration ?? lengths[0])}
      onChange={(minutes) => times.setDuration(Number(minutes))}
    />
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
  const [looked, setLooked] = useState<HeatPlace | null>(null);
  const { days, partly, hosts } = times.preview ?? NOTHING;
  const cells = useMemo(
    () => hoursOfWeek(days, partly, hosts, link.timeZone),
    [days, partly, hosts, link.timeZone],
  );
  const hours = useMemo(() => hoursShown(cells), [cells]);
  const { rows, columns } = useMemo(() => rowsAndColumns(dates, from, hours), [dates, from, hours]);
  const hourAt = ({ row, column }: HeatPlace) => cells.get(cellOf(row, Number(column)));
  const makersOf = useMakers(link, times.hosts);
  return (
    <div aria-busy={times.isStale} className={times.isStale ? 'opacity-60' : undefined}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- one more key for the buttons inside */}
      <div onKeyDown={askByKey}>
        <HeatStrip
          label={t('open.title')}
          rows={rows}
          columns={columns}
          most={Math.max(1, new Set(link.chairs.flatMap((chair) => chair.candidateIds)).size)}
          valueAt={(place) => hourAt(place)?.free.size ?? 0}
          detailAt={(place) => makersOf(hourAt(place))}
          onLook={setLooked}
          selected={asked}
          onSelect={onAsk}
        />
      </div>
      <Makers place={looked} hour={looked && hourAt(looked)} makersOf={makersOf} isAsked={asked !== null} />
    </div>
  );
}

const NOTHING: Pick<LinkPreview, 'days' | 'partly' | 'hosts'> = { days: [], partly: [], hosts: [] };

/** W asks about the hour under the focus, as Enter does. */
function askByKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key.toLowerCase() !== 'w' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLButtonElement && event.target.dataset.cell) event.target.click();
}
