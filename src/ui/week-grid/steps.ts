import type { Interval } from '#engine/minutes.ts';
import type { Axis, Column } from './axis.ts';

/** One step of the increment along the axis; the last before midnight or a clock change may be shorter. */
export interface Step {
  top: number;
  length: number;
  /** Minute of day. */
  wall: number;
}

/** Every step of the axis, counted from local midnight in each section. */
export function stepsOf({ sections }: Axis, increment: number): Step[] {
  return sections.flatMap(({ top, wall, length }) => {
    const walls = [wall];
    for (let next = (Math.floor(wall / increment) + 1) * increment; next < wall + length; next += increment)
      walls.push(next);
    return walls.map((at, index) => ({
      wall: at,
      top: top + at - wall,
      length: (walls[index + 1] ?? wall + length) - at,
    }));
  });
}

/** Index of the step in which the position lies; the first or last one beyond the axis. */
export function stepAt(steps: readonly Step[], position: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle]!.top <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Index of the step whose beginning is nearest. */
export function nearestStep(steps: readonly Step[], position: number): number {
  const index = stepAt(steps, position);
  const { top, length } = steps[index]!;
  return position - top > length / 2 && index < steps.length - 1 ? index + 1 : index;
}

/** What of the day lies in the step; null where that day has nothing of it. */
export function timeOfStep(column: Column, { top, length }: Step): Interval | null {
  const parts = column.pieces.flatMap((piece) => {
    const start = piece.start + Math.max(0, top - piece.top);
    const end = Math.min(piece.end, piece.start + top + length - piece.top);
    return end > start ? [{ start, end }] : [];
  });
  return parts.length > 0 ? { start: parts[0]!.start, end: parts.at(-1)!.end } : null;
}

/** The next step in that direction that the day has; the one given when there is none. */
export function stepBeside(column: Column, steps: readonly Step[], from: number, by: 1 | -1): number {
  for (let index = from + by; index >= 0 && index < steps.length; index += by)
    if (timeOfStep(column, steps[index]!)) return index;
  return from;
}

/** That step, or where the day does not have it the nearest after it, else before it. */
export function stepPresent(column: Column, steps: readonly Step[], wanted: number): number {
  if (timeOfStep(column, steps[wanted]!)) return wanted;
  const after = stepBeside(column, steps, wanted, 1);
  return after === wanted ? stepBeside(column, steps, wanted, -1) : after;
}
