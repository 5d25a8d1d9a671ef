import { useNow } from '#ui/dates.tsx';
import { minutesBetween } from '#ui/minutes-between.ts';
import { isCalledOff, nextOf } from './days-bookings.ts';
import type { Home } from './home-queries.ts';
import { useWait } from './wait.ts';
import { useHomeWords } from './words.ts';

/** One sentence: how many meetings, how many not confirmed, when the next one is. */
export function DaySummary({ home }: { home: Home }) {
  const t = useHomeWords();
  const now = useNow();
  const wait = useWait();
  const standing = home.bookings.filter((booking) => !isCalledOff(booking));
  const unconfirmed = standing.filter(({ status }) => status === 'unverified').length;
  const next = nextOf(standing, now);
  const parts = [
    standing.length === 0 ? t('summary.none') : t('summary.meetings', { count: standing.length }),
    unconfirmed > 0 && t('summary.unconfirmed', { count: unconfirmed }),
    next && t('summary.next', { wait: wait(minutesBetween(now, next.start)) }),
  ];
  return <p className="mt-1 text-14 text-muted">{parts.filter(Boolean).join(' ')}</p>;
}
