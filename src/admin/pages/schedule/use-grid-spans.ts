import { useMemo } from 'react';
import { firstName } from '#bookings/screens/called.ts';
import { initialsOf, tintOf } from '#ui/avatar.tsx';
import { useDates } from '#ui/dates.tsx';
import type { GridPerson, GridSpan } from '#ui/week-grid.tsx';
import { placedSpans } from '../calendar/calendar-spans.ts';
import { secondZone } from '../calendar/second-zone.ts';
import { shortNames } from '../calendar/short-names.ts';
import type { ShownWeek } from '../calendar/week-query.ts';
import { useCalendarWords } from '../calendar/words.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** The span that is being booked. */
export const CHOSEN = 'chosen';

/** Everything that stands on the grid: whose lanes, what is in them, where the host is free, what was chosen. */
export function useGridSpans(state: Schedule) {
  const { dates, week, timeZone } = useWeek(state);
  const people = useLanes(state);
  const words = useCalendarWords();
  const placed = useMemo(
    () => (week ? placedSpans(week, { t: words, dates }).spans : []),
    [week, words, dates],
  );
  const offered = useOffered(state);
  const chosen = useChosen(state);
  const spans = useMemo(() => [...placed, ...offered, ...chosen], [placed, offered, chosen]);
  const second = useSecond(state, week);
  return { people, spans, second, timeZone };
}

/** Where the host lives; the others are only looked past. */
function useSecond({ time }: Schedule, week: ShownWeek | undefined): string | undefined {
  const { reader } = useDates();
  const { host } = time;
  return useMemo(
    () => (week && host ? secondZone(undefined, { ...week, members: [host] }, reader.timeZone) : undefined),
    [week, host, reader.timeZone],
  );
}

/** The calendar's answer with its days, as its own page has it. */
function useWeek({ time, days }: Schedule) {
  const dates = useDates();
  const { data } = time.week;
  const week = useMemo((): ShownWeek | undefined => data && { ...data, days: days.read }, [data, days.read]);
  return { dates, week, timeZone: dates.reader.timeZone };
}

/** The host's lane has room for words; the others are looked past. */
function useLanes({ time, who }: Schedule): GridPerson[] {
  const { ids, week } = time;
  const { queue, me } = who;
  return useMemo(() => {
    const nameOf = (id: string) =>
      week.data?.members.find(({ memberId }) => memberId === id)?.name ??
      queue.find(({ memberId }) => memberId === id)?.name ??
      (id === me.id ? me.name : '…');
    const names = ids.map(nameOf);
    const short = shortNames(names);
    return ids.map((id, index) => ({
      id,
      name: names[index]!,
      shortName: short[index]!,
      initials: initialsOf(names[index]!),
      tint: tintOf(id) + 1,
      narrow: index > 0,
    }));
    // The ids are a new list with every paint.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ids.join(), week.data, queue, me]);
}

function useOffered({ time, draft, start }: Schedule): GridSpan[] {
  const t = useScheduleWords();
  const { time: clock } = useDates();
  const { offered, shownId } = time;
  const { minutes } = draft;
  return useMemo(() => {
    const label = t('grid.freeLabel', { minutes: t('minutes', { count: minutes }) });
    return offered
      .filter((span) => span.start !== start)
      .map((span) => ({
        ...span,
        id: `free ${span.start}`,
        personId: shownId,
        kind: 'offered' as const,
        title: clock(span.start),
        label,
      }));
  }, [offered, shownId, minutes, start, t, clock]);
}

/** It can be moved and drawn longer or shorter, like an event. */
function useChosen({ meeting, draft, time, who }: Schedule): GridSpan[] {
  const t = useScheduleWords();
  const { range } = useDates();
  const name = firstName(time.host?.name ?? '');
  const { minutes } = draft;
  const { hostId } = who;
  const [start, end] = [meeting?.start, meeting?.end];
  return useMemo(() => {
    if (!start || !end || !hostId) return [];
    const words = { minutes: t('minutes', { count: minutes }), name };
    return [
      {
        id: CHOSEN,
        personId: hostId,
        kind: 'picked',
        start,
        end,
        title: range(start, end),
        subtitle: t('chosenWith', words),
        label: t('chosenLabel', words),
        movable: true,
        resizable: true,
      },
    ];
  }, [start, end, hostId, minutes, name, t, range]);
}
