import { ChevronLeft, ChevronRight, Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { plusMonths, weeksOf } from '#ui/calendar-days.ts';
import { SectionHead } from '#ui/card.tsx';
import { classNames } from '#ui/class-names.ts';
import { useDates, useReader, useToday } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { weekdays } from '#platform/messages/dates.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords, type LinkWords } from '#links/screens/words.ts';
import type { LinkTimes } from './use-link-times.ts';

interface VisitorPreviewProps {
  link: WholeLink;
  times: LinkTimes;
}

/** The public page in small, with the settings as they stand, saved or not. */
export function VisitorPreview({ link, times }: VisitorPreviewProps) {
  const t = useLinkWords();
  const [device, setDevice] = useState<'desk' | 'phone'>('desk');
  return (
    <div>
      <SectionHead
        title={t('preview.title')}
        aside={
          <Segmented
            label={t('preview.device')}
            items={[
              { value: 'desk', label: t('preview.desk'), icon: Monitor },
              { value: 'phone', label: t('preview.phone'), icon: Smartphone },
            ]}
            value={device}
            onChange={setDevice}
          />
        }
      />
      <div
        className={classNames(
          'overflow-hidden rounded-r border border-line bg-bg',
          device === 'phone' && 'mx-auto max-w-72',
        )}
      >
        <Head link={link} times={times} />
        <div className={classNames('border-t border-line', device === 'desk' && 'flex')}>
          <MiniMonth link={link} times={times} />
          <Starts link={link} times={times} beside={device === 'desk'} />
        </div>
      </div>
    </div>
  );
}

function Head({ link, times }: VisitorPreviewProps) {
  const t = useLinkWords();
  const { language } = useReader();
  const lengths = link.kind === 'specific-times' ? [] : link.durationsMinutes;
  // Where owners come first, only who is known reads whom they meet.
  const names = link.ownerFirst === 'off' ? times.hosts.map(({ name }) => name) : [];
  const facts = [
    lengths.length === 1 && t('preview.minutes', { count: lengths[0]! }),
    link.location && t(`preview.place.${link.location.kind}`),
    names.length > 0 && names.length <= MOST_NAMES && withWords(t, language, link, names),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className="px-4 py-3">
      <p dir="auto" className="text-14 font-semibold wrap-anywhere">
        {link.title}
      </p>
      <p className="text-muted wrap-anywhere">{facts.join(' · ')}</p>
      {link.description && (
        <p dir="auto" className="mt-1 line-clamp-3 wrap-anywhere whitespace-pre-line text-muted">
          {link.description}
        </p>
      )}
      {lengths.length > 1 && (
        <Segmented
          className="mt-2"
          label={t('duration.lengths')}
          items={lengths.map((count) => ({ value: String(count), label: t('preview.minutes', { count }) }))}
          value={String(times.duration ?? lengths[0])}
          onChange={(minutes) => times.setDuration(Number(minutes))}
        />
      )}
    </div>
  );
}

const MOST_NAMES = 4;

/** All of them, one of them where they take turns, or as many as a panel has chairs. */
function withWords(t: LinkWords, language: string, { kind, chairs }: WholeLink, names: string[]): string {
  if (kind === 'panel') return t('preview.withSome', { names: names.join(', '), count: chairs.length });
  const type = kind === 'round-robin' ? 'disjunction' : 'conjunction';
  return t('preview.with', { names: new Intl.ListFormat(language, { type }).format(names) });
}

function MiniMonth({ times }: VisitorPreviewProps) {
  const { firstDay } = useReader();
  const month = times.day.slice(0, 7);
  const free = new Set(times.preview?.days.map(({ date }) => date));
  const weeks = weeksOf(month, firstDay).filter((week) => week.some((date) => date.startsWith(month)));
  return (
    <div className="min-w-0 flex-1 px-4 py-3">
      <MonthSteps month={month} onGo={times.go} />
      <table className="w-full table-fixed border-separate border-spacing-0.5 text-center">
        <Weekdays />
        <tbody className={times.isStale ? 'opacity-60' : undefined}>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date} className="p-0">
                  {date.startsWith(month) && <MiniDay date={date} isFree={free.has(date)} times={times} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthSteps({ month, onGo }: { month: string; onGo: (day: string) => void }) {
  const t = useLinkWords();
  const dates = useDates();
  const go = (months: number) => onGo(plusMonths(`${month}-01`, months));
  return (
    <div className="mb-1.5 flex items-center">
      <h3 className="min-w-0 flex-1 font-semibold first-letter:uppercase">{dates.month(month)}</h3>
      <IconButton icon={ChevronLeft} label={t('preview.previous')} onClick={() => go(-1)} />
      <IconButton icon={ChevronRight} label={t('preview.next')} onClick={() => go(1)} />
    </div>
  );
}

function Weekdays() {
  const { firstDay, language } = useReader();
  return (
    <thead>
      <tr>
        {weekdays(firstDay, language).map(({ short, long }) => (
          <th key={long} scope="col" className="h-5 text-11 font-medium text-faint">
            <abbr title={long} className="no-underline">
              {short.slice(0, 2)}
            </abbr>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MiniDay({ date, isFree, times }: { date: string; isFree: boolean; times: LinkTimes }) {
  const dates = useDates();
  const today = useToday();
  const isChosen = times.day === date;
  const figure = Number(date.slice(8));
  if (!isFree)
    return (
      <span
        className={classNames(
          'tabular grid h-7 place-items-center rounded-s text-12',
          isChosen ? 'border border-line-strong' : '',
          date < today ? 'text-faint' : 'text-muted',
        )}
      >
        {figure}
      </span>
    );
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={dates.day(date)}
      onClick={() => times.go(date)}
      className={classNames(
        'tabular grid h-7 w-full place-items-center rounded-s text-12 font-semibold',
        isChosen ? 'bg-accent text-on-accent' : 'bg-accent-soft text-accent-text hover:bg-accent-mid',
      )}
    >
      {figure}
    </button>
  );
}

const MOST_SHOWN = 6;

function Starts({ link, times, beside }: VisitorPreviewProps & { beside: boolean }) {
  const t = useLinkWords();
  const dates = useDates();
  const slots = times.preview?.days.find(({ date }) => date === times.day)?.slots ?? [];
  const shown = slots.slice(0, MOST_SHOWN);
  return (
    <div
      className={classNames(
        'px-3 py-3',
        beside ? 'w-30 shrink-0 border-s border-line' : 'border-t border-line',
      )}
    >
      <h3 className="mb-2 font-medium">{dates.briefDay(times.day)}</h3>
      <ul className={beside ? 'grid gap-1.5' : 'grid grid-cols-2 gap-1.5'}>
        {shown.map(({ start }) => (
          <li
            key={start}
            className="tabular rounded-s border border-accent-line py-1 text-center font-semibold text-accent-text"
          >
            {dates.time(start, link.timeZone)}
          </li>
        ))}
      </ul>
      {slots.length === 0 && <p className="text-12 text-faint">{t('preview.noTimes')}</p>}
      {slots.length > shown.length && (
        <p className="mt-1.5 text-12 text-faint">
          {t('preview.more', { count: slots.length - shown.length })}
        </p>
      )}
    </div>
  );
}
