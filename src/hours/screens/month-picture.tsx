import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { weekdays } from '#platform/messages/dates.ts';
import { classNames } from '#ui/class-names.ts';
import { useDates, useToday } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { monthDays, type DayKind, type MonthDay, type OwnDates } from './month-days.ts';
import { useWallTimes } from './use-wall-times.ts';
import { useHoursWords } from './words.ts';

/** The month that results from week, other hours, holidays and absences. */
export function MonthPicture({ own }: { own: OwnDates }) {
  const t = useHoursWords();
  const dates = useDates();
  const today = useToday();
  const [month, setMonth] = useState(today.slice(0, 7));
  const go = (months: number) => setMonth(Temporal.PlainYearMonth.from(month).add({ months }).toString());
  return (
    <section aria-label={t('month.label')}>
      <div className="mb-2 flex min-h-8 items-center gap-1">
        <h3 className="min-w-0 flex-1 font-semibold first-letter:uppercase" aria-live="polite">
          {t('month.title', { month: dates.month(month) })}
        </h3>
        <IconButton icon={ChevronLeft} label={t('month.previous')} onClick={() => go(-1)} />
        <IconButton icon={ChevronRight} label={t('month.next')} onClick={() => go(1)} />
      </div>
      <MonthTable days={monthDays(own, month)} today={today} />
      <Legend />
      <p className="mt-3 text-12 text-faint">{t('month.order')}</p>
    </section>
  );
}

function MonthTable({ days, today }: { days: readonly MonthDay[]; today: string }) {
  const { reader } = useDates();
  const weeks = weeksOf(days, reader.firstDay);
  return (
    <table className="w-full table-fixed border-separate border-spacing-0.5">
      <thead>
        <tr>
          {weekdays(reader.firstDay, reader.language).map(({ short, long }) => (
            <th key={long} scope="col" className="pb-1 text-12 font-normal text-faint" aria-label={long}>
              {short.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, column) =>
              day ? (
                <DayCell key={day.date} day={day} isToday={day.date === today} />
              ) : (
                <td key={column} aria-hidden />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weeksOf(days: readonly MonthDay[], firstDay: number): (MonthDay | null)[][] {
  const lead = (Temporal.PlainDate.from(days[0]!.date).dayOfWeek - firstDay + 7) % 7;
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
}

const GROUND: Record<DayKind, string> = {
  weekly: '',
  other: '',
  holiday: 'bg-wait-soft text-wait',
  absence: 'bg-press text-muted',
  closed: 'text-faint bg-[repeating-linear-gradient(-45deg,var(--line)_0_1px,transparent_1px_6px)]',
};

function DayCell({ day, isToday }: { day: MonthDay; isToday: boolean }) {
  const words = useDayWords();
  return (
    <td
      title={words(day)}
      className={classNames(
        'h-9 rounded-xs p-0 align-top',
        GROUND[day.kind],
        isToday && 'outline-2 -outline-offset-2 outline-ink',
      )}
    >
      <span className="sr-only">{words(day)}</span>
      <span aria-hidden className="flex h-full flex-col px-1 pt-0.5">
        <span className="tabular text-12 leading-4 font-medium">{Number(day.date.slice(-2))}</span>
        {day.title && <span className="truncate text-11">{day.title}</span>}
        <Bar kind={day.kind} className="mt-auto mb-0.5" />
      </span>
    </td>
  );
}

function Bar({ kind, className }: { kind: DayKind; className?: string }) {
  if (kind === 'weekly') return <span className={classNames('h-1 rounded-xs bg-accent', className)} />;
  if (kind !== 'other') return null;
  return <span className={classNames('h-1.5 rounded-xs border border-dashed border-accent', className)} />;
}

function useDayWords() {
  const t = useHoursWords();
  const dates = useDates();
  const times = useWallTimes();
  return ({ date, kind, spans, title }: MonthDay) => {
    const when = spans.map((span) => times.span(span)).join(', ');
    return [dates.day(date), t(`month.${kind}`), title, when].filter(Boolean).join(', ');
  };
}

const SHOWN = ['weekly', 'other', 'absence', 'holiday'] as const;

function Legend() {
  const t = useHoursWords();
  const swatch = {
    absence: 'size-3 bg-press rounded-xs',
    holiday: 'size-3 rounded-xs border border-wait-line bg-wait-soft',
  };
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-12 text-muted">
      {SHOWN.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          {kind === 'weekly' || kind === 'other' ? (
            <Bar kind={kind} className="w-5" />
          ) : (
            <span className={swatch[kind]} />
          )}
          {t(`month.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
