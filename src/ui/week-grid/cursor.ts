import type { Interval } from '#engine/minutes.ts';
import type { Axis } from './axis.ts';
import type { Lane } from './lay-out.ts';
import { type Step, stepBeside, stepPresent, timeOfStep } from './steps.ts';

/** Where the cursor stands. Step −1 is the band of whole days. */
export interface Place {
  column: number;
  person: number;
  step: number;
}

/** What the cursor moves over: lanes in order of days, then people. */
export interface Ground {
  axis: Axis;
  steps: Step[];
  people: number;
  lanes: Lane[];
  hasBand: boolean;
}

export type Way = 'up' | 'down' | 'left' | 'right' | 'day-back' | 'day-on' | 'first' | 'last';

export const BAND = -1;

/** One press of a key: time by steps, lanes one by one, days by the person's own lane. At an edge it stays. */
export function moved(ground: Ground, place: Place, way: Way): Place {
  if (way === 'up' || way === 'down') return { ...place, step: stepTowards(ground, place, way) };
  if (way === 'first' || way === 'last') return { ...place, step: openStep(ground, place, way) };
  const lane = place.column * ground.people + place.person + laneStep(ground, way);
  if (lane < 0 || lane >= ground.lanes.length) return place;
  return settled(ground, {
    ...place,
    column: Math.floor(lane / ground.people),
    person: lane % ground.people,
  });
}

/** The place itself, kept within the days and people shown, on a time that its day has. */
export function settled({ axis, steps, people, hasBand }: Ground, place: Place): Place {
  const column = Math.min(Math.max(place.column, 0), axis.columns.length - 1);
  const person = Math.min(Math.max(place.person, 0), people - 1);
  if (place.step === BAND && hasBand) return { column, person, step: BAND };
  const step = Math.min(Math.max(place.step, 0), steps.length - 1);
  return { column, person, step: stepPresent(axis.columns[column]!, steps, step) };
}

/** The time at the cursor; in the band, the whole day. */
export function timeAt({ axis, steps }: Ground, { column, step }: Place): Interval {
  const day = axis.columns[column]!;
  const within = step === BAND ? null : timeOfStep(day, steps[step]!);
  return within ?? { start: day.start, end: day.end };
}

/** From the one place through to the other, both included, whichever comes first. */
export function stretchBetween(ground: Ground, anchor: Place, head: Place): Interval {
  const [one, other] = [timeAt(ground, anchor), timeAt(ground, head)];
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** Selecting runs within one person: left and right take whole days, never another lane. */
export function extended(ground: Ground, place: Place, way: Way): Place {
  if (way === 'left') return moved(ground, place, 'day-back');
  if (way === 'right') return moved(ground, place, 'day-on');
  const next = moved(ground, place, way);
  return (next.step === BAND) === (place.step === BAND) ? next : place;
}

export function laneAt({ lanes, people }: Ground, { column, person }: Place): Lane {
  return lanes[column * people + person]!;
}

function laneStep({ people }: Ground, way: Way): number {
  if (way === 'left') return -1;
  if (way === 'right') return 1;
  return way === 'day-back' ? -people : people;
}

function stepTowards({ axis, steps, hasBand }: Ground, { column, step }: Place, way: 'up' | 'down'): number {
  const day = axis.columns[column]!;
  if (step === BAND) return way === 'up' ? BAND : stepPresent(day, steps, 0);
  const next = stepBeside(day, steps, step, way === 'up' ? -1 : 1);
  return next === step && way === 'up' && hasBand ? BAND : next;
}

/** The first or last step of the day that is not closed; where all is closed, the first or last there is. */
function openStep(ground: Ground, place: Place, which: 'first' | 'last'): number {
  const { closed } = laneAt(ground, place);
  const day = ground.axis.columns[place.column]!;
  const present = ground.steps.flatMap((step, index) => (timeOfStep(day, step) ? [index] : []));
  const open = present.filter((index) => {
    const { top, length } = ground.steps[index]!;
    return !closed.some((shut) => shut.top < top + length && shut.bottom > top);
  });
  const steps = open.length > 0 ? open : present;
  return (which === 'first' ? steps[0] : steps.at(-1)) ?? place.step;
}
