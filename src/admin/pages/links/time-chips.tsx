import { Chip } from '#ui/badge.tsx';
import { useDates } from '#ui/dates.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import type { OfferedTime } from './offered-times.ts';

interface TimeChipsProps {
  times: readonly OfferedTime[];
  timeZone: string;
  now: string;
  onRemove?: (index: number) => void;
}

/** The picked times as words; those that have passed stay, grey. */
export function TimeChips({ times, timeZone, now, onRemove }: TimeChipsProps) {
  const t = useLinkWords();
  const dates = useDates();
  return (
    <ul className="flex flex-wrap gap-1.5">
      {times.map(({ start, end }, index) => {
        const when = `${dates.briefDay(dates.dateOf(start, timeZone))}, ${dates.range(start, end, timeZone)}`;
        return (
          <li key={start} className={start < now ? 'opacity-60' : undefined}>
            <Chip name={when} onRemove={onRemove && (() => onRemove(index))}>
              <time dateTime={start}>{when}</time>
              {start < now && ` (${t('times.past')})`}
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}
