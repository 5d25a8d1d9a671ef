import { Meter } from '#ui/meter.tsx';
import { State } from '#ui/badge.tsx';
import { isOnItsWay, type CalendarView } from './calendar-queries.ts';
import { useHealthWords } from './health-words.ts';

/** K4: how a calendar stands: read, being read and how far, or why not. */
export function CalendarHealth({ calendar }: { calendar: CalendarView }) {
  const { shape, words, detail } = useHealthWords()(calendar);
  const { progress } = calendar.health;
  return (
    <div className="mt-0.5 grid gap-1 text-12">
      <State shape={shape}>{words}</State>
      {detail && <p className="wrap-anywhere text-muted">{detail}</p>}
      {isOnItsWay(calendar) && progress?.total && (
        <div className="max-w-60">
          <Meter label={calendar.name} value={progress.done} max={progress.total} text={words} />
        </div>
      )}
    </div>
  );
}
