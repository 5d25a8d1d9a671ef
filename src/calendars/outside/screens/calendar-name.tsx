import { Tag } from '#ui/badge.tsx';
import { CalendarHealth } from './calendar-health.tsx';
import type { CalendarView } from './calendar-queries.ts';
import { ColourDot } from './colour-dot.tsx';
import { useOutsideWords } from './words.ts';

/** What a calendar is called, what it is for, and how it stands. */
export function CalendarName({ calendar }: { calendar: CalendarView }) {
  const t = useOutsideWords();
  const { name, colour, writeHere, readOnly } = calendar;
  return (
    <div className="flex min-w-0 flex-1 basis-48 items-start gap-2">
      <span className="flex h-5 shrink-0 items-center">
        <ColourDot colour={colour} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <bdi className="min-w-0 font-medium wrap-anywhere">{name}</bdi>
          {writeHere && <Tag tone="accent">{t('writtenHere')}</Tag>}
          {readOnly && <Tag>{t('readOnly')}</Tag>}
        </p>
        <CalendarHealth calendar={calendar} />
      </div>
    </div>
  );
}
