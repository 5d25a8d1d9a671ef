import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { bookingCountsQuery, type BookingFilter } from '#bookings/screens/booking-queries.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useSettingsWords } from './words.ts';

/** N2: how many meetings of a member need another host, and the way to them; nothing while there are none. */
export function MeetingsInNeed({ hostId }: { hostId: string }) {
  const filter: BookingFilter = { hostId, needsHost: 'true' };
  const { data } = useQuery({ ...bookingCountsQuery([filter]), staleTime: 0 });
  const count = data?.[0] ?? 0;
  return count > 0 ? <InNeed hostId={hostId} count={count} /> : null;
}

/** `ofDays`: those of an absence. */
export function InNeed({ hostId, count, ofDays }: { hostId: string; count: number; ofDays?: boolean }) {
  const t = useSettingsWords();
  return (
    <span className="block text-wait">
      {t(ofDays ? 'absence.needsHost' : 'leaving.needsHost', { count })}{' '}
      <Link to="/bookings" search={{ needsHost: 'true', hostId }} className={TEXT_LINK}>
        {t('absence.choose')}
      </Link>
    </span>
  );
}
