import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarCheck, CalendarX } from 'lucide-react';
import type { BookingView } from '#bookings/screens/booking-queries.ts';
import { useBookingTimes } from '#bookings/screens/booking-times.ts';
import { calledAfter, hostNames } from '#bookings/screens/called.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { Timeline, type TimelineItem } from '#ui/timeline.tsx';
import { useLanguage } from '#ui/words.tsx';
import { recentQuery } from './recent-query.ts';

/** The meetings of the rotation, the latest first, each with whoever was chosen instead and why (R5). */
export function Recent({ rotationId }: { rotationId: string }) {
  const t = useRotationWords();
  return (
    <section aria-labelledby="recent" className="mt-7">
      <h2 id="recent" className="mb-2 font-semibold">
        {t('recent.title')}
      </h2>
      <Meetings rotationId={rotationId} />
    </section>
  );
}

function Meetings({ rotationId }: { rotationId: string }) {
  const t = useRotationWords();
  const itemOf = useItem();
  const found = useInfiniteQuery(recentQuery(rotationId));
  const { data, isError, hasNextPage, isFetchingNextPage } = found;
  if (!data && isError) return <Problem title={t('recent.failed')} onRetry={() => void found.refetch()} />;
  if (!data) return <Skeleton rows={3} row="text" />;
  const bookings = data.pages.flatMap(({ items }) => items);
  if (bookings.length === 0) return <p className="text-muted">{t('recent.none')}</p>;
  return (
    <>
      <Timeline label={t('recent.title')} items={bookings.map(itemOf)} />
      {hasNextPage && (
        <Button
          kind="quiet"
          className="mt-1"
          busy={isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('recent.more')}
        </Button>
      )}
    </>
  );
}

function useItem(): (booking: BookingView) => TimelineItem {
  const language = useLanguage();
  const times = useBookingTimes();
  return (booking) => {
    const { id, status, hosts, madeAt } = booking;
    return {
      key: id,
      icon: status === 'cancelled' ? CalendarX : CalendarCheck,
      text: (
        <>
          <bdi className="font-medium">{hostNames(hosts, language)}</bdi>
          <span className="text-faint"> · </span>
          <Link to="/bookings" search={{ open: id }} className={TEXT_LINK}>
            <bdi>{calledAfter(booking)}</bdi>
          </Link>
          , <time dateTime={booking.start}>{times.dayAndRange(booking)}</time>
          <Beside booking={booking} />
        </>
      ),
      when: <time dateTime={madeAt}>{times.stamp(madeAt)}</time>,
    };
  };
}

/** What makes this meeting another than the queue would have it (R5). */
function Beside({ booking: { status, override } }: { booking: BookingView }) {
  const t = useRotationWords();
  const instead = override?.instead;
  const said = [
    instead && t('recent.instead', { name: instead.name }),
    instead && t('recent.unchanged'),
    status === 'cancelled' && t('recent.cancelled'),
    status === 'no-show' && t('recent.noShow'),
  ];
  const text = said.filter(Boolean).join(' ');
  return (
    <>
      {text && <span className="block text-12 wrap-anywhere text-faint">{text}</span>}
      {override?.reason && (
        <span className="block text-12 wrap-anywhere text-faint">
          {t('recent.by', { name: override.by.name })} <q dir="auto">{override.reason}</q>
        </span>
      )}
    </>
  );
}
