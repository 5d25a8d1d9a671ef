import { dateFromDay } from '#engine/minutes.ts';
import { endOfSegment, offsetAt, segmentAt, startOfDay, type Zone } from '#engine/zone.ts';
import { SECONDS_PER_DAY } from './calendar-day.ts';

/** What a clock on the wall shows, as seconds since 1970 would be if the wall hung in Greenwich. */
export type Wall = number;
/** Seconds since 1970, UTC. */
export type Instant = number;

/** A point of time as an event names it. Of a date `wall` is its midnight. */
export interface Moment {
  wall: Wall;
  isDate: boolean;
  /** Of a date: the zone whose days are meant. */
  zone: Zone;
}

const MINUTES_PER_DAY = 1440;
/** Beyond this the tables end; the last offset stands (year 3681). */
const LAST_MINUTE = 900_000_000;

/** A date begins with its local day (A3); a date-time is where RFC 5545, 3.3.5 puts it. */
export function instantOf({ wall, isDate, zone }: Moment): Instant {
  if (!isDate) return instantAt(zone, wall);
  const day = Math.floor(wall / SECONDS_PER_DAY);
  return day * MINUTES_PER_DAY > LAST_MINUTE ? wall : startOfDay(zone, day) * 60;
}

/** A time that comes twice is the first of the two; one that never comes is counted with the offset before the gap. */
function instantAt(zone: Zone, wall: Wall): Instant {
  const minute = Math.min(Math.floor(wall / 60), LAST_MINUTE);
  // No zone is more than a day away from UTC.
  let index = segmentAt(zone, minute - MINUTES_PER_DAY);
  while (minute - zone.offset[index]! >= endOfSegment(zone, index)) index++;
  const isInGap = minute - zone.offset[index]! < zone.at[index]! && index > 0;
  return wall - zone.offset[isInGap ? index - 1 : index]! * 60;
}

export function wallAt(zone: Zone, instant: Instant): Wall {
  return instant + offsetAt(zone, Math.floor(instant / 60)) * 60;
}

/** In the manner of RECURRENCE-ID: a date, or UTC. */
export function textOf({ isDate, wall }: Moment, instant: Instant): string {
  const seconds = isDate ? wall : instant;
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const { year, month, date } = dateFromDay(day);
  const text = String(year * 10_000 + month * 100 + date).padStart(8, '0');
  if (isDate) return text;
  const ofDay = seconds - day * SECONDS_PER_DAY;
  const [hour, minute] = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60];
  return `${text}T${String(hour * 10_000 + minute * 100 + (ofDay % 60)).padStart(6, '0')}Z`;
}
