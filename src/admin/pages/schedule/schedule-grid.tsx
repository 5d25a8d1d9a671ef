import { useEffect } from 'react';
import { plusDays } from '#ui/calendar-days.ts';
import { useDates, useNow } from '#ui/dates.tsx';
import { Problem } from '#ui/problem.tsx';
import { WeekGrid, type GridEvents } from '#ui/week-grid.tsx';
import { LateBar } from '../calendar/late-bar.tsx';
import { FreeNote } from './free-note.tsx';
import { CHOSEN, useGridSpans } from './use-grid-spans.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

const FIRST_HOUR = 8;
const LAST_HOUR = 18;
/** What drags and arrows snap to; a time on five minutes is typed. */
const INCREMENT = 15;

/** The host's week, full or not, with the others of the queue beside it; a time is picked here. */
export function ScheduleGrid({ state }: { state: Schedule }) {
  const now = useNow();
  const { time, days, who, draft } = state;
  const { people, spans, second, timeZone } = useGridSpans(state);
  useChosenInSight(state.start);
  const { error, isPending, isPlaceholderData } = time.week;
  return (
    <div
      className="relative flex min-h-0 min-w-0 flex-1 flex-col"
      aria-busy={isPending || isPlaceholderData || undefined}
    >
      {(isPending || isPlaceholderData) && !error && <LateBar />}
      {error && <Unread state={state} />}
      <FreeNote state={state} />
      <WeekGrid
        label={useLabel(
          people.map(({ name }) => name),
          days.drawn,
        )}
        days={days.drawn}
        timeZone={timeZone}
        secondZone={second}
        people={people}
        spans={spans}
        now={now}
        incrementMinutes={INCREMENT}
        pickMinutes={draft.minutes}
        firstHour={FIRST_HOUR}
        lastHour={LAST_HOUR}
        readOnly={who.hostId === null}
        onWeek={(step) => state.way.date(plusDays(days.date, step * days.count))}
        {...eventsOf(state)}
      />
    </div>
  );
}

function Unread({ state: { time } }: { state: Schedule }) {
  const t = useScheduleWords();
  const { refetch, isRefetching } = time.week;
  return (
    <Problem title={t('grid.failed')} onRetry={() => void refetch()} retrying={isRefetching}>
      {t('grid.failedWhat')}
    </Problem>
  );
}

/** A time that was typed may lie above or below what is seen. */
function useChosenInSight(start: string | null): void {
  useEffect(() => {
    if (start) document.querySelector('.wg [data-kind="picked"]')?.scrollIntoView({ block: 'nearest' });
  }, [start]);
}

/** What was chosen is moved and drawn longer like an event; opened, it leads on to what is still to be said. */
function eventsOf({ pick, stretch }: Schedule): GridEvents {
  return {
    onPick: ({ allDay, ...picked }) => !allDay && pick(picked),
    onMove: (_, to) => pick(to),
    onResize: (_, to) => stretch(to),
    onOpen: (spanId) => {
      if (spanId === CHOSEN) document.querySelector<HTMLElement>('[data-book]')?.focus();
    },
  };
}

function useLabel([name = '', ...others]: string[], days: readonly string[]): string {
  const t = useScheduleWords();
  const dates = useDates();
  const [first, last] = [dates.day(days[0]!), dates.day(days.at(-1)!)];
  if (days.length === 1) return t('grid.labelDay', { name, first });
  if (others.length === 0) return t('grid.label', { name, first, last });
  const list = new Intl.ListFormat(dates.reader.language).format(others);
  return t('grid.labelOthers', { name, first, last, others: list });
}
