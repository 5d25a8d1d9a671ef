import type { KeyboardEvent, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useDates } from './dates.tsx';
import { usePartWords } from './parts-words.ts';

interface MonthDayProps {
  date: string;
  /** The day the Tab key stops at; its month is the one shown. */
  at: string;
  chosen: boolean;
  today: boolean;
  closed: boolean;
  free?: number;
  onChoose: (date: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  ref?: Ref<HTMLButtonElement>;
}

export function MonthDay({
  date,
  at,
  chosen,
  today,
  closed,
  free = 0,
  onChoose,
  onKeyDown,
  ref,
}: MonthDayProps) {
  const outside = !date.startsWith(at.slice(0, 7));
  const { longDay } = useDates();
  const t = usePartWords();
  return (
    <td aria-selected={chosen} className="p-0 text-center">
      <button
        ref={ref}
        type="button"
        tabIndex={date === at ? 0 : -1}
        aria-label={free > 0 ? `${longDay(date)}, ${t('parts.free', { count: free })}` : longDay(date)}
        aria-current={today ? 'date' : undefined}
        aria-disabled={closed || undefined}
        onKeyDown={onKeyDown}
        onClick={() => !closed && onChoose(date)}
        className={dayLook({ closed, chosen, today, outside, free: free > 0 })}
      >
        {Number(date.slice(8))}
      </button>
    </td>
  );
}

type Day = Record<'closed' | 'chosen' | 'today' | 'outside' | 'free', boolean>;

function dayLook({ closed, chosen, today, outside, free }: Day): string {
  return classNames(
    'tabular mx-auto grid size-8 place-items-center rounded-s touch:size-(--touch)',
    closed && 'text-faint line-through',
    !closed && outside && !chosen && !free && 'text-faint',
    !closed && !chosen && 'hover:bg-hover',
    free && !chosen && 'bg-accent-soft font-medium text-accent-text',
    chosen &&
      'bg-accent font-semibold text-on-accent forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]',
    today && !chosen && 'font-semibold underline decoration-2 underline-offset-4',
  );
}
