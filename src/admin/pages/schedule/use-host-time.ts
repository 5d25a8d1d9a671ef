import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { hostTimeQuery, type CalendarSpan } from '#bookings/screens/host-time-query.ts';
import { plusDays } from '#ui/calendar-days.ts';
import { useNow, useReader } from '#ui/dates.tsx';
import { midnight } from '../calendar/week-query.ts';
import { spansToDraw, type Stretch } from './free-spans.ts';
import { freeStartsQuery } from './schedule-queries.ts';
import { isWeekend, type Days } from './use-days.ts';
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

/**
 * The days that are drawn. Of a week those on which the host is closed all day and nothing stands are left out, so that
 * the others have room; a date that was typed is never left out.
 */
export function daysDrawn(
  { date, count, read }: Days,
  spans: readonly CalendarSpan[] | undefined,
  typed: string | null,
  timeZone: string,
): readonly string[] {
  if (count === 1) return [date];
  if (count !== 7) return read;
  const drawn = read.filter(
    (day) => day === typed || (spans ? !isShut(spans, windowOf([day], timeZone)) : !isWeekend(day)),
  );
  return drawn.length > 0 ? drawn : read;
}

function isShut(spans: readonly CalendarSpan[], day: Stretch): boolean {
  const within = spans.filter(({ start, end }) => start < day.end && end > day.start);
  let open = day.start;
  for (const { kind, start, end } of within) {
    if (kind !== 'closed') return false;
    if (start <= open && end > open) open = end;
  }
  return open >= day.end;
}

export type HostTime = ReturnType<typeof useHostTime>;

/** From the first of those dates to the end of the last. */
export function windowOf(dates: readonly string[], timeZone: string): Stretch {
  return { start: midnight(dates[0]!, timeZone), end: midnight(plusDays(dates.at(-1)!, 1), timeZone) };
}

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
