import { positionOf } from './axis.ts';
import { type Ground, stretchBetween } from './cursor.ts';
import { carried, dropped, type Grasp, pulled } from './grasp.ts';
import { nearestStep, stepAt, stepPresent } from './steps.ts';

/** Where the pointer is: a lane and a position along the axis. */
export interface Point {
  column: number;
  person: number;
  position: number;
}

/** A pull that began: on empty time it picks, on a span it carries it, on a span's edge it moves that edge. */
export type Gesture =
  | { act: 'pick'; column: number; person: number; anchor: number; head: number }
  | { act: 'carry'; spanId: string; hold: number; from: Grasp; at: Grasp }
  | { act: 'pull'; edge: 'start' | 'end'; spanId: string; from: Grasp; at: Grasp };

export function beginPick(ground: Ground, { column, person, position }: Point): Gesture {
  const step = presentStep(ground, column, stepAt(ground.steps, position));
  return { act: 'pick', column, person, anchor: step, head: step };
}

/** `hold`: how far below its top the span was taken hold of. */
export function beginCarry(ground: Ground, spanId: string, from: Grasp, point: Point): Gesture {
  const top = positionOf(ground.axis.columns[from.column]!, from.start);
  return { act: 'carry', spanId, hold: Math.max(0, point.position - top), from, at: from };
}

export function beginPull(spanId: string, edge: 'start' | 'end', from: Grasp): Gesture {
  return { act: 'pull', edge, spanId, from, at: from };
}

/** The same gesture with the pointer somewhere else. */
export function followed(ground: Ground, gesture: Gesture, point: Point): Gesture {
  if (gesture.act === 'pick') {
    const head = presentStep(ground, gesture.column, stepAt(ground.steps, point.position));
    return { ...gesture, head };
  }
  if (gesture.act === 'carry') return { ...gesture, at: carriedTo(ground, gesture, point) };
  const step = stepAt(ground.steps, point.position);
  return {
    ...gesture,
    at: pulled(ground, gesture.at, gesture.edge, presentStep(ground, gesture.at.column, step)),
  };
}

/** What the gesture would leave if it ended now. */
export function landing(ground: Ground, gesture: Gesture): Grasp {
  if (gesture.act !== 'pick') return gesture.at;
  const { column, person, anchor, head } = gesture;
  const stretch = stretchBetween(ground, { column, person, step: anchor }, { column, person, step: head });
  return { column, person, ...stretch };
}

/** Whether letting go changes anything. */
export function changes(gesture: Gesture): boolean {
  if (gesture.act === 'pick') return true;
  const { from, at } = gesture;
  return from.start !== at.start || from.end !== at.end || from.person !== at.person;
}

/** Moved less than half a step up or down within its lane, a span between steps keeps its own minutes. */
function carriedTo(
  ground: Ground,
  gesture: Gesture & { act: 'carry' },
  { column, person, position }: Point,
): Grasp {
  const { from, hold } = gesture;
  const home = positionOf(ground.axis.columns[from.column]!, from.start);
  const step = nearestStep(ground.steps, position - hold);
  const half = ground.steps[step]!.length / 2;
  if (Math.abs(position - hold - home) < half) return sideways(ground, from, column, person);
  return dropped(ground, from, { column, person, step: presentStep(ground, column, step) });
}

function sideways(ground: Ground, from: Grasp, column: number, person: number): Grasp {
  const here = { ...from, person };
  const way = column < from.column ? 'day-back' : 'day-on';
  let at = here;
  for (let days = Math.abs(column - from.column); days > 0; days--) at = carried(ground, at, way);
  return at;
}

function presentStep({ axis, steps }: Ground, column: number, step: number): number {
  return stepPresent(axis.columns[column]!, steps, step);
}
