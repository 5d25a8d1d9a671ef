import { useQuery } from '@tanstack/react-query';
import { useBookingTimes } from '#bookings/screens/booking-times.ts';
import { bookingQuery, type WholeBooking } from '#bookings/screens/booking-queries.ts';
import { calledAfter } from '#bookings/screens/called.ts';
import { alternativesOf, gonePast, openEyes, useRefusal } from '#bookings/screens/refusal-words.ts';
import { plusMinutes } from '#bookings/screens/wall-time.ts';
import { minutesBetween } from '#ui/minutes-between.ts';
import { useWhoIsTold } from '#bookings/screens/who-is-told.ts';
import { useBookingWords } from '#bookings/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import type { Calendar } from './use-calendar.ts';
import type { Moving } from './use-grid-acts.ts';
import { useMoveBooking } from './use-move-booking.ts';
import { useCalendarWords } from './words.ts';

interface MoveBookingDialogProps {
  moving: Moving;
  calendar: Calendar;
  /** Moved, or left where it was: the grid shows what the server says. */
  onClose: () => void;
  onElsewhere: (moving: Moving) => void;
}

/** E8: others are told of it, so it is asked first. Refused, it says why and names the nearest free times. */
export function MoveBookingDialog(props: MoveBookingDialogProps) {
  const { moving, calendar, onClose, onElsewhere } = props;
  const t = useCalendarWords();
  const said = useBookingWords();
  const times = useBookingTimes();
  const refusal = useRefusal();
  const { data: booking, error } = useQuery(bookingQuery(moving.bookingId));
  const move = useMoveBooking(moving, onClose);
  const eyes = openEyes(move.error, false);
  const isOutside = eyes.outsideHours;
  const to = times.dayAndRange(moving);
  const name = booking ? calledAfter(booking) : (calendar.byId.get(moving.spanId)?.span.visitor ?? '');
  const failure = move.error ?? error;
  const elsewhere = (start: string) => {
    move.reset();
    onElsewhere({ ...moving, start, end: plusMinutes(start, minutesBetween(moving.start, moving.end)) });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={said('move.title', { name })}
      action={said(isOutside ? 'move.anyway' : 'move.act', { when: times.stamp(moving.start) })}
      keep={t('move.keep')}
      busy={move.isPending}
      onConfirm={() => move.mutate(eyes)}
      error={failure && (isOutside ? said(gonePast(failure)) : refusal(failure))}
    >
      {booking && <p className="line-through decoration-line-strong">{times.dayAndRange(booking)}</p>}
      <p className="font-medium text-ink">{to}</p>
      {moving.personId !== moving.fromId && <NewHost calendar={calendar} moving={moving} />}
      {booking && <Told booking={booking} />}
      <Alternatives starts={alternativesOf(move.error)} onChoose={elsewhere} />
    </ConfirmDialog>
  );
}

function NewHost({ calendar, moving }: Pick<MoveBookingDialogProps, 'calendar' | 'moving'>) {
  const t = useCalendarWords();
  const name = calendar.people.find(({ id }) => id === moving.personId)?.name ?? '';
  return <p>{t('move.newHost', { name })}</p>;
}

function Told({ booking }: { booking: WholeBooking }) {
  const said = useBookingWords();
  const people = useWhoIsTold(booking);
  return people && <p className="mt-2">{said('move.told', { people })}</p>;
}

const MOST_ALTERNATIVES = 6;

function Alternatives({ starts, onChoose }: { starts: string[]; onChoose: (start: string) => void }) {
  const t = useCalendarWords();
  const times = useBookingTimes();
  if (starts.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="mb-1.5 font-medium text-ink">{t('move.nearest')}</p>
      <div className="flex flex-wrap gap-1.5">
        {starts.slice(0, MOST_ALTERNATIVES).map((start) => (
          <Button key={start} onClick={() => onChoose(start)}>
            {times.stamp(start)}
          </Button>
        ))}
      </div>
    </div>
  );
}
