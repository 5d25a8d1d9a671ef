import type { Minute } from '#engine/minutes.ts';
import { endPositionOf, minuteAt, positionOf } from './axis.ts';
import { type Ground, timeAt, type Way } from './cursor.ts';
import { type Step, timeOfStep } from './steps.ts';

/** A span held by keyboard or pointer, where it would land. */
export interface Grasp {
  column: number;
  person: number;
  start: Minute;
  end: Minute;
}

/** Up and down to the next step, left and right to the next lane, by day to the same person's next. Its length stays. */
export function carried(ground: Ground, grasp: Grasp, way: Way): Grasp {
  const day = ground.axis.columns[grasp.column]!;
  const at = positionOf(day, grasp.start);
  if (way === 'up' || way === 'down') {
    const start = boundary(ground, grasp.column, at, way);
    return start === null ? grasp : { ...grasp, start, end: start + grasp.end - grasp.start };
  }
  if (way === 'first' || way === 'last') return grasp;
  const by = { left: -1, right: 1, 'day-back': -ground.people, 'day-on': ground.people }[way];
  return inLane(ground, grasp, grasp.column * ground.people + grasp.person + by, at);
}

/** The end goes one step; never to nothing, never beyond the day. */
export function stretched(ground: Ground, grasp: Grasp, way: 'up' | 'down'): Grasp {
  const day = ground.axis.columns[grasp.column]!;
  const at = endPositionOf(day, grasp.end);
  if (grasp.end > day.end) return grasp;
  const ends = ground.steps.flatMap((step) => timeOfStep(day, step)?.end ?? []);
  const end =
    way === 'down'
      ? ends.find((end) => endPositionOf(day, end) > at)
      : ends.findLast((end) => endPositionOf(day, end) < at);
  return end === undefined || end <= grasp.start ? grasp : { ...grasp, end };
}

/** Dropped with its top at that place of the lane, on the nearest step. */
export function dropped(
  ground: Ground,
  grasp: Grasp,
  to: { column: number; person: number; step: number },
): Grasp {
  const { start } = timeAt(ground, to);
  return { column: to.column, person: to.person, start, end: start + grasp.end - grasp.start };
}

/** Where an edge pulled to the step's beginning (for a start) or end leaves the span; at least one step remains. */
export function pulled(ground: Ground, grasp: Grasp, edge: 'start' | 'end', step: number): Grasp {
  const { start, end } = timeAt(ground, { ...grasp, step });
  if (edge === 'start') return start < grasp.end ? { ...grasp, start } : grasp;
  return end > grasp.start ? { ...grasp, end } : grasp;
}

function inLane(ground: Ground, grasp: Grasp, lane: number, position: number): Grasp {
  if (lane < 0 || lane >= ground.lanes.length) return grasp;
  const column = Math.floor(lane / ground.people);
  const start = minuteAt(ground.axis.columns[column]!, position);
  return { column, person: lane % ground.people, start, end: start + grasp.end - grasp.start };
}

/** Start of the next step on that side, which for a span between steps is the nearest boundary. */
function boundary(ground: Ground, column: number, at: number, way: 'up' | 'down'): Minute | null {
  const day = ground.axis.columns[column]!;
  const present = ground.steps.filter((step) => timeOfStep(day, step));
  const isOnWay = ({ top }: Step) => (way === 'up' ? top < at : top > at);
  const step = way === 'up' ? present.findLast(isOnWay) : present.find(isOnWay);
  return step ? (timeOfStep(day, step)?.start ?? null) : null;
}
