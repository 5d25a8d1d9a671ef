import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useBookingWords } from '#bookings/screens/words.ts';
import { linkQuery } from '#links/screens/link-queries.ts';
import { memberQuery } from '#people/screens/member-queries.ts';
import { useDates } from '#ui/dates.tsx';
import type { FilterInForce } from '#ui/filter-bar.tsx';
import type { ListFilter } from './bookings-search.ts';

/** Every filter in force as a chip; the text stands in its own field, the order at its own button. */
export function useFilterWords(filter: ListFilter): FilterInForce[] {
  const t = useBookingWords();
  const day = useDayWords();
  const { from, to, hostId, linkId, status, needsHost, question } = filter;
  const chip = (key: keyof ListFilter, name: string, value: ReactNode): FilterInForce => ({
    key,
    name,
    words: (
      <>
        {name} <b>{value}</b>
      </>
    ),
  });
  return [
    ...(from ? [chip('from', t('filter.from'), day(from))] : []),
    ...(to ? [chip('to', t('filter.to'), day(to))] : []),
    ...(hostId ? [chip('hostId', t('filter.hostIs'), <HostName hostId={hostId} />)] : []),
    ...(linkId ? [chip('linkId', t('filter.linkIs'), <LinkName linkId={linkId} />)] : []),
    ...(status ? [chip('status', t('filter.statusIs'), <Statuses status={status} />)] : []),
    ...(needsHost
      ? [{ key: 'needsHost', name: t('status.needs-host'), words: <b>{t('status.needs-host')}</b> }]
      : []),
    ...(question ? [{ key: 'question', name: t('filter.asked'), words: <b>{t('filter.asked')}</b> }] : []),
  ];
}

function useDayWords(): (day: string) => string {
  const t = useBookingWords();
  const dates = useDates();
  return (day) => {
    const [, sign, count] = /^today(?:([+-])(\d+))?$/.exec(day) ?? [day];
    if (day === 'today') return t('filter.today');
    if (!sign) return dates.briefDay(day);
    return t(sign === '-' ? 'filter.daysAgo' : 'filter.daysAhead', { count: Number(count) });
  };
}

function HostName({ hostId }: { hostId: string }) {
  const t = useBookingWords();
  const { data } = useQuery({ ...memberQuery(hostId), enabled: hostId !== 'me' });
  return hostId === 'me' ? t('filter.me') : <bdi>{data?.name ?? '…'}</bdi>;
}

function LinkName({ linkId }: { linkId: string }) {
  const { data } = useQuery(linkQuery(linkId));
  return <bdi>{data?.title ?? '…'}</bdi>;
}

const KNOWN = ['scheduled', 'unverified', 'completed', 'no-show', 'cancelled', 'expired'] as const;

function Statuses({ status }: { status: string }) {
  const t = useBookingWords();
  const chosen = status.split(',');
  return KNOWN.filter((one) => chosen.includes(one))
    .map((one) => t(`status.${one}`))
    .join(', ');
}
