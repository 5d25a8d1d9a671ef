import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Fragment, lazy, Suspense, useState } from 'react';
import { SectionHead } from '#ui/card.tsx';
import { useDates, useNow } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { minutesBetween } from '#ui/minutes-between.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useMe } from '../../use-me.ts';
import { nextOf } from './days-bookings.ts';
import type { Home, TodaysBooking } from './home-queries.ts';
import { TodayRow } from './today-row.tsx';
import { useWait } from './wait.ts';
import type { Whose } from './whose-day.tsx';
import { useHomeWords } from './words.ts';

/** The day is there before the choice of whose it is can be pressed: its part is large. */
const WhoseDay = lazy(async () => ({ default: (await import('./whose-day.tsx')).WhoseDay }));

/** The meetings of the day with the present moment drawn between them. */
export function Today({ home }: { home: Home }) {
  const t = useHomeWords();
  const { member } = useMe();
  const mine = home.bookings.filter(({ hostIds }) => hostIds.includes(member.id));
  const [whose, setWhose] = useState<Whose>('everyone');
  const shown = whose === 'mine' ? mine : home.bookings;
  return (
    <section>
      <SectionHead
        title={t('today.title')}
        aside={
          <>
            <Suspense fallback={<span className="inline-block h-(--control-s) w-32" />}>
              <WhoseDay value={whose} onChange={setWhose} />
            </Suspense>
            <LinkButton render={<Link to="/bookings/new" />} icon={Plus} shortcut="C">
              {t('today.new')}
            </LinkButton>
          </>
        }
      />
      {shown.length === 0 ? (
        <NothingToday next={nextFor(home, whose === 'mine' ? member.id : null)} />
      ) : (
        <DayList bookings={shown} />
      )}
    </section>
  );
}

/** The next day's meeting, as far as it is known to be theirs. */
function nextFor({ next }: Home, memberId: string | null): TodaysBooking | null {
  return next && (memberId === null || next.hostIds.includes(memberId)) ? next : null;
}

function NothingToday({ next }: { next: TodaysBooking | null }) {
  const t = useHomeWords();
  return (
    <div className="border-t border-line">
      <Empty
        small
        title={t('today.empty')}
        action={<LinkButton render={<Link to="/links" />}>{t('today.share')}</LinkButton>}
      >
        {next ? <NextMeeting booking={next} /> : t('today.emptyHelp')}
      </Empty>
    </div>
  );
}

function NextMeeting({ booking }: { booking: TodaysBooking }) {
  const t = useHomeWords();
  const dates = useDates();
  const name = booking.visitor?.name ?? booking.visitor?.email ?? booking.title;
  return (
    <>
      {t('today.next', { when: dates.when(booking.start) })}{' '}
      <Link to="/bookings" search={{ open: booking.id }} className={TEXT_LINK} title={booking.title}>
        <bdi>{name}</bdi>
      </Link>
    </>
  );
}

function DayList({ bookings }: { bookings: TodaysBooking[] }) {
  const now = useNow();
  const next = nextOf(bookings, now);
  const at = next ? bookings.indexOf(next) : bookings.length;
  return (
    <ol className="border-t border-line">
      {bookings.map((booking, index) => (
        <Fragment key={booking.id}>
          {index === at && <NowLine next={next} />}
          <TodayRow booking={booking} isNext={booking === next} />
        </Fragment>
      ))}
      {at === bookings.length && <NowLine next={undefined} />}
    </ol>
  );
}

function NowLine({ next }: { next: TodaysBooking | undefined }) {
  const t = useHomeWords();
  const wait = useWait();
  const dates = useDates();
  const now = useNow();
  const words = next ? t('today.nextIn', { wait: wait(minutesBetween(now, next.start)) }) : t('today.over');
  return (
    <li className="flex items-center gap-2 py-1 text-11 font-medium text-muted">
      <time dateTime={now} className="rounded-xs bg-(--now) px-1 font-semibold text-bg">
        {dates.time(now)}
      </time>
      {words}
      <span aria-hidden className="h-0.5 flex-1 bg-(--now)" />
    </li>
  );
}
