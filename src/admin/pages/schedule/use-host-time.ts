import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { hostTimeQuery } from '#bookings/screens/host-time-query.ts';
import { useNow, useReader } from '#ui/dates.tsx';
import { windowOf } from './days-drawn.ts';
import { spansToDraw } from './free-spans.ts';
import { freeStartsQuery } from './schedule-queries.ts';
import type { Days } from './use-days.ts';
import type { Who } from './use-who.ts';

/** What stands in the calendars of the host and of those beside them, and when the host is free for that long. */
export function useHostTime(who: Who, days: Days, minutes: number, besides: number) {
  const { timeZone } = useReader();
  const shownId = who.hostId ?? who.me.id;
  const ids = [shownId, ...who.others.slice(0, besides).map(({ memberId }) => memberId)];
  const { start, end } = windowOf(days.read, timeZone);
  const week = useQuery(hostTimeQuery(ids, start, end));
  const host = week.data?.members.find(({ memberId }) => memberId === shownId) ?? null;
  const free = useFree(who, days.read, minutes);
  return { ids, shownId, week, host, ...free };
}

export type HostTime = ReturnType<typeof useHostTime>;

/** When the host is free on those dates, as few spans to draw. */
function useFree({ rotationId, hostId }: Who, dates: readonly string[], minutes: number) {
  const { timeZone } = useReader();
  const now = useNow();
  const [from, to] = [dates[0]!, dates.at(-1)!];
  const asked = { rotationId, memberId: hostId ?? '', from, to, timeZone, duration: minutes };
  const isOver = windowOf(dates, timeZone).end <= now;
  const { data, isError } = useQuery({ ...freeStartsQuery(asked), enabled: hostId !== null && !isOver });
  const offered = useMemo(
    () =>
      spansToDraw(
        (data ?? []).filter((start) => start >= now),
        minutes,
      ),
    [data, now, minutes],
  );
  const isKnown = isOver || data !== undefined;
  return { offered, isFull: hostId !== null && isKnown && offered.length === 0, freeFailed: isError };
}
