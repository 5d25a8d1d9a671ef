import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useMe } from '../../use-me.ts';
import { initialsOf, tintOf } from '#ui/avatar.tsx';
import { plusDays } from '#ui/calendar-days.ts';
import { useDates, useReader, useToday } from '#ui/dates.tsx';
import { useSize } from '#ui/use-size.ts';
import type { GridPerson } from '#ui/week-grid.tsx';
import { type CalendarSearch, peopleOf } from './calendar-search.ts';
import { placedSpans } from './calendar-spans.ts';
import { dayCount, daysShown, type DayCount } from './days-shown.ts';
import { useColours } from './use-colours.ts';
import { secondZone } from './second-zone.ts';
import { shortNames } from './short-names.ts';
import { weekQuery, type ShownWeek } from './week-query.ts';
import { useCalendarWords } from './words.ts';

const here = getRouteApi('/calendar');

/** What the address asks for and what the server says of it; old days stand until new ones have come. */
export function useCalendar() {
  const search = here.useSearch();
  const me = useMe().member;
  const { timeZone, firstDay } = useReader();
  const today = useToday();
  const asked = useAsked(search, today);
  // The bar answers at once; hundreds of spans are drawn right after it.
  const drawn = useDeferredValue(asked);
  const week = useQuery(weekQuery(drawn.who, drawn.read, timeZone));
  const shown = week.data;
  usePrefetch(drawn, week.isSuccess && !week.isPlaceholderData);
  const people = useMemo(() => gridPeople(drawn, shown, me), [drawn, shown, me]);
  const second = useMemo(() => secondZone(search.zone, shown, timeZone), [search.zone, shown, timeZone]);
  const placed = usePlaced(shown);
  const { date, count, who } = asked;
  const state = { search, today, date, count, who, people, timeZone, second, week };
  return {
    ...state,
    ...placed,
    /** As the address says; on the screen the ones before may stand for another moment. */
    days: useMemo(() => daysShown(date, count, firstDay), [date, count, firstDay]),
    daysOnScreen: useMemo(() => onScreen(drawn, shown?.days ?? drawn.read), [drawn, shown]),
  };
}

interface Asked {
  date: string;
  count: DayCount;
  who: string[];
  /** The days that are asked of the server. */
  read: string[];
}

function useAsked(search: CalendarSearch, today: string): Asked {
  const me = useMe().member.id;
  const { firstDay } = useReader();
  const date = search.date ?? today;
  const count = dayCount(search.view ?? 'week', useSize());
  return useMemo(() => {
    const read = daysShown(date, readCount(count), firstDay);
    return { date, count, who: peopleOf({ ...(search.who && { who: search.who }) }, me), read };
  }, [date, count, search.who, me, firstDay]);
}

/** One day is read with its week: the next is there at once, and the strip knows on which days something stands. */
function readCount(count: DayCount): DayCount {
  return count === 1 ? 7 : count;
}

function onScreen({ date, count }: Asked, known: readonly string[]): readonly string[] {
  if (count !== 1) return known;
  return [known.includes(date) ? date : known[0]!];
}

export type Calendar = ReturnType<typeof useCalendar>;

function usePlaced(week: ShownWeek | undefined) {
  const t = useCalendarWords();
  const dates = useDates();
  const colourOf = useColours(week);
  return useMemo(
    () => (week ? placedSpans(week, { t, dates, colourOf }) : { spans: [], byId: new Map<string, never>() }),
    [week, t, dates, colourOf],
  );
}

/** The days before and after are read as soon as these are there. */
function usePrefetch({ who, date, count }: Asked, isReady: boolean): void {
  const queries = useQueryClient();
  const { timeZone, firstDay } = useReader();
  useEffect(() => {
    if (!isReady) return;
    for (const step of [1, -1]) {
      const length = readCount(count);
      const days = daysShown(plusDays(date, step * length), length, firstDay);
      void queries.prefetchQuery(weekQuery(who, days, timeZone));
    }
  }, [queries, who, date, count, firstDay, timeZone, isReady]);
}

function gridPeople(
  { who, count }: Asked,
  week: ShownWeek | undefined,
  me: { id: string; name: string },
): GridPerson[] {
  const nameOf = (id: string) =>
    week?.members.find(({ memberId }) => memberId === id)?.name ?? (id === me.id ? me.name : '…');
  const names = who.map(nameOf);
  const short = shortNames(names);
  return who.map((id, index) => ({
    id,
    name: names[index]!,
    shortName: short[index]!,
    initials: initialsOf(names[index]!),
    tint: tintOf(id) + 1,
    // In a whole week four have no room for words; one looks past the others.
    narrow: count === 7 && who.length > 3 && index > 0,
  }));
}

/** Goes to other days, people, zones, or opens a booking; the rest of the address stays. */
export function useCalendarWay() {
  const go = here.useNavigate();
  const me = useMe().member.id;
  return {
    date: (date: string | undefined) => void go({ search: (now) => ({ ...now, date }) }),
    view: (view: 'day' | 'week') =>
      void go({ search: ({ view: _, ...now }) => ({ ...now, ...(view === 'day' && { view }) }) }),
    who: (ids: readonly string[]) => {
      const isMine = ids.length === 0 || (ids.length === 1 && ids[0] === me);
      void go({ search: ({ who: _, ...now }) => ({ ...now, ...(!isMine && { who: ids.join(',') }) }) });
    },
    zone: (zone: string | undefined) => void go({ search: (now) => ({ ...now, zone }) }),
    open: (open: string | undefined) => void go({ search: (now) => ({ ...now, open }) }),
  };
}
