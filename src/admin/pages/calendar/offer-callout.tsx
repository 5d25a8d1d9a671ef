import { Link } from '@tanstack/react-router';
import { Button } from '#ui/button.tsx';
import { Callout } from '#ui/callout.tsx';
import { useDates } from '#ui/dates.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { GridPick } from '#ui/week-grid.tsx';
import { plusMinutes } from '#bookings/screens/wall-time.ts';
import { anchorOf } from './place-on-grid.ts';
import type { Calendar } from './use-calendar.ts';
import { useBook } from './use-book.ts';
import type { About } from './use-grid-acts.ts';
import { useCalendarWords } from './words.ts';

const EVENT_MINUTES = 30;

interface OfferCalloutProps {
  about: Extract<About, { kind: 'offer' }>;
  calendar: Calendar;
  onClose: () => void;
  /** An event of one's own there instead. */
  onEvent: (pick: GridPick) => void;
}

/** Which links offer that time, and the way to book it oneself. */
export function OfferCallout({ about: { pick, placed }, calendar, onClose, onEvent }: OfferCalloutProps) {
  const t = useCalendarWords();
  const dates = useDates();
  const { start, end } = pick;
  const offering = placed.span.linkIds ?? [];
  const links = (calendar.week.data?.links ?? []).filter(({ id }) => offering.includes(id));
  return (
    <Callout
      anchor={anchorOf(pick, { ...calendar, days: calendar.daysOnScreen })}
      title={`${dates.day(dates.dateOf(start))}, ${dates.range(start, end)}`}
      onClose={onClose}
    >
      <p className="text-muted">{t('offeredBy', { name: placed.member.name, count: links.length })}</p>
      <ul className="mt-1 mb-4 grid gap-1">
        {links.map(({ id, title }) => (
          <li key={id} className="min-w-0">
            <Link
              to="/links/$linkId"
              params={{ linkId: id }}
              className={`${TEXT_LINK} wrap-anywhere`}
              dir="auto"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <Acts pick={pick} mine={placed.member.editable} onEvent={onEvent} />
    </Callout>
  );
}

interface ActsProps extends Pick<OfferCalloutProps, 'onEvent'> {
  pick: GridPick;
  mine: boolean;
}

function Acts({ pick: { personId, start, at = start }, mine, onEvent }: ActsProps) {
  const t = useCalendarWords();
  const dates = useDates();
  const book = useBook();
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {mine && (
        <Button
          size="m"
          onClick={() => onEvent({ personId, start: at, end: plusMinutes(at, EVENT_MINUTES) })}
        >
          {t('eventAt', { time: dates.time(at) })}
        </Button>
      )}
      <Button kind="primary" size="m" onClick={() => book({ start: at, hostId: personId })}>
        {t('bookAt', { time: dates.time(at) })}
      </Button>
    </div>
  );
}
