import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { plusDays, plusMonths, startOfWeek, weekdayOf, weeksOf } from './calendar-days.ts';
import { useDates, useReader, useToday } from './dates.tsx';
import { IconButton } from './icon-button.tsx';
import { MonthDay } from './month-day.tsx';
import { usePartWords } from './parts-words.ts';

export interface MonthProps {
  value: string | null;
  onChoose: (date: string) => void;
  min?: string;
  max?: string;
  /** How many are free on a date: such days are marked, and it is read aloud. */
  free?: ReadonlyMap<string, number>;
  /** Another month is shown; the day is the one the Tab key now stops at. */
  onMonth?: (date: string) => void;
  /** The day that the Tab key stops at. */
  dayRef?: Ref<HTMLButtonElement>;
}

/** A month to choose a day from: arrows by day and week, Home and End in the week, Page Up and Down by month. */
export function Month({ value, onChoose, min, max, free, onMonth, dayRef }: MonthProps) {
  const { firstDay } = useReader();
  const { today, at, grid, move, onKeyDown } = useMonth({ value, min, max, onMonth });
  const title = useId();
  return (
    <div className="w-63 touch:w-80">
      <MonthHead id={title} at={at} onMove={move} min={min} max={max} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- days that arrows move among are a grid */}
      <table ref={grid} role="grid" aria-labelledby={title} className="mt-2 w-full table-fixed">
        <Weekdays firstDay={firstDay} />
        <tbody>
          {weeksOf(at.slice(0, 7), firstDay).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <MonthDay
                  key={date}
                  ref={date === at ? dayRef : undefined}
                  date={date}
                  at={at}
                  chosen={date === value}
                  today={date === today}
                  closed={date !== inside(date, min, max)}
                  free={free?.get(date)}
                  onChoose={onChoose}
                  onKeyDown={onKeyDown}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useMonth({ value, min, max, onMonth }: Pick<MonthProps, 'value' | 'min' | 'max' | 'onMonth'>) {
  const { firstDay } = useReader();
  const today = useToday();
  const [at, setAt] = useState(value ?? inside(today, min, max));
  const grid = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfter(event.key, at, firstDay);
    if (next === null) return;
    event.preventDefault();
    flushSync(() => go(next));
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const go = (date: string) => {
    const next = inside(date, min, max);
    setAt(next);
    if (next.slice(0, 7) !== at.slice(0, 7)) onMonth?.(next);
  };
  const move = (months: number) => go(plusMonths(at, months));
  return { today, at, grid, move, onKeyDown };
}

interface MonthHeadProps extends Pick<MonthProps, 'min' | 'max'> {
  id: string;
  at: string;
  onMove: (months: number) => void;
}

function MonthHead({ id, at, onMove, min, max }: MonthHeadProps) {
  const t = usePartWords();
  const { month } = useDates();
  const name = at.slice(0, 7);
  return (
    <div className="flex items-center gap-1">
      <h3 id={id} aria-live="polite" className="min-w-0 flex-1 ps-2 font-semibold first-letter:uppercase">
        {month(name)}
      </h3>
      <IconButton
        icon={ChevronLeft}
        label={t('parts.previousMonth')}
        shortcut="PgUp"
        disabled={min !== undefined && name <= min.slice(0, 7)}
        onClick={() => onMove(-1)}
        className="rtl:-scale-x-100"
      />
      <IconButton
        icon={ChevronRight}
        label={t('parts.nextMonth')}
        shortcut="PgDn"
        disabled={max !== undefined && name >= max.slice(0, 7)}
        onClick={() => onMove(1)}
        className="rtl:-scale-x-100"
      />
    </div>
  );
}

function Weekdays({ firstDay }: { firstDay: number }) {
  const { language } = useReader();
  const name = (date: string, weekday: 'long' | 'narrow') =>
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
  return (
    <thead>
      <tr>
        {(weeksOf('2026-12', firstDay)[0] ?? []).map((date) => (
          <th
            key={date}
            scope="col"
            abbr={name(date, 'long')}
            className="h-7 text-11 font-medium text-faint uppercase"
          >
            <span aria-hidden>{name(date, 'narrow')}</span>
            <span className="sr-only">{name(date, 'long')}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function dayAfter(key: string, at: string, firstDay: number): string | null {
  const days: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = days[key];
  if (step !== undefined) return plusDays(at, step);
  if (key === 'PageUp' || key === 'PageDown') return plusMonths(at, key === 'PageUp' ? -1 : 1);
  if (key === 'Home') return startOfWeek(at, firstDay);
  return key === 'End' ? plusDays(at, (firstDay + 6 - weekdayOf(at) + 7) % 7) : null;
}

function inside(date: string, min?: string, max?: string): string {
  if (min && date < min) return min;
  return max && date > max ? max : date;
}
