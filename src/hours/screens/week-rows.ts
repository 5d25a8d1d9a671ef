/** The week as its editor draws it. Pure. Times as in weekly-hours.ts; minutes count from Monday 00:00. */
import { minutesOf, type TimeSpan, type WeeklySpan } from '../weekly-hours.ts';

export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const A_DAY = 1440;
const A_WEEK = 7 * A_DAY;

export function spansOf(weekly: readonly WeeklySpan[], day: number): TimeSpan[] {
  return weekly.filter((span) => span.day === day).map(({ start, end }) => ({ start, end }));
}

/** The same week with other spans on these days. */
export function withDays(
  weekly: readonly WeeklySpan[],
  days: readonly number[],
  spans: readonly TimeSpan[],
): WeeklySpan[] {
  return DAYS.flatMap((day) =>
    (days.includes(day) ? spans : spansOf(weekly, day)).map(({ start, end }) => ({ day, start, end })),
  );
}

/** An end that is not after its start lies on the next date. */
export function endsNextDay({ start, end }: TimeSpan): boolean {
  return end !== '24:00' && minutesOf(end) <= minutesOf(start);
}

export function lengthOf(span: TimeSpan): number {
  return minutesOf(span.end) - minutesOf(span.start) + (endsNextDay(span) ? A_DAY : 0);
}

export function minutesAWeek(weekly: readonly WeeklySpan[]): number {
  return weekly.reduce((sum, span) => sum + lengthOf(span), 0);
}

/** Where in its day's list a span stands, and the first other one that it meets. */
export interface Overlap {
  day: number;
  index: number;
  other: WeeklySpan;
}

/** Spans of a week that meet an earlier one: of the same day, or of the night before. */
export function overlapsOf(weekly: readonly WeeklySpan[]): Overlap[] {
  const placed = DAYS.flatMap((day) =>
    spansOf(weekly, day).map((span, index) => ({
      day,
      index,
      span,
      start: (day - 1) * A_DAY + minutesOf(span.start),
    })),
  );
  return placed.flatMap((one, at) => {
    const met = placed.slice(0, at).find((earlier) => meet(earlier, one));
    const night =
      met ??
      placed.slice(at + 1).find((later) => later.start + lengthOf(later.span) > A_WEEK && meet(later, one));
    return night ? [{ day: one.day, index: one.index, other: { day: night.day, ...night.span } }] : [];
  });
}

/** Which spans of one date meet an earlier one. */
export function meetingSpans(spans: readonly TimeSpan[]): number[] {
  return overlapsOf(spans.map((span) => ({ day: 1, ...span }))).map(({ index }) => index);
}

interface Placed {
  start: number;
  span: TimeSpan;
}

/** Sunday's night is followed by Monday's morning. */
function meet(one: Placed, other: Placed): boolean {
  return [-A_WEEK, 0, A_WEEK].some((shift) => {
    const start = one.start + shift;
    return start < other.start + lengthOf(other.span) && other.start < start + lengthOf(one.span);
  });
}

const FIRST: TimeSpan = { start: '09:00', end: '17:00' };

/** What "one more" adds: an hour after the last span, two hours long, within the day; a usual day when there is none. */
export function oneMore(spans: readonly TimeSpan[]): TimeSpan {
  const last = spans.at(-1);
  if (!last) return FIRST;
  const end = minutesOf(last.start) + lengthOf(last);
  const start = [end + 60, end].find((minute) => minute <= A_DAY - 30);
  if (start === undefined) return { start: '06:00', end: '08:00' };
  return { start: timeFrom(start), end: timeFrom(Math.min(start + 120, A_DAY)) };
}

/** '09:30' of 570; midnight at the end of a day is '24:00'. */
export function timeFrom(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(figure: number): string {
  return String(figure).padStart(2, '0');
}

/** From which to which full hour the bars are drawn: 6 to 22, wider when somebody works then. */
export function axisOf(weekly: readonly WeeklySpan[]): { from: number; to: number } {
  if (weekly.some(endsNextDay)) return { from: 0, to: 24 };
  const starts = weekly.map(({ start }) => Math.floor(minutesOf(start) / 60));
  const ends = weekly.map(({ end }) => Math.ceil(minutesOf(end) / 60));
  return { from: Math.min(6, ...starts), to: Math.max(22, ...ends) };
}

/** A piece of a day's bar, in minutes of that day; `index` is -1 for what the night before left. */
export interface BarPiece {
  index: number;
  start: number;
  end: number;
}

export function barOf(weekly: readonly WeeklySpan[], day: number): BarPiece[] {
  const own = spansOf(weekly, day).map((span, index) => {
    const start = minutesOf(span.start);
    return { index, start, end: Math.min(start + lengthOf(span), A_DAY) };
  });
  const eve = spansOf(weekly, day === 1 ? 7 : day - 1)
    .filter((span) => endsNextDay(span) && span.end !== '00:00')
    .map(({ end }) => ({ index: -1, start: 0, end: minutesOf(end) }));
  return [...eve, ...own];
}
