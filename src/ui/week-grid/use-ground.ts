import { useMemo } from 'react';
import { axisOf } from './axis.ts';
import type { Ground } from './cursor.ts';
import { narrowDays } from './days.ts';
import type { WeekGridProps } from './grid-props.ts';
import { layOut, minuteOf } from './lay-out.ts';
import { stepsOf } from './steps.ts';

/** What stands where, computed anew only when days, zone, people or spans change. */
export function useGround(props: WeekGridProps): { ground: Ground; narrow: boolean[]; today: number } {
  const { timeZone, people, spans, incrementMinutes } = props;
  // A caller that writes its days in place gives a new array with every paint.
  const dates = props.days.join(' ');
  const axis = useMemo(() => axisOf(timeZone, dates.split(' ')), [timeZone, dates]);
  const steps = useMemo(() => stepsOf(axis, incrementMinutes), [axis, incrementMinutes]);
  const lanes = useMemo(() => layOut(axis, people, spans), [axis, people, spans]);
  const today = axis.columns.findIndex((day) => isWithin(day, minuteOf(props.now)));
  return useMemo(() => {
    const hasBand = lanes.some(({ allDay }) => allDay.length > 0);
    const ground = { axis, steps, lanes, people: people.length, hasBand };
    return { ground, narrow: narrowDays(lanes, axis.columns.length, axis.length, today), today };
  }, [axis, steps, lanes, people.length, today]);
}

function isWithin({ start, end }: { start: number; end: number }, minute: number): boolean {
  return start <= minute && minute < end;
}
