import { calendarDay, firstOfMonth, SECONDS_PER_DAY, weekOf } from './calendar-day.ts';
import { daysOfRule } from './rule-days.ts';
import type { Frequency, Rule } from './rule.ts';
import { isUntil } from './until.ts';
import type { Moment, Wall } from './wall.ts';

/** What one object may cost, however hostile (ABUSE 32). */
export interface Budget {
  occurrences: number;
  steps: number;
}

export function budgetOfObject(): Budget {
  return { occurrences: 5000, steps: 300_000 };
}

/** Wall clock, half-open. */
export interface Range {
  from: Wall;
  to: Wall;
}

/**
 * Calls `visit` for what a rule adds to its DTSTART within the range, in order of time. Answers null, or where it
 * gave up because the budget was spent.
 */
export function walkRule(
  given: Rule,
  start: Moment,
  range: Range,
  budget: Budget,
  visit: (wall: Wall) => void,
): Wall | null {
  const rule = start.isDate ? wholeDays(given) : given;
  const visitor = visitorFor(rule, start, range, budget, visit);
  if (rule.frequency in SECONDS) walkClock(rule, start, range, visitor);
  else walkPeriods(rule, start, range, visitor);
  return visitor.gaveUpAt;
}

/** Parts of a day mean nothing to a date. */
function wholeDays(rule: Rule): Rule {
  const frequency = rule.frequency in SECONDS ? 'DAILY' : rule.frequency;
  return { ...rule, frequency, hours: null, minutes: null, seconds: null };
}

interface Visitor {
  gaveUpAt: Wall | null;
  /** Whether there is budget for so many steps of a walk that has come to `at`. */
  mayStep: (steps: number, at: Wall) => boolean;
  /** Takes the next time of the rule; false when the walk is over. */
  take: (wall: Wall) => boolean;
}

function visitorFor(
  rule: Rule,
  start: Moment,
  range: Range,
  budget: Budget,
  visit: (wall: Wall) => void,
): Visitor {
  const reaches = isUntil(rule, start);
  // DTSTART is always the first, whether or not it fits its rule.
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  const giveUp = (wall: Wall) => {
    visitor.gaveUpAt = Math.max(wall, range.from);
    return false;
  };
  const visitor: Visitor = {
    gaveUpAt: null,
    mayStep: (steps, at) => (budget.steps -= steps) >= 0 || giveUp(at),
    take: (wall) => {
      if (wall <= start.wall) return true;
      if (left-- <= 0 || wall >= range.to) return false;
      if (wall < range.from) return visitor.mayStep(1, wall);
      if (!reaches(wall)) return false;
      if (--budget.occurrences < 0) return giveUp(wall);
      visit(wall);
      return true;
    },
  };
  return visitor;
}

/** Years, months, weeks, days: every date of a period is tried. */
function walkPeriods(rule: Rule, start: Moment, range: Range, visitor: Visitor): void {
  const firstDay = Math.floor(start.wall / SECONDS_PER_DAY);
  const isDay = daysOfRule(rule, firstDay);
  const times = timesOfDay(rule, start.wall - firstDay * SECONDS_PER_DAY);
  const { indexOf, firstOf } = PERIODS[rule.frequency as keyof typeof PERIODS](rule, firstDay);
  const first = indexOf(firstDay);
  // One that counts has to be counted from its beginning.
  const skipped = rule.count === null ? indexOf(Math.floor(range.from / SECONDS_PER_DAY)) - first : 0;
  let index = first + Math.max(0, Math.floor(skipped / rule.interval)) * rule.interval;
  // Written so that it ends at the end of the calendar too, where days are no longer numbers.
  while (firstOf(index) * SECONDS_PER_DAY < range.to) {
    const [from, to] = [firstOf(index), firstOf(index + 1)];
    if (!visitor.mayStep(to - from, from * SECONDS_PER_DAY)) return;
    const days: number[] = [];
    for (let day = from; day < to; day++) if (isDay(day)) days.push(day);
    if (!takeAll(rule, days, times, visitor)) return;
    index += rule.interval;
  }
}

interface Periods {
  indexOf: (day: number) => number;
  firstOf: (index: number) => number;
}

const PERIODS = {
  YEARLY: (): Periods => ({
    indexOf: (day) => calendarDay(day).year,
    firstOf: (index) => firstOfMonth(index, 1),
  }),
  MONTHLY: (): Periods => ({
    indexOf: (day) => calendarDay(day).year * 12 + calendarDay(day).month - 1,
    firstOf: (index) => firstOfMonth(Math.floor(index / 12), (index % 12) + 1),
  }),
  WEEKLY: (rule: Rule, firstDay: number): Periods => {
    const anchor = weekOf(firstDay, rule.weekStart);
    return { indexOf: (day) => Math.floor((day - anchor) / 7), firstOf: (index) => anchor + index * 7 };
  },
  DAILY: (): Periods => ({ indexOf: (day) => day, firstOf: (index) => index }),
};

/** All times of a period, or those at the places that BYSETPOS names. */
function takeAll(rule: Rule, days: number[], times: number[], visitor: Visitor): boolean {
  const total = days.length * times.length;
  const timeAt = (place: number) =>
    days[Math.floor(place / times.length)]! * SECONDS_PER_DAY + times[place % times.length]!;
  if (rule.positions) return placesIn(rule.positions, total).every((place) => visitor.take(timeAt(place)));
  for (let place = 0; place < total; place++) if (!visitor.take(timeAt(place))) return false;
  return true;
}

function placesIn(positions: number[], total: number): number[] {
  const places = positions.map((position) => (position > 0 ? position - 1 : total + position));
  const there = new Set(places.filter((place) => place >= 0 && place < total));
  return [...there].sort((one, other) => one - other);
}

/** Seconds of the day, in order. */
function timesOfDay({ hours, minutes, seconds }: Rule, start: number): number[] {
  const hour = Math.floor(start / 3600);
  return (hours ?? [hour]).flatMap((hour) =>
    timesOfHour({ minutes, seconds }, start).map((time) => hour * 3600 + time),
  );
}

function timesOfHour({ minutes, seconds }: Pick<Rule, 'minutes' | 'seconds'>, start: number): number[] {
  const minute = Math.floor(start / 60) % 60;
  const second = start % 60;
  return (minutes ?? [minute]).flatMap((minute) =>
    (seconds ?? [second]).map((second) => minute * 60 + second),
  );
}

const SECONDS: Partial<Record<Frequency, number>> = { HOURLY: 3600, MINUTELY: 60, SECONDLY: 1 };

/** Hours, minutes, seconds of the wall clock; whole days, hours and minutes that do not fit are leapt over. */
function walkClock(rule: Rule, start: Moment, range: Range, visitor: Visitor): void {
  const unit = SECONDS[rule.frequency]!;
  const step = unit * rule.interval;
  const first = Math.floor(start.wall / unit) * unit;
  const misfit = misfitOf(rule, start.wall, unit);
  const within = timesWithin(rule, start.wall);
  const skipped = rule.count === null ? Math.max(0, Math.floor((range.from - unit - first) / step)) : 0;
  let at = first + skipped * step;
  while (at < range.to) {
    if (!visitor.mayStep(1, at)) return;
    const leap = misfit(at);
    if (leap === null && !within.every((time) => visitor.take(at + time))) return;
    at += leap === null ? step : Math.max(1, Math.ceil((leap - at) / step)) * step;
  }
}

/** Null when the unit of time fits the rule, else when the next could. */
function misfitOf(rule: Rule, start: Wall, unit: number): (at: Wall) => number | null {
  const isDay = daysOfRule(rule, Math.floor(start / SECONDS_PER_DAY));
  let known = { day: Number.NaN, fits: false };
  const nextOf = (at: Wall, length: number) => (Math.floor(at / length) + 1) * length;
  return (at) => {
    const day = Math.floor(at / SECONDS_PER_DAY);
    if (known.day !== day) known = { day, fits: isDay(day) };
    const ofDay = at - day * SECONDS_PER_DAY;
    if (!known.fits) return nextOf(at, SECONDS_PER_DAY);
    if (rule.hours && !rule.hours.includes(Math.floor(ofDay / 3600))) return nextOf(at, 3600);
    if (unit <= 60 && rule.minutes && !rule.minutes.includes(Math.floor(ofDay / 60) % 60))
      return nextOf(at, 60);
    return unit === 1 && rule.seconds && !rule.seconds.includes(ofDay % 60) ? at + 1 : null;
  };
}

/** The times within one hour, minute or second, as BYSETPOS leaves them. */
function timesWithin(rule: Rule, start: Wall): number[] {
  const ofDay = start - Math.floor(start / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  const all =
    rule.frequency === 'HOURLY'
      ? timesOfHour(rule, ofDay)
      : rule.frequency === 'MINUTELY'
        ? (rule.seconds ?? [ofDay % 60])
        : [0];
  return rule.positions ? placesIn(rule.positions, all.length).map((place) => all[place]!) : all;
}
