import type { CalendarMember, CalendarSpan } from './week-query.ts';

export interface FreeTime {
  start: string;
  end: string;
}

const LEAST_MS = 15 * 60_000;

/** When everybody's time is open and nobody is busy, within a stretch of time: at least a quarter of an hour each. */
export function freeTogether(members: readonly CalendarMember[], from: string, to: string): FreeTime[] {
  const taken = members
    .flatMap(({ spans }) => spans)
    .filter(takesTime)
    .map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
    .toSorted((one, other) => one.start - other.start);
  const free: FreeTime[] = [];
  let at = Date.parse(from);
  const until = Date.parse(to);
  for (const { start, end } of [...taken, { start: until, end: until }]) {
    const stop = Math.min(start, until);
    if (stop - at >= LEAST_MS) free.push({ start: isoOf(at), end: isoOf(stop) });
    at = Math.max(at, end);
  }
  return free;
}

function takesTime({ kind }: CalendarSpan): boolean {
  return kind === 'closed' || kind === 'busy' || kind === 'booked' || kind === 'held';
}

function isoOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16)}:00Z`;
}
