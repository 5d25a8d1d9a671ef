import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AbsenceView } from '#hours/screens/hours-queries.ts';
import { useDates } from '#ui/dates.tsx';
import { request } from '#ui/request.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useSettingsWords } from './words.ts';

/** Meetings already made during an absence: they stand, and somebody must find another host. */
export function AbsenceNote({ memberId, absence }: { memberId: string; absence: AbsenceView }) {
  const t = useSettingsWords();
  const { reader } = useDates();
  const filter = filterOf(memberId, absence, reader.timeZone);
  const { data } = useQuery({
    queryKey: ['bookings', 'counts', filter],
    queryFn: async ({ signal }) =>
      (
        await request<{ counts: number[] }>('POST', '/api/bookings/counts', {
          body: { filters: [filter] },
          signal,
        })
      ).counts[0] ?? 0,
  });
  if (!data) return null;
  return (
    <span className="block text-wait">
      {t('absence.needsHost', { count: data })}{' '}
      <Link to="/bookings" search={{ needsHost: 'true' }} className={TEXT_LINK}>
        {t('absence.choose')}
      </Link>
    </span>
  );
}

function filterOf(hostId: string, { from, to }: AbsenceView, timeZone: string) {
  const start = (date: string, days: number) =>
    Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(timeZone).toInstant().toString();
  return { hostId, status: 'scheduled', from: start(from, 0), to: start(to, 1) };
}
