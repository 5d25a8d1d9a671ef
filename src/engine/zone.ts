import type { LocalDay, Minute } from './minutes.ts';
import { MINUTES_PER_DAY } from './minutes.ts';

/**
 * A zone as constant-offset segments: segment i runs from `at[i]` to `at[i + 1]` (half-open, minutes UTC)
 * and its wall clock shows UTC + `offset[i]` minutes. The first segment has no beginning, the last no end;
 * outside 2020–2045 the nearest known offset stands.
 */
export interface Zone {
  name: string;
  at: Int32Array;
  offset: Int32Array;
}

const FIRST_MILLISECOND = 1_577_836_800_000; // 2020-01-01T00:00:00Z
const LAST_MILLISECOND = 2_398_377_600_000; // 2046-01-01T00:00:00Z
const BEFORE_EVERYTHING = -1_000_000_000;
const AFTER_EVERYTHING = 1_000_000_000;

const known = new Map<string, Zone>();

/** The zone of that IANA name, in its own spelling; null for anything else, fixed offsets such as '+05:00' included. */
export function zoneNamed(name: string): Zone | null {
  const seen = known.get(name);
  if (seen) return seen;
  const zone = isNameOfZone(name) ? tabled(name) : null;
  if (zone) known.set(name, zone);
  return zone;
}

/** Index of the segment in which the minute lies. */
export function segmentAt(zone: Zone, minute: Minute): number {
  const { at } = zone;
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at[middle]! <= minute) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where segment `index` ends (exclusive). */
export function endOfSegment(zone: Zone, index: number): Minute {
  return zone.at[index + 1] ?? AFTER_EVERYTHING;
}

/** Minutes that the wall clock is ahead of UTC at that instant. */
export function offsetAt(zone: Zone, minute: Minute): number {
  return zone.offset[segmentAt(zone, minute)]!;
}

/** The date that the wall clock shows at that instant. */
export function localDayOf(zone: Zone, minute: Minute): LocalDay {
  return Math.floor((minute + offsetAt(zone, minute)) / MINUTES_PER_DAY);
}

/** The wall clock's time of day at that instant, 0..1439. */
export function minuteOfDay(zone: Zone, minute: Minute): number {
  const local = minute + offsetAt(zone, minute);
  return local - Math.floor(local / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

/** First instant of that local date; where midnight is missing (Cairo in April) the instant after the gap. */
export function startOfDay(zone: Zone, day: LocalDay): Minute {
  return instantOf(zone, day, 0);
}

/**
 * The instant at which the wall clock shows that date and minute of day: the first of two in an autumn
 * overlap, the instant after the gap where the time never comes.
 */
export function instantOf(zone: Zone, day: LocalDay, minuteOfDay: number): Minute {
  const wall = day * MINUTES_PER_DAY + minuteOfDay;
  // No zone is more than a day away from UTC, so the segment a day earlier cannot be too late.
  let index = segmentAt(zone, wall - MINUTES_PER_DAY);
  while (wall - zone.offset[index]! >= endOfSegment(zone, index)) index++;
  return Math.max(wall - zone.offset[index]!, zone.at[index]!);
}

/**
 * Calls `visit` for every piece of a local date inside [from, to), in order of time. A date comes twice
 * when the clocks change within it; the pieces are cut at the change, so none needs to know of it.
 */
export function eachDate(
  zone: Zone,
  from: Minute,
  to: Minute,
  visit: (day: LocalDay, start: Minute, end: Minute) => void,
): void {
  for (let index = segmentAt(zone, from); index < zone.at.length && zone.at[index]! < to; index++) {
    const offset = zone.offset[index]!;
    const last = Math.min(to, endOfSegment(zone, index));
    let start = Math.max(from, zone.at[index]!);
    while (start < last) {
      const day = Math.floor((start + offset) / MINUTES_PER_DAY);
      const end = Math.min(last, (day + 1) * MINUTES_PER_DAY - offset);
      visit(day, start, end);
      start = end;
    }
  }
}

function isNameOfZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name)) return false;
  try {
    // Temporal reads more than names (whole ISO strings, any case): only what it gives back unchanged is a name.
    return instantIn(name, FIRST_MILLISECOND).timeZoneId === name;
  } catch {
    return false;
  }
}

function tabled(name: string): Zone {
  const first = instantIn(name, FIRST_MILLISECOND);
  const at = [BEFORE_EVERYTHING];
  const offset = [minutesAhead(first)];
  let next = first.getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < LAST_MILLISECOND) {
    at.push(next.epochMilliseconds / 60_000);
    offset.push(minutesAhead(next));
    next = next.getTimeZoneTransition('next');
  }
  return { name, at: Int32Array.from(at), offset: Int32Array.from(offset) };
}

function instantIn(name: string, milliseconds: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(name);
}

function minutesAhead(instant: Temporal.ZonedDateTime): number {
  return instant.offsetNanoseconds / 60_000_000_000;
}
