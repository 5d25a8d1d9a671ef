import { X } from 'lucide-react';
import { useRef } from 'react';
import { useDates, useNow } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import type { OfferedTime } from './offered-time.ts';
import { useWhen } from './use-offering.ts';

interface TimesListProps {
  times: readonly OfferedTime[];
  timeZone: string;
  /** Left out, nothing can be taken back. */
  onRemove?: (start: string) => void;
}

/** The chosen times as words, day by day; those that have passed stay, faint. */
export function TimesList({ times, timeZone, onRemove }: TimesListProps) {
  const t = useLinkWords();
  const dates = useDates();
  const list = useRef<HTMLUListElement>(null);
  const days = Map.groupBy(times, ({ start }) => dates.dateOf(start, timeZone));
  const remove = (start: string) => {
    onRemove?.(start);
    keepFocus(
      list.current,
      times.findIndex((time) => time.start === start),
    );
  };
  if (times.length === 0) return <p className="text-12 text-faint">{t('times.noneYet')}</p>;
  return (
    <ul ref={list} tabIndex={-1} aria-label={t('times.chosen')} className="grid gap-2">
      {[...days].map(([date, ofDay]) => (
        <li key={date}>
          <p className="text-12 text-faint">{dates.day(date)}</p>
          <ul>
            {ofDay.map((time) => (
              <Row key={time.start} time={time} timeZone={timeZone} onRemove={onRemove && remove} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  time: OfferedTime;
  timeZone: string;
  onRemove: ((start: string) => void) | undefined;
}

function Row({ time, timeZone, onRemove }: RowProps) {
  const t = useLinkWords();
  const dates = useDates();
  const when = useWhen(timeZone);
  const isPast = time.start < useNow();
  const count = (Date.parse(time.end) - Date.parse(time.start)) / 60_000;
  return (
    <li className={`flex min-h-8 items-center gap-2 ${isPast ? 'text-faint' : ''}`}>
      <time dateTime={time.start} className="tabular font-medium">
        {dates.range(time.start, time.end, timeZone)}
      </time>
      <span className="min-w-0 truncate text-12 text-faint">
        {isPast ? t('times.past') : t('duration.minutes', { count })}
      </span>
      {onRemove && (
        <span className="ms-auto">
          <IconButton
            icon={X}
            label={t('times.remove', { when: when(time) })}
            onClick={() => onRemove(time.start)}
          />
        </span>
      )}
    </li>
  );
}

/** The next one's cross has the focus when one was taken back, and the list itself after the last. */
function keepFocus(list: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    const buttons = list?.querySelectorAll('button');
    (buttons?.[Math.min(index, (buttons.length || 1) - 1)] ?? list)?.focus();
  });
}
