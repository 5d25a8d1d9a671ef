import { TriangleAlert } from 'lucide-react';
import { Tag } from '#ui/badge.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { minutesBetween } from '#ui/minutes-between.ts';
import { Note } from '#ui/note.tsx';
import { BookingButtons } from './booking-buttons.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { calledAfter, firstName } from './called.ts';
import { needsHost } from './needs-host.ts';
import { useBookingWords } from './words.ts';

/** What it is and when, here and where the visitor is, and what can be done now. */
export function BookingHead({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const minutes = minutesBetween(booking.start, booking.end);
  return (
    <section className="px-5 pt-4 pb-4">
      <p className="flex items-center gap-2 text-muted">
        <bdi className="min-w-0 truncate" title={booking.title}>
          {booking.title}
        </bdi>
        <span className="shrink-0 tabular">· {t('minutes', { count: minutes })}</span>
        {booking.internal && <Tag>{t('head.internal')}</Tag>}
      </p>
      <h2 className="mt-0.5 text-20 font-semibold wrap-anywhere tabular first-letter:uppercase">
        {times.dayAndRange(booking)}
      </h2>
      <Elsewhere booking={booking} />
      <BookingButtons booking={booking} />
      <Standing booking={booking} />
    </section>
  );
}

/** "Nathalie is in Montréal, where it is 08:00." */
function Elsewhere({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const there = useBookingTimes().elsewhere(booking.start, booking.timeZone);
  if (!booking.visitor || !there) return null;
  const name = firstName(calledAfter(booking));
  return <p className="text-muted wrap-anywhere">{t('head.elsewhere', { name, ...there })}</p>;
}

/** What somebody must know before they act. */
function Standing({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  if (needsHost(booking)) return <Wanting booking={booking} />;
  if (booking.status !== 'unverified' || !booking.expiresAt) return null;
  return (
    <Note tone="wait" className="mt-3" title={t('head.unverified')}>
      {t('head.unverifiedWhat', { until: times.stamp(booking.expiresAt) })}
    </Note>
  );
}

/** N2: who cannot hold it any more, and why. */
function Wanting({ booking: { hosts, needsHost: need } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const { may } = useMe();
  if (!need) return null;
  const name = hosts.find(({ id }) => id === need.hostId)?.name ?? '';
  return (
    <Note tone="wait" icon={TriangleAlert} className="mt-3" title={t('head.needsHost')}>
      <bdi>{t(`head.needsHostWhy.${need.why}`, { name })}</bdi>{' '}
      {may('book-for-others') && t('head.needsHostWhat')}
    </Note>
  );
}
