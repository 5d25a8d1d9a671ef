import { Field } from '#ui/field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TimeField } from '#ui/time-field.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { TimeButton } from './time-button.tsx';
import type { Reschedule } from './use-reschedule.ts';
import { instantAt, wallTimeOf } from './wall-time.ts';
import { useBookingWords } from './words.ts';

/** The free times of the day, and a field for any other. */
export function TimesOfDay({ booking, move }: { booking: WholeBooking; move: Reschedule }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const { date, start, free } = move;
  const own =
    start && times.dateOf(start) === date && !move.isFree ? wallTimeOf(start, move.zone).time : null;
  return (
    <section aria-labelledby="times-of-day">
      <h3 id="times-of-day" aria-live="polite" className="font-semibold first-letter:uppercase">
        {times.longDay(date)}
      </h3>
      {free.isEnabled &&
        (free.isPending ? <Skeleton row="text" rows={3} /> : <FreeButtons booking={booking} move={move} />)}
      <Field
        label={t(free.isEnabled ? 'move.another' : 'move.time')}
        hint={t('move.anotherHint')}
        className="mt-4 max-w-60"
      >
        <TimeField
          key={date}
          value={own}
          step={5}
          onChange={(time) => move.choose(time && onFives(instantAt({ date, time }, move.zone)))}
        />
      </Field>
    </section>
  );
}

/** Colleagues choose any time on five minutes. */
function onFives(instant: string): string {
  const fives = Math.round(Date.parse(instant) / 300_000) * 300_000;
  return `${new Date(fives).toISOString().slice(0, 16)}:00Z`;
}

function FreeButtons({ booking, move }: { booking: WholeBooking; move: Reschedule }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const day = move.free.data?.days.find(({ date }) => date === move.date);
  const slots = (day?.slots ?? []).filter(({ start }) => start !== booking.start);
  if (move.free.error) return <p className="mt-1 text-muted">{t('move.freeFailed')}</p>;
  if (slots.length === 0) return <p className="mt-1 text-muted">{t('move.noneFree')}</p>;
  const keeps = (hostIds: string[]) => booking.hostIds.every((id) => hostIds.includes(id));
  return (
    <fieldset
      aria-label={t('move.free')}
      className="min-w-0 mt-2 grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2"
    >
      {slots.map(({ start, hostIds }) => (
        <TimeButton
          key={start}
          words={times.time(start)}
          note={keeps(hostIds) ? undefined : t('move.otherHost')}
          chosen={move.start === start}
          onChoose={() => move.choose(start)}
        />
      ))}
    </fieldset>
  );
}
