import type { Zone } from '#engine/zone.ts';
import { SECONDS_PER_DAY } from './calendar-day.ts';
import type { ContentLine } from './content-lines.ts';
import { wallIn } from './date-text.ts';
import { endOf, lengthBetween, readDuration, type Length } from './duration.ts';
import type { OddityCode } from './occurrence.ts';
import { instantOf, wallAt, type Instant, type Moment } from './wall.ts';
import { UTC, type Zones } from './zones.ts';

export interface Reader {
  zones: Zones;
  oddities: Set<OddityCode>;
}

/** The point of time that a property names; null when it is none that we can read. */
export function readMoment(line: ContentLine | undefined, reader: Reader): Moment | null {
  return line ? (readMoments(line, reader)[0] ?? null) : null;
}

export function readMoments(line: ContentLine, reader: Reader): Moment[] {
  const { tzid, values } = spelled(line);
  const moments = values.map((text) => momentIn(text, tzid, reader));
  const found = moments.filter((moment) => moment !== null);
  if (found.length < moments.length) reader.oddities.add('unreadable-date');
  return found;
}

/** RDATE may say how long it lasts. */
export function readPeriods(line: ContentLine, reader: Reader): { start: Moment; length: Length | null }[] {
  const { tzid, values } = spelled(line);
  const momentOf = (text: string) => momentIn(text, tzid, reader);
  return values.flatMap((text) => {
    const [from = '', to] = text.split('/', 2);
    const start = momentOf(from);
    const end = to === undefined || /^\+?P/i.test(to) ? null : momentOf(to);
    const length = start && end ? lengthBetween(start, end) : readDuration(to ?? '');
    const isWhole =
      start !== null && (to === undefined || (length !== null && endOf(start, length) > instantOf(start)));
    if (!isWhole) reader.oddities.add('unreadable-date');
    return start ? [{ start, length: isWhole ? length : null }] : [];
  });
}

/** Some write `TZID=(UTC+01:00) Paris:2026…` without quotes, so that the name seems to end at its colon. */
function spelled({ params, value }: ContentLine): { tzid: string | null; values: string[] } {
  const colon = value.lastIndexOf(':');
  const tzid = params.get('TZID') ?? null;
  const asDates = params.get('VALUE')?.toUpperCase() === 'DATE';
  const texts = value
    .slice(colon + 1)
    .toUpperCase()
    .split(',');
  const values = texts.map((text) => (asDates ? text.trim().slice(0, 8) : text.trim()));
  return { tzid: colon === -1 || tzid === null ? tzid : `${tzid}:${value.slice(0, colon)}`, values };
}

function momentIn(text: string, tzid: string | null, { zones }: Reader): Moment | null {
  const wall = wallIn(text);
  if (wall === null) return null;
  if (text.length === 8) return { wall, isDate: true, zone: zones.own };
  return { wall, isDate: false, zone: text.endsWith('Z') ? UTC : zones.named(tzid) };
}

/** Whether a time of a series is among those that EXDATE or RECURRENCE-ID name, dates and times as they may. */
export function isAmong(moments: Moment[], own: Zone): (start: Moment, instant: Instant) => boolean {
  const times = moments.filter(({ isDate }) => !isDate);
  const instants = new Set(times.map(instantOf));
  const dates = new Set(moments.filter(({ isDate }) => isDate).map(({ wall }) => dayAt(wall)));
  const datesOfTimes = new Set(times.map((time) => dayMeant(time, own)));
  return (start, instant) => {
    const day = dayAt(start.wall);
    return dates.has(day) || (start.isDate ? datesOfTimes.has(day) : instants.has(instant));
  };
}

/** The whole day that a time stands for: written as midnight in UTC, or as the local midnight told in UTC. */
function dayMeant(time: Moment, own: Zone): number {
  const isMidnight = time.wall % SECONDS_PER_DAY === 0;
  const local = wallAt(own, instantOf(time));
  if (time.zone !== UTC || (isMidnight && local % SECONDS_PER_DAY !== 0)) return dayAt(time.wall);
  return dayAt(local);
}

function dayAt(wall: number): number {
  return Math.floor(wall / SECONDS_PER_DAY);
}
