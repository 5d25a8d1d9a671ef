import { isAbsent, NOTHING_CLOSED, openTime, type Absence, type Hours } from '#engine/hours.ts';
import type { Interval, LocalDay, Minute } from '#engine/minutes.ts';
import { eachDate } from '#engine/zone.ts';

/** Which of A1's layers closed it: absence beats override beats holiday beats the weekly hours. */
export type WhyClosed = 'hours' | 'absence' | 'holiday' | 'override';

export interface ClosedTime extends Interval {
  why: WhyClosed;
  /** The absence's reason, or the holiday's name. */
  title?: string;
}

/** A member's own time; dates are those of `hours.zone`. */
export interface OwnTime {
  hours: Hours;
  absences: readonly (Absence & { reason?: string })[];
  holidays: ReadonlyMap<LocalDay, string>;
}

/**
 * What a member's hours leave closed of [from, to), minutes UTC: the exact complement of what the engine takes for
 * open. Touching time that is closed for the same reason is one.
 */
export function closedTime(own: OwnTime, from: Minute, to: Minute): ClosedTime[] {
  const dates = { holidays: new Set(own.holidays.keys()), absences: own.absences };
  const open = openTime(own.hours, dates, from, to);
  const closed: ClosedTime[] = [];
  eachDate(own.hours.zone, from, to, (day, start, end) => {
    for (const piece of closedOn(own, open, day, { start, end })) join(closed, piece);
  });
  return closed;
}

function closedOn(own: OwnTime, open: readonly number[], day: LocalDay, piece: Interval): ClosedTime[] {
  // An absence also closes what the evening before left open on its dates.
  if (isAbsent(own.absences, day)) return [{ ...piece, ...absenceOn(own, day) }];
  const gaps = without(piece, open);
  const override = own.hours.overrides.get(day);
  if (override) return override.length === 0 ? named(gaps, 'override') : splitByUsual(own.hours, gaps);
  const holiday = own.holidays.get(day);
  return holiday === undefined ? named(gaps, 'hours') : named(gaps, 'holiday', holiday);
}

function absenceOn({ absences }: OwnTime, day: LocalDay): Pick<ClosedTime, 'why' | 'title'> {
  const reason = absences.find(({ from, to }) => from <= day && day <= to)?.reason;
  return { why: 'absence', ...(reason !== undefined && { title: reason }) };
}

/** An override's own doing is what the usual week would have left open. */
function splitByUsual(hours: Hours, gaps: Interval[]): ClosedTime[] {
  const usual = { ...hours, overrides: new Map() };
  return gaps.flatMap((gap) => {
    const open = openTime(usual, NOTHING_CLOSED, gap.start, gap.end);
    const never = named(without(gap, open), 'hours');
    const overridden = never.length === 0 ? [gap] : complement(gap, never);
    return [...never, ...named(overridden, 'override')].toSorted((one, other) => one.start - other.start);
  });
}

function complement(within: Interval, parts: Interval[]): Interval[] {
  return without(
    within,
    parts.flatMap(({ start, end }) => [start, end]),
  );
}

/** What flat ascending pairs leave of an interval. */
function without({ start, end }: Interval, pairs: readonly number[]): Interval[] {
  const left: Interval[] = [];
  let at = start;
  for (let i = 0; i < pairs.length && pairs[i]! < end; i += 2) {
    if (pairs[i + 1]! <= at) continue;
    if (pairs[i]! > at) left.push({ start: at, end: pairs[i]! });
    at = pairs[i + 1]!;
  }
  if (at < end) left.push({ start: at, end });
  return left;
}

function named(gaps: Interval[], why: WhyClosed, title?: string): ClosedTime[] {
  return gaps.map((gap) => ({ ...gap, why, ...(title !== undefined && { title }) }));
}

function join(closed: ClosedTime[], next: ClosedTime): void {
  const last = closed.at(-1);
  if (last && last.end === next.start && last.why === next.why && last.title === next.title) {
    last.end = next.end;
  } else closed.push({ ...next });
}
