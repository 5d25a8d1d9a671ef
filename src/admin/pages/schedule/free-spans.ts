/** A stretch of time, as instants. */
export interface Stretch {
  start: string;
  end: string;
}

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

/**
 * The spans to draw for many possible starts: none over another, on whole and half hours where that is possible, so
 * that a free morning reads as a few meetings and not as forty.
 */
export function spansToDraw(starts: readonly string[], minutes: number): Stretch[] {
  const all = starts.map((start) => Date.parse(start)).toSorted((one, other) => one - other);
  const length = minutes * MINUTE;
  const drawn: number[] = [];
  const fits = (at: number) => drawn.every((other) => Math.abs(other - at) >= length);
  for (const at of all) if (at % HALF_HOUR === 0 && fits(at)) drawn.push(at);
  for (const at of all) if (at % HALF_HOUR !== 0 && fits(at)) drawn.push(at);
  return drawn
    .toSorted((one, other) => one - other)
    .map((at) => ({ start: isoOf(at), end: isoOf(at + length) }));
}

function isoOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}:00Z`;
}
