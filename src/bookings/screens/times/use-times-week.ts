import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { initialsOf, tintOf } from '#ui/avatar.tsx';
import { plusDays, startOfWeek } from '#ui/calendar-days.ts';
import { useDates, useNow, useReader } from '#ui/dates.tsx';
import type { GridPerson } from '#ui/week-grid.tsx';
import { useMemberName } from '#people/screens/who.tsx';
import { hostTimeQuery } from '#bookings/screens/host-time-query.ts';
import { dayBounds } from '#bookings/screens/wall-time.ts';

/** As many calendars as can be read at once. */
export const MOST_LANES = 5;
const AXIS_REM = 4;
/** Narrower than this no time is read in a lane. */
const LANE_REM = { alone: 4.75, beside: 3.75 };

interface Asked {
  hostIds: readonly string[];
  /** The soonest of the times that stand already. */
  first: string | undefined;
  timeZone: string;
  /** How much room there is. */
  rem: number;
}

/** The days that fit, whose they are, and what stands in their calendars. */
export function useTimesWeek({ hostIds, first, timeZone, rem }: Asked) {
  const { firstDay } = useReader();
  const [from, setFrom] = useState(useFirstDate(first, timeZone));
  const lanes = hostIds.slice(0, MOST_LANES);
  const count = daysThatFit(rem, Math.max(1, lanes.length));
  const shownFrom = count === 7 ? startOfWeek(from, firstDay) : from;
  const days = Array.from({ length: count }, (_, step) => plusDays(shownFrom, step));
  const bounds = { from: dayBounds(days[0]!, timeZone).start, to: dayBounds(days.at(-1)!, timeZone).end };
  const week = useQuery(hostTimeQuery(lanes, bounds.from, bounds.to));
  return {
    days,
    people: usePeople(lanes, week.data?.members),
    week,
    left: hostIds.length - lanes.length,
    turn: (step: 1 | -1) => setFrom(plusDays(shownFrom, step * count)),
    goTo: setFrom,
  };
}

/** One that is offered already, else tomorrow: today is half over. */
function useFirstDate(first: string | undefined, timeZone: string): string {
  const dates = useDates();
  const now = useNow();
  return first && first > now ? dates.dateOf(first, timeZone) : plusDays(dates.dateOf(now, timeZone), 1);
}

function daysThatFit(rem: number, lanes: number): number {
  const lane = lanes === 1 ? LANE_REM.alone : LANE_REM.beside * lanes;
  const count = Math.max(1, Math.min(7, Math.floor((Math.min(rem, 200) - AXIS_REM) / lane)));
  // Six of a week are no week: the seventh would be missed.
  return count === 6 ? 5 : count;
}

function usePeople(
  ids: readonly string[],
  members: readonly { memberId: string; name: string }[] | undefined,
): GridPerson[] {
  const nameOf = useMemberName();
  return ids.map((id) => {
    const name = members?.find(({ memberId }) => memberId === id)?.name ?? nameOf(id);
    const shortName = name.trim().split(/\s+/)[0] ?? name;
    return { id, name, shortName, initials: initialsOf(name), tint: tintOf(id) + 1 };
  });
}
