import { Link } from '@tanstack/react-router';
import { AvatarStack, Avatar } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { classNames } from '#ui/class-names.ts';
import { useDates, useNow } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { isCalledOff } from './days-bookings.ts';
import type { TodaysBooking } from './home-queries.ts';
import { Place } from './place.tsx';
import { useHomeWords } from './words.ts';

export function TodayRow({ booking, isNext }: { booking: TodaysBooking; isNext: boolean }) {
  const dates = useDates();
  const isOver = isCalledOff(booking);
  return (
    <li
      className={classNames(
        'relative grid grid-cols-[7.5rem_minmax(0,1fr)_9rem_4rem_8rem] items-center gap-x-3 border-b border-line py-2.5 hover:bg-side',
        'max-desk:grid-cols-[7rem_minmax(0,1fr)_4rem_auto] max-phone:grid-cols-[minmax(0,1fr)_auto]',
        isNext && '-mx-3 rounded-r border-transparent bg-accent-soft px-3 hover:bg-accent-soft',
        isOver && 'text-faint line-through decoration-line-strong',
      )}
    >
      <span className="whitespace-nowrap max-phone:col-span-2">
        <time dateTime={booking.start} className="font-semibold">
          {dates.time(booking.start)}
        </time>
        <span className="tabular text-muted"> – {dates.time(booking.end)}</span>
      </span>
      <Meeting booking={booking} />
      <Place location={booking.location} className="max-desk:hidden" />
      <Hosts booking={booking} />
      <span className="text-end max-phone:hidden">
        <RowAct booking={booking} isNext={isNext} />
      </span>
    </li>
  );
}

function Meeting({ booking }: { booking: TodaysBooking }) {
  const t = useHomeWords();
  return (
    <span className="min-w-0">
      <span className="flex items-center gap-2">
        <Link
          to="/bookings"
          search={{ open: booking.id }}
          className="truncate font-medium after:absolute after:inset-0"
          title={booking.title}
        >
          <bdi>{booking.title}</bdi>
        </Link>
        {booking.status === 'unverified' && <State shape="waiting">{t('today.unverified')}</State>}
        {booking.status === 'no-show' && <State shape="over">{t('today.noShow')}</State>}
      </span>
      <bdi className="block truncate text-muted">
        {booking.visitor?.name ?? booking.visitor?.email ?? t('today.nobody')}
      </bdi>
    </span>
  );
}

function Hosts({ booking }: { booking: TodaysBooking }) {
  const t = useHomeWords();
  if (booking.hosts.length === 0) return <Avatar id="nobody" name={t('today.noHost')} of="nobody" alone />;
  return <AvatarStack people={booking.hosts} />;
}

/** What is most likely wanted of this meeting now: its outcome once it is over, its call when it is near. */
function RowAct({ booking, isNext }: { booking: TodaysBooking; isNext: boolean }) {
  const t = useHomeWords();
  const dates = useDates();
  const now = useNow();
  const { location } = booking;
  const meets = location?.kind === 'video' && location.value?.startsWith('https://') ? location.value : null;
  if (isNext && meets) {
    return (
      <LinkButton
        kind="primary"
        className="relative z-1"
        render={<a href={meets} target="_blank" rel="noreferrer" aria-label={booking.title} />}
      >
        {t('today.join', { time: dates.time(booking.start) })}
      </LinkButton>
    );
  }
  if (booking.end < now && (booking.status === 'scheduled' || booking.status === 'completed')) {
    return (
      <LinkButton
        kind="quiet"
        className="relative z-1"
        render={<Link to="/bookings" search={{ open: booking.id }} aria-label={booking.title} />}
      >
        {t('today.outcome')}
      </LinkButton>
    );
  }
  return null;
}
