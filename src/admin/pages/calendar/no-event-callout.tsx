import { minutesBetween } from '#ui/minutes-between.ts';
import { Button } from '#ui/button.tsx';
import { Callout } from '#ui/callout.tsx';
import { useDates } from '#ui/dates.tsx';
import type { GridPick } from '#ui/week-grid.tsx';
import { anchorOf } from './place-on-grid.ts';
import type { Calendar } from './use-calendar.ts';
import { useBook } from './use-book.ts';
import { useCalendarWords } from './words.ts';

interface NoEventCalloutProps {
  pick: GridPick;
  calendar: Calendar;
  onClose: () => void;
}

/** In a colleague's calendar one writes no events, but a meeting can be booked with them. */
export function NoEventCallout({ pick, calendar, onClose }: NoEventCalloutProps) {
  const t = useCalendarWords();
  const dates = useDates();
  const book = useBook();
  const { personId, start, end, allDay } = pick;
  const name = calendar.people.find(({ id }) => id === personId)?.name ?? '';
  return (
    <Callout
      anchor={anchorOf(pick, { ...calendar, days: calendar.daysOnScreen })}
      title={`${dates.day(dates.dateOf(start))}, ${allDay ? t('allDay') : dates.range(start, end)}`}
      onClose={onClose}
    >
      <p className="mb-3 text-muted">{t('notYours', { name })}</p>
      {!allDay && (
        <Button
          kind="primary"
          size="m"
          onClick={() => book({ start, minutes: minutesBetween(start, end), hostId: personId })}
        >
          {t('newBooking')}
        </Button>
      )}
    </Callout>
  );
}
