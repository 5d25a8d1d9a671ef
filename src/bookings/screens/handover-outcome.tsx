import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, TriangleAlert } from 'lucide-react';
import { membersQuery } from '#people/screens/member-queries.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useLanguage } from '#ui/words.tsx';
import type { BookingView } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { calledAfter } from './called.ts';
import { useHandoverWords } from './handover-words.ts';
import type { Handover } from './use-handover.ts';
import { useBookingWords } from './words.ts';

interface OutcomeProps {
  bookings: readonly BookingView[];
  handover: Handover;
}

/** What became of each: first what somebody still has to do, with the reason and a way there. */
export function HandoverOutcome({ bookings, handover: { result, stopped } }: OutcomeProps) {
  const t = useBookingWords();
  const why = useHandoverWords();
  const nameOf = useNames();
  const known = new Map(bookings.map((booking) => [booking.id, booking]));
  const { done, refused } = result;
  return (
    <div className="grid gap-4">
      <output className="block font-medium">
        {done.length > 0 ? t('bulk.done', { count: done.length }) : t('bulk.none')}{' '}
        {refused.length > 0 && t('bulk.left', { count: refused.length })}
      </output>
      {stopped && (
        <p role="alert" className="text-danger">
          {t('bulk.stopped')}
        </p>
      )}
      <ul className="grid gap-3">
        {refused.map(({ id, reason }) => (
          <Line key={id} booking={known.get(id)} isDone={false} words={why(reason)} />
        ))}
        {done.map(({ id, hostIds }) => (
          <Line key={id} booking={known.get(id)} isDone words={t('bulk.with', { names: nameOf(hostIds) })} />
        ))}
      </ul>
    </div>
  );
}

interface LineProps {
  booking: BookingView | undefined;
  isDone: boolean;
  words: string;
}

function Line({ booking, isDone, words }: LineProps) {
  const times = useBookingTimes();
  if (!booking) return null;
  const Icon = isDone ? Check : TriangleAlert;
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)]">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 ${isDone ? 'text-accent-text' : 'text-wait'}`}
        strokeWidth={1.75}
      />
      <span className="min-w-0 wrap-anywhere">
        <Link to="/bookings" search={{ view: 'all', open: booking.id }} className={TEXT_LINK}>
          <bdi>{calledAfter(booking)}</bdi>, <span className="tabular">{times.stamp(booking.start)}</span>
        </Link>
        <span className="block text-muted">{words}</span>
      </span>
    </li>
  );
}

function useNames(): (hostIds: string[]) => string {
  const language = useLanguage();
  const { data } = useQuery(membersQuery(true));
  const names = new Map(data?.map(({ id, name }) => [id, name]));
  const list = new Intl.ListFormat(language);
  return (hostIds) => list.format(hostIds.map((id) => names.get(id) ?? '…'));
}
