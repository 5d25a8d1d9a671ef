import type { Rule } from './rule.ts';
import { SECONDS_PER_DAY } from './calendar-day.ts';
import { zoneNamed } from '#engine/zone.ts';
import { wallIn } from './date-text.ts';
import { instantOf, wallAt, type Moment, type Wall } from './wall.ts';

const UTC = zoneNamed('UTC')!;

/** Whether a time of the series comes no later than UNTIL, which belongs to it. */
export function isUntil({ until }: Rule, start: Moment): (wall: Wall) => boolean {
  const last = until === null ? null : wallIn(until);
  if (until === null || last === null) return () => true;
  // A date holds for its whole local day, whatever the series is made of.
  if (until.length === 8) return (wall) => wall < last + SECONDS_PER_DAY;
  if (start.isDate) return untilOfDates(until, last, start);
  if (!until.endsWith('Z')) return (wall) => wall <= last;
  const instant = instantOf({ wall: last, isDate: false, zone: UTC });
  return (wall) => instantOf({ ...start, wall }) <= instant;
}

/** Programs write the last day as its date in UTC or as its local midnight in UTC: the later one holds (A9). */
function untilOfDates(until: string, last: Wall, start: Moment): (wall: Wall) => boolean {
  const latest = until.endsWith('Z') ? Math.max(last, wallAt(start.zone, last)) : last;
  return (wall) => wall <= latest;
}
