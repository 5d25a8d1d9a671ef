import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import { useDates } from './dates.tsx';

interface MonthDayProps {
  date: string;
  /** The Tab key stops here. */
  stop: boolean;
  /** Of the month before or after. */
  outside: boolean;
  chosen: boolean;
  today: boolean;
  closed: boolean;
  onChoose: (date: string) => void;
  ref?: Ref<HTMLButtonElement>;
}

export function MonthDay({ date, stop, outside, chosen, today, closed, onChoose, ref }: MonthDayProps) {
  const { longDay } = useDates();
  return (
    <td role="gridcell" aria-selected={chosen} className="p-0 text-center">
      <button
        ref={ref}
        type="button"
        tabIndex={stop ? 0 : -1}
        aria-label={longDay(date)}
        aria-current={today ? 'date' : undefined}
        aria-disabled={closed || undefined}
        onClick={() => !closed && onChoose(date)}
        className={classNames(
          'tabular mx-auto grid size-8 place-items-center rounded-s touch:size-(--touch)',
          closed && 'text-faint line-through',
          !closed && outside && 'text-faint',
          !closed && !chosen && 'hover:bg-hover',
          chosen &&
            'bg-accent font-semibold text-on-accent forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]',
          today && !chosen && 'font-semibold underline decoration-2 underline-offset-4',
        )}
      >
        {Number(date.slice(8))}
      </button>
    </td>
  );
}
