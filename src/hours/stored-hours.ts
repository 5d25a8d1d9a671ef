import type { Absence, Hours, Span } from '#engine/hours.ts';
import { dayFromText, type LocalDay } from '#engine/minutes.ts';
import { zoneNamed, type Zone } from '#engine/zone.ts';
import { minutesOf } from './weekly-hours.ts';
import type { Holiday, Override, TimeSpan, WeeklySpan, WrittenHours } from './weekly-hours.ts';

/** A row of member_hours, or anything stored in the same form (a link's own hours). */
export interface StoredHours {
  time_zone: string;
  weekly: string;
  overrides: string;
}

/** The engine's hours. Throws when this server does not know the zone: open time is never guessed. */
export function toHours(row: StoredHours): Hours {
  return { zone: zoneOf(row.time_zone), weekly: weeklyOf(row.weekly), overrides: overridesOf(row.overrides) };
}

/** The same from hours as the API writes them (those of a link). */
export function hoursFromWritten({ timeZone, weekly, overrides }: WrittenHours): Hours {
  return { zone: zoneOf(timeZone), weekly: byWeekday(weekly), overrides: byDate(overrides) };
}

/** Absences as local dates, both inclusive. */
export function toAbsences(rows: readonly { from_date: string; to_date: string }[]): Absence[] {
  return rows.map((row) => ({ from: dayOf(row.from_date), to: dayOf(row.to_date) }));
}

/** The dates of a holiday list; no list, no holidays. */
export function toHolidays(daysJson: string | null | undefined): ReadonlySet<LocalDay> {
  return daysJson ? holidaysOf(daysJson) : NONE;
}

const NONE: ReadonlySet<LocalDay> = new Set();

/** The same dates with what they are called. */
export function toNamedHolidays(daysJson: string | null | undefined): ReadonlyMap<LocalDay, string> {
  return daysJson ? namedHolidaysOf(daysJson) : NONE_NAMED;
}

const NONE_NAMED: ReadonlyMap<LocalDay, string> = new Map();

const namedHolidaysOf = remembering(
  (json): ReadonlyMap<LocalDay, string> =>
    new Map((JSON.parse(json) as Holiday[]).map(({ date, name }) => [dayOf(date), name])),
);

const weeklyOf = remembering((json) => byWeekday(JSON.parse(json) as WeeklySpan[]));

const overridesOf = remembering((json) => byDate(JSON.parse(json) as Override[]));

const holidaysOf = remembering(
  (json): ReadonlySet<LocalDay> => new Set((JSON.parse(json) as Holiday[]).map(({ date }) => dayOf(date))),
);

function byWeekday(spans: readonly WeeklySpan[]): Span[][] {
  const week: Span[][] = [[], [], [], [], [], [], []];
  for (const span of spans) week[span.day - 1]!.push(inMinutes(span));
  return week;
}

function byDate(overrides: readonly Override[]): ReadonlyMap<LocalDay, Span[]> {
  return new Map(overrides.map(({ date, spans }) => [dayOf(date), spans.map(inMinutes)]));
}

function zoneOf(name: string): Zone {
  const zone = zoneNamed(name);
  if (!zone) throw new Error(`hours are kept in the zone ${name}, which this server does not know`);
  return zone;
}

function inMinutes({ start, end }: TimeSpan): Span {
  return { start: minutesOf(start), end: minutesOf(end) };
}

function dayOf(date: string): LocalDay {
  const day = dayFromText(date);
  if (day === null) throw new Error(`a date is stored as ${date}`);
  return day;
}

const KEPT = 500;

/**
 * Most members share a week and a holiday list, so the same text is read once, not once for each host. The
 * answers are shared and must not be changed.
 */
function remembering<T>(read: (json: string) => T): (json: string) => T {
  const known = new Map<string, T>();
  return (json) => {
    const seen = known.get(json);
    if (seen !== undefined) return seen;
    if (known.size >= KEPT) known.delete(known.keys().next().value!);
    const answer = read(json);
    known.set(json, answer);
    return answer;
  };
}
