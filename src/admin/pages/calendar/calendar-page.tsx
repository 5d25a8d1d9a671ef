import { BookingPanel } from '#bookings/screens/booking-panel.tsx';
import { plusDays } from '#ui/calendar-days.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { useSize } from '#ui/use-size.ts';
import { useLanguage } from '#ui/words.tsx';
import { CalendarBar } from './calendar-bar.tsx';
import { CalendarFoot } from './calendar-foot.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import { CalendarStrip } from './calendar-strip.tsx';
import { CalendarTrouble } from './calendar-trouble.tsx';
import { rangeTitle } from './days-shown.ts';
import { LateBar } from './late-bar.tsx';
import { useBook } from './use-book.ts';
import { useCalendar, useCalendarWay, type Calendar } from './use-calendar.ts';
import { useCalendarWords } from './words.ts';

/** One to five people's weeks side by side: events are made and moved here, bookings opened and moved. */
export function CalendarPage() {
  const t = useCalendarWords();
  const calendar = useCalendar();
  const language = useLanguage();
  const { phone } = useSize();
  const turn = useTurn(calendar);
  useTitle(`${t('title')} · ${rangeTitle(calendar.days, language)}`);
  useCalendarKeys(turn, calendar.search.open === undefined);
  const { data, error, isPlaceholderData, isPending } = calendar.week;
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <CalendarBar calendar={calendar} onTurn={turn} />
      {phone && <CalendarStrip calendar={calendar} />}
      <div className="relative flex min-h-0 flex-1">
        <div
          className="relative flex min-h-0 min-w-0 flex-1 flex-col"
          aria-busy={isPending || isPlaceholderData || undefined}
        >
          {(isPending || isPlaceholderData) && !error && <LateBar />}
          {error && <CalendarTrouble calendar={calendar} />}
          {(data || !error) && <CalendarGrid calendar={calendar} onTurn={turn} />}
        </div>
        <OpenBooking id={calendar.search.open} />
      </div>
      <CalendarFoot calendar={calendar} />
    </main>
  );
}

function OpenBooking({ id }: { id: string | undefined }) {
  const way = useCalendarWay();
  if (!id) return null;
  return <BookingPanel key={id} id={id} onClose={() => way.open(undefined)} />;
}

/** Page by page: as many days as are shown. */
function useTurn({ date, count }: Calendar) {
  const way = useCalendarWay();
  return (step: 1 | -1) => way.date(plusDays(date, step * count));
}

/** In the grid W asks why a time is closed; everywhere else it shows the week. */
function useCalendarKeys(turn: (step: 1 | -1) => void, isAlone: boolean): void {
  const way = useCalendarWay();
  const book = useBook();
  useShortcuts({
    t: () => way.date(undefined),
    d: () => way.view('day'),
    w: () => way.view('week'),
    c: () => book({}),
    // Beside an open booking these scroll it.
    ...(isAlone && { PageUp: () => turn(-1), PageDown: () => turn(1) }),
  });
}
