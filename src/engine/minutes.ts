/** Integer minutes since the Unix epoch, UTC. The only instant the engine knows. */
export type Minute = number;
/** Days since 1970-01-01 of a local calendar; which zone's calendar is said where it is used. */
export type LocalDay = number;
/** Half-open: `start` belongs to it, `end` does not. */
export interface Interval {
  start: Minute;
  end: Minute;
}

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTES_PER_DAY = 1440;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** '2026-12-01' → days since 1970-01-01; null for any other form, impossible dates, years outside 1900–2199. */
export function dayFromText(text: string): LocalDay | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const day = dayFromDate(year, Number(parts[2]), Number(parts[3]));
  return textFromDay(day) === text ? day : null;
}

/** The date as '2026-12-01'. */
export function textFromDay(day: LocalDay): string {
  const { year, month, date } = dateFromDay(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: LocalDay): Weekday {
  // 1970-01-01 was a Thursday.
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7]!;
}

/** The Monday of the week in which the day lies. */
export function mondayOf(day: LocalDay): LocalDay {
  return day - weekdayOf(day) + 1;
}

/** Exactly '2026-12-01T09:00:00Z' (or with '.000'); anything else, and seconds other than 00, is null. */
export function minuteFromIso(text: string): Minute | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):00(?:\.000)?Z$/.exec(text);
  if (!parts) return null;
  const day = dayFromText(parts[1]!);
  const hour = Number(parts[2]);
  const minute = Number(parts[3]);
  if (day === null || hour > 23 || minute > 59) return null;
  return day * MINUTES_PER_DAY + hour * 60 + minute;
}

/** '2026-12-01T09:00:00Z' */
export function isoFromMinute(minute: Minute): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const ofDay = minute - day * MINUTES_PER_DAY;
  return `${textFromDay(day)}T${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}:00Z`;
}

// The proleptic Gregorian calendar by arithmetic. A year counted from March has its leap day last,
// so months need no table; 146,097 days are one cycle of 400 years, 719,468 days lie between
// 0000-03-01 and 1970-01-01.
/** 1 = January. Any date of any year; the impossible ones run over into the next month. */
export function dayFromDate(year: number, month: number, date: number): LocalDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

export function dateFromDay(day: LocalDay): { year: number; month: number; date: number } {
  const shifted = day + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, date };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
