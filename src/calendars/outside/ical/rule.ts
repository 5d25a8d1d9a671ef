import { weekdayOf, type Weekday } from '#engine/minutes.ts';

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** RRULE, read. A list is null when the rule does not say. */
export interface Rule {
  frequency: Frequency;
  interval: number;
  /** DTSTART is the first of them. */
  count: number | null;
  /** As written: a date, or a date-time with or without Z. */
  until: string | null;
  months: number[] | null;
  weeks: number[] | null;
  yearDays: number[] | null;
  monthDays: number[] | null;
  /** Which ones of a weekday: 2 the second, -1 the last, 0 every one. */
  weekdays: ReadonlyMap<Weekday, number[]> | null;
  hours: number[] | null;
  minutes: number[] | null;
  seconds: number[] | null;
  positions: number[] | null;
  weekStart: Weekday;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN =
  /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BY(MONTH|WEEKNO|YEARDAY|MONTHDAY|DAY|HOUR|MINUTE|SECOND|SETPOS)|RSCALE|SKIP)$/;
const LONGEST_INTERVAL = 1_000_000_000;

/**
 * A rule as far as it can be read; null without a frequency. What limits it and cannot be read is left out, so that
 * it rather blocks too much than too little; `doubtful` says so (ABUSE 32).
 */
export function readRule(text: string): { rule: Rule; doubtful: boolean } | null {
  const parts = partsOf(text);
  const frequency = FREQUENCIES.find((name) => name === parts.get('FREQ'));
  if (!frequency) return null;
  const doubts = { found: [...parts.keys()].some((name) => !KNOWN.test(name)) || isOtherCalendar(parts) };
  const list = (name: string, limits: Limits) => numbersIn(parts.get(name), limits, doubts);
  const isYearly = frequency === 'YEARLY';
  const isSubDaily = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency);
  const rule: Rule = {
    frequency,
    interval: Math.min(LONGEST_INTERVAL, atLeastOne(parts.get('INTERVAL'), doubts) ?? 1),
    count: atLeastOne(parts.get('COUNT'), doubts),
    until: untilIn(parts.get('UNTIL'), doubts),
    months: list('BYMONTH', { from: 1, to: 12 }),
    // RFC 5545 forbids these four elsewhere; to heed them there would only open time.
    weeks: onlyIf(isYearly, list('BYWEEKNO', { from: 1, to: 53, signed: true }), doubts),
    yearDays: onlyIf(isYearly || isSubDaily, list('BYYEARDAY', { from: 1, to: 366, signed: true }), doubts),
    monthDays: onlyIf(frequency !== 'WEEKLY', list('BYMONTHDAY', { from: 1, to: 31, signed: true }), doubts),
    weekdays: weekdaysIn(parts.get('BYDAY'), doubts),
    hours: list('BYHOUR', { from: 0, to: 23 }),
    minutes: list('BYMINUTE', { from: 0, to: 59 }),
    seconds: list('BYSECOND', { from: 0, to: 59 }),
    positions: list('BYSETPOS', { from: 1, to: 366, signed: true }),
    weekStart: weekdayNamed(parts.get('WKST') ?? 'MO') ?? 1,
  };
  // Places are of what other parts name; alone they would only open time.
  const positions = onlyIf(namesMore(rule), rule.positions, doubts);
  return { rule: { ...rule, positions }, doubtful: doubts.found };
}

function namesMore({ months, weeks, yearDays, monthDays, weekdays, hours, minutes, seconds }: Rule): boolean {
  return [months, weeks, yearDays, monthDays, weekdays, hours, minutes, seconds].some(
    (list) => list !== null,
  );
}

interface Doubts {
  found: boolean;
}

function partsOf(text: string): Map<string, string> {
  const pairs = text
    .toUpperCase()
    .split(';')
    .filter((part) => part.trim() !== '');
  return new Map(
    pairs.map((pair) => [pair.split('=', 1)[0]!.trim(), pair.slice(pair.indexOf('=') + 1).trim()]),
  );
}

/** RFC 7529: other calendars, and what happens to a 30 February. */
function isOtherCalendar(parts: Map<string, string>): boolean {
  return (parts.get('RSCALE') ?? 'GREGORIAN') !== 'GREGORIAN' || (parts.get('SKIP') ?? 'OMIT') !== 'OMIT';
}

function onlyIf<List>(allowed: boolean, list: List | null, doubts: Doubts): List | null {
  if (allowed || list === null) return list;
  doubts.found = true;
  return null;
}

function atLeastOne(text: string | undefined, doubts: Doubts): number | null {
  if (text === undefined) return null;
  if (/^\d{1,15}$/.test(text) && Number(text) > 0) return Number(text);
  doubts.found = true;
  return null;
}

function untilIn(text: string | undefined, doubts: Doubts): string | null {
  if (text === undefined) return null;
  if (/^\d{8}(T\d{6}Z?)?$/.test(text)) return text;
  doubts.found = true;
  return null;
}

interface Limits {
  from: number;
  to: number;
  /** Negative ones count from the end. */
  signed?: boolean;
}

/** In order and each once. */
function numbersIn(text: string | undefined, { from, to, signed = false }: Limits, doubts: Doubts) {
  if (text === undefined) return null;
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const number = /^\s*[+-]?\d{1,4}\s*$/.test(part) ? Number(part) : Number.NaN;
    const size = signed ? Math.abs(number) : number;
    if (size >= from && size <= to) found.add(number);
    else doubts.found = true;
  }
  return found.size === 0 ? null : [...found].sort((one, other) => one - other);
}

function weekdaysIn(text: string | undefined, doubts: Doubts): Map<Weekday, number[]> | null {
  if (text === undefined) return null;
  const found = new Map<Weekday, Set<number>>();
  for (const part of text.split(',')) {
    const [, which, name] = /^\s*([+-]?\d{1,2})?([A-Z]{2})\s*$/.exec(part) ?? [];
    const weekday = weekdayNamed(name);
    if (weekday === null || Number(which ?? 1) === 0) doubts.found = true;
    else found.set(weekday, (found.get(weekday) ?? new Set()).add(Number(which ?? 0)));
  }
  const lists = [...found].map(([weekday, which]): [Weekday, number[]] => [weekday, [...which]]);
  return lists.length === 0 ? null : new Map(lists);
}

function weekdayNamed(name: string | undefined): Weekday | null {
  const at = WEEKDAYS.indexOf(name ?? '');
  // Day 4 of 1970 was a Monday.
  return at === -1 ? null : weekdayOf(4 + at);
}
