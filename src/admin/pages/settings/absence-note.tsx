import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { absencesQuery, type AbsenceView } from '#hours/screens/hours-queries.ts';
import { useDates } from '#ui/dates.tsx';
import { request } from '#ui/request.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useSettingsWords } from './words.ts';

const MOST = 20;

/** Meetings already made during an absence: they stand, and somebody must find another host. One question for all. */
export function useAbsenceNotes(
  memberId: string,
  from: string,
  isReady: boolean,
): (absence: AbsenceView) => ReactNode {
  const { reader } = useDates();
  const absences =
    useQuery({ ...absencesQuery(memberId, from), enabled: isReady }).data?.slice(0, MOST) ?? [];
  const filters = absences.map((absence) => filterOf(memberId, absence, reader.timeZone));
  const { data } = useQuery({
    queryKey: ['bookings', 'counts', filters],
    queryFn: async ({ signal }) =>
      (await request<{ counts: number[] }>('POST', '/api/bookings/counts', { body: { filters }, signal }))
        .counts,
    enabled: filters.length > 0,
  });
  return (absence) => {
    const count = data?.[absences.findIndex(({ id }) => id === absence.id)] ?? 0;
    return count > 0 ? <NeedsHost count={count} /> : null;
  };
}

function NeedsHost({ count }: { count: number }) {
  const t = useSettingsWords();
  return (
    <span className="block text-wait">
      {t('absence.needsHost', { count })}{' '}
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
