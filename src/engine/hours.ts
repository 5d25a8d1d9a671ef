import type { LocalDay, Minute } from './minutes.ts';
import { MINUTES_PER_DAY, weekdayOf } from './minutes.ts';
import type { Zone } from './zone.ts';
import { endOfSegment, segmentAt } from './zone.ts';

/** Minutes of the wall day, 0..1440; `end <= start` means the end is on the next date, 0–0 is the whole day. */
export interface Span {
  start: number;
  end: number;
}

export interface Hours {
  zone: Zone;
  /** Seven entries, Monday first. */
  weekly: Span[][];
  /** A date's spans instead of the weekly ones; empty = closed. */
  overrides: ReadonlyMap<LocalDay, Span[]>;
}

/** Local dates, both inclusive. */
export interface Absence {
  from: LocalDay;
  to: LocalDay;
}

/** The dates that take spans away: in the zone of the hours. */
export interface ClosedDates {
  holidays: ReadonlySet<LocalDay>;
  absences: readonly Absence[];
}

export const NOTHING_CLOSED: ClosedDates = { holidays: new Set(), absences: [] };

const NO_SPANS: Span[] = [];

/**
 * The open time that meets [from, to): flat pairs start, end (minutes UTC, half-open), ascending, touching ones
 * merged, not cut at the window (ENGINE 2–4). A span counts for the date on which it starts; what an absence
 * closes on a date whose evening before runs on is `isAbsent`'s business.
 */
export function openTime(hours: Hours, closed: ClosedDates, from: Minute, to: Minute): number[] {
  const { zone } = hours;
  const open: number[] = [];
  for (let index = segmentAt(zone, from); index < zone.at.length && zone.at[index]! < to; index++) {
    addSegment(open, hours, closed, index, from, to);
  }
  return open;
}

/** Whether the date lies in one of the absences. */
export function isAbsent(absences: readonly Absence[], day: LocalDay): boolean {
  for (const absence of absences) if (absence.from <= day && day <= absence.to) return true;
  return false;
}

// Within a segment the wall clock is UTC plus a constant, so a date's spans are shifted and cut at the
// segment's ends: a missing time is cut away, a repeated one is found in both segments. That is the whole
// treatment of clock changes.
function addSegment(
  open: number[],
  hours: Hours,
  closed: ClosedDates,
  index: number,
  from: Minute,
  to: Minute,
): void {
  const offset = hours.zone.offset[index]!;
  const begin = hours.zone.at[index]!;
  const end = endOfSegment(hours.zone, index);
  const firstDay = Math.floor((Math.max(from, begin) + offset) / MINUTES_PER_DAY) - 1;
  const lastDay = Math.floor((Math.min(to, end) - 1 + offset) / MINUTES_PER_DAY);
  for (let day = firstDay; day <= lastDay; day++) {
    const midnight = day * MINUTES_PER_DAY - offset;
    for (const span of spansOf(hours, closed, day)) {
      const start = Math.max(begin, midnight + span.start);
      add(open, start, Math.min(end, midnight + endOf(span)));
    }
  }
}

/** Absence beats override beats holiday beats weekly (A1). */
function spansOf(hours: Hours, closed: ClosedDates, day: LocalDay): Span[] {
  if (closed.absences.length > 0 && isAbsent(closed.absences, day)) return NO_SPANS;
  const override = hours.overrides.get(day);
  if (override) return inOrder(override);
  if (closed.holidays.has(day)) return NO_SPANS;
  return inOrder(hours.weekly[weekdayOf(day) - 1] ?? NO_SPANS);
}

function endOf(span: Span): number {
  return span.end <= span.start ? span.end + MINUTES_PER_DAY : span.end;
}

// `add` merges by looking at the last pair only, which asks for spans in order of their starts.
function inOrder(spans: Span[]): Span[] {
  for (let i = 1; i < spans.length; i++) {
    if (spans[i]!.start < spans[i - 1]!.start) return spans.toSorted((one, two) => one.start - two.start);
  }
  return spans;
}

// Merged before anything is rounded to cells: 9:00–12:02 and 12:02–17:00 leave no closed cell between them.
function add(open: number[], start: Minute, end: Minute): void {
  if (end <= start) return;
  const last = open.length - 1;
  if (last > 0 && start <= open[last]!) open[last] = Math.max(open[last]!, end);
  else open.push(start, end);
}
