import { useMemo, useState } from 'react';
import { useDates, useNow } from '#ui/dates.tsx';
import { useLanguage } from '#ui/words.tsx';
import { WeekGrid, type GridPick } from '#ui/week-grid.tsx';
import { EventCallout } from './event-callout.tsx';
import { EventClashDialog } from './event-clash-dialog.tsx';
import { HOURS, useFirstHour } from './first-hour.ts';
import { MoveBookingDialog } from './move-booking-dialog.tsx';
import { OfferCallout } from './offer-callout.tsx';
import { OutsideCallout } from './outside-callout.tsx';
import type { Calendar } from './use-calendar.ts';
import { type About, type Moving, useGridActs } from './use-grid-acts.ts';
import { type EventActs, useEventActs } from './use-event-acts.ts';
import { WhyCallout } from './why-callout.tsx';
import { useCalendarWords } from './words.ts';

/** What drags and arrows snap to, and what a click on empty time means. */
const INCREMENT = 15;
const CLICK = 30;

interface GridProps {
  calendar: Calendar;
  onTurn: (step: 1 | -1) => void;
}

/** The grid with what is asked and answered on it. */
export function CalendarGrid({ calendar, onTurn }: GridProps) {
  const [about, setAbout] = useState<About | null>(null);
  const [moving, setMoving] = useState<Moving | null>(null);
  const acts = useEventActs();
  const events = useGridActs({ calendar, acts, ask: setAbout, move: setMoving });
  const spans = useSpans(calendar, moving);
  const frame = useFrame(calendar);
  return (
    <>
      <WeekGrid
        {...frame}
        spans={spans}
        selection={about?.kind === 'new' ? about.pick : null}
        onWeek={onTurn}
        {...events}
      />
      <Asked
        key={keyOf(about)}
        about={about}
        calendar={calendar}
        acts={acts}
        onClose={() => setAbout(null)}
        onEvent={(pick) => setAbout({ kind: 'new', pick })}
      />
      {moving && (
        <MoveBookingDialog
          moving={moving}
          calendar={calendar}
          onClose={() => setMoving(null)}
          onElsewhere={setMoving}
        />
      )}
      {acts.clash && <EventClashDialog clash={acts.clash} acts={acts} />}
    </>
  );
}

interface AskedProps {
  about: About | null;
  calendar: Calendar;
  acts: EventActs;
  onClose: () => void;
  onEvent: (pick: GridPick) => void;
}

function Asked({ about, onEvent, ...props }: AskedProps) {
  if (!about) return null;
  if (about.kind === 'new' || about.kind === 'event') return <EventCallout about={about} {...props} />;
  if (about.kind === 'offer') return <OfferCallout about={about} {...props} onEvent={onEvent} />;
  if (about.kind === 'outside') return <OutsideCallout about={about} {...props} />;
  return <WhyCallout about={about} {...props} />;
}

function keyOf(about: About | null): string {
  if (!about) return 'nothing';
  const { personId, start, end }: Omit<GridPick, 'spanId'> = about.pick;
  return [about.kind, personId, start, end].join(' ');
}

/** The booking that is open beside is marked; while it is asked whether one shall move, it stands where it was put. */
function useSpans({ spans, byId, search: { open } }: Calendar, moving: Moving | null) {
  return useMemo(() => {
    const isOpen = (id: string) => open !== undefined && byId.get(id)?.span.bookingId === open;
    const marked = spans.map((span) => (isOpen(span.id) ? { ...span, open: true } : span));
    if (!moving) return marked;
    const { start, end, personId } = moving;
    return marked.map((span) => (span.id === moving.spanId ? { ...span, start, end, personId } : span));
  }, [spans, byId, open, moving]);
}

/** Which days of whom, and how they are drawn. */
function useFrame(calendar: Calendar) {
  const now = useNow();
  const firstHour = useFirstHour(calendar);
  const { daysOnScreen: days, timeZone, second: secondZone, people } = calendar;
  return {
    label: useLabel(calendar),
    days,
    timeZone,
    secondZone,
    people,
    now,
    incrementMinutes: INCREMENT,
    pickMinutes: CLICK,
    firstHour,
    lastHour: firstHour + HOURS,
  };
}

function useLabel({ daysOnScreen, people }: Calendar): string {
  const t = useCalendarWords();
  const dates = useDates();
  const names = new Intl.ListFormat(useLanguage()).format(people.map(({ name }) => name));
  const first = dates.day(daysOnScreen[0]!);
  const last = dates.day(daysOnScreen.at(-1)!);
  return daysOnScreen.length === 1 ? t('gridDay', { first, names }) : t('gridDays', { first, last, names });
}
