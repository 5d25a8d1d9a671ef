import { useDates } from './dates.tsx';
import { usePartWords } from './parts-words.ts';

export interface WeekStripProps {
  /** The local dates of the week. */
  days: readonly string[];
  shown: string;
  today: string;
  /** Dates on which something stands; each has a dot. */
  planned: ReadonlySet<string>;
  onShow: (date: string) => void;
}

/** The week above one day of the grid, on a phone. */
export function WeekStrip({ days, shown, today, planned, onShow }: WeekStripProps) {
  const t = usePartWords();
  const { reader, ...dates } = useDates();
  const weekday = new Intl.DateTimeFormat(reader.language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <nav
      aria-label={t('grid.week')}
      className="grid flex-none grid-flow-col auto-cols-fr border-b border-line px-2 pt-1 pb-2"
    >
      {days.map((date) => (
        <button
          key={date}
          type="button"
          aria-current={date === shown ? 'date' : undefined}
          onClick={() => onShow(date)}
          className="group grid min-h-(--touch) min-w-0 justify-items-center gap-0.5 rounded-r py-1 text-11 font-medium text-faint"
        >
          <span className="sr-only">
            {[dates.day(date), ...(planned.has(date) ? [t('grid.hasSpans')] : [])].join(', ')}
          </span>
          <span aria-hidden className="max-w-full truncate">
            {weekday.format(Date.parse(date)).replace('.', '')}
          </span>
          <b
            aria-hidden
            className={`tabular grid size-8 place-items-center rounded-r text-14 font-semibold group-aria-[current]:bg-ink group-aria-[current]:text-bg ${date === today ? 'text-accent-text' : 'text-ink'}`}
          >
            {Number(date.slice(8))}
          </b>
          <span
            className={`size-1 rounded-full ${planned.has(date) ? 'bg-accent forced-colors:border-2' : ''}`}
          />
        </button>
      ))}
    </nav>
  );
}
