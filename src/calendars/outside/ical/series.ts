import type { Minute } from '#engine/minutes.ts';
import { SECONDS_PER_DAY } from './calendar-day.ts';
import { endOf, mostOf, type Length } from './duration.ts';
import type { CalendarEvent } from './event.ts';
import { isAmong } from './moments.ts';
import type { Occurrence, OddityCode } from './occurrence.ts';
import { walkRule, type Budget, type Range } from './walk-rule.ts';
import { instantOf, textOf, wallAt, type Instant, type Moment } from './wall.ts';
import type { Zones } from './zones.ts';

export interface Given {
  window: { from: Minute; to: Minute };
  zones: Zones;
  budget: Budget;
  oddities: Set<OddityCode>;
}

/** No honest series is changed for good so often. */
const MOST_LATER_CHANGES = 100;

/** Everything that bears one UID: series, and times of them that differ. */
export function expandSeries(events: CalendarEvent[], given: Given): Occurrence[] {
  const latest = latestChanges(events);
  const changes = [...latest.values()];
  const series = events.filter(({ replaces, rules }) => replaces === null || rules.length > 0);
  if (series.some(({ replaces }) => replaces !== null)) given.oddities.add('unreadable-rule');
  const title = series[0]?.title ?? '';
  const changed = changes.flatMap((event) => {
    const { start, length, replaces } = event;
    // One that holds for all that come after, and was itself changed once more.
    const isChangedAgain = event.andFuture && replaces && latest.has(placeOf(replaces));
    if (!start || !replaces || isChangedAgain) return [];
    return occurrence({ ...event, title: event.title || title }, { start, length, replaces }, given);
  });
  const change = changesOf(changes, given);
  return [...series.flatMap((event) => timesOf(event, change, given)), ...changed];
}

/** Of two that replace one time the later version; of two alike the one that stands last. */
function latestChanges(events: CalendarEvent[]): Map<string, CalendarEvent> {
  const latest = new Map<string, CalendarEvent>();
  for (const event of events) {
    if (!event.replaces) continue;
    const place = placeOf(event.replaces) + (event.andFuture ? AND_FUTURE : '');
    if ((latest.get(place)?.sequence ?? 0) <= event.sequence) latest.set(place, event);
  }
  return latest;
}

const AND_FUTURE = ' and future';

function placeOf(replaces: Moment): string {
  return textOf(replaces, instantOf(replaces));
}

interface Changes {
  /** Whether one VEVENT of its own replaces that time. */
  isChanged: ReturnType<typeof isAmong>;
  /** THISANDFUTURE, with the instants from which they hold, in order. */
  later: { from: Instant; event: CalendarEvent; start: Moment; replaces: Moment }[];
}

function changesOf(changes: CalendarEvent[], { zones, oddities }: Given): Changes {
  const replaced = changes.flatMap(({ replaces }) => replaces ?? []);
  const all = changes.flatMap((event) => {
    const { start, replaces, andFuture } = event;
    return andFuture && start && replaces ? [{ from: instantOf(replaces), event, start, replaces }] : [];
  });
  if (all.length > MOST_LATER_CHANGES) oddities.add('unreadable-rule');
  const later = all.sort((one, other) => one.from - other.from).slice(-MOST_LATER_CHANGES);
  return { isChanged: isAmong(replaced, zones.own), later };
}

/** One time of a series. */
interface Time {
  start: Moment;
  length: Length;
  /** Where it stood by the rule; null for an event that happens once. */
  replaces: Moment | null;
}

function timesOf(event: CalendarEvent, changes: Changes, given: Given): Occurrence[] {
  const { start, rules, added } = event;
  if (!start) return [];
  const isOnce = rules.length === 0 && added.length === 0;
  const isRemoved = isAmong(event.removed, given.zones.own);
  const { times, gaveUpAt } = startsOf(event, start, rangeFor(event, start, changes, given), given.budget);
  const found = [...times].flatMap(([instant, time]) => {
    if (!isOnce && isRemoved(time.start, instant)) return [];
    if (changes.isChanged(time.start, instant)) return [];
    return changedTime(event, { ...time, replaces: isOnce ? null : time.start }, changes, given);
  });
  if (gaveUpAt === null) return found;
  given.oddities.add('too-many-occurrences');
  return [...found, ...rest(event, { ...start, wall: Math.max(gaveUpAt, start.wall) }, given)];
}

/** What nobody counted to its end blocks to the end (ABUSE 32, A9). */
function rest(event: CalendarEvent, start: Moment, given: Given): Occurrence[] {
  const length = { days: 0, seconds: Math.max(0, given.window.to * 60 - instantOf(start)) };
  return occurrence(event, { start, length, replaces: start }, given);
}

/** The walls between which a time may begin and yet touch the window. */
function rangeFor(event: CalendarEvent, { zone }: Moment, { later }: Changes, { window }: Given): Range {
  const longest = Math.max(mostOf(event.length), ...later.map(({ event }) => mostOf(event.length)));
  const shifts = later.map(({ start, replaces }) => Math.abs(start.wall - replaces.wall));
  const slack = Math.max(0, ...shifts) + 2 * SECONDS_PER_DAY;
  return {
    from: wallAt(zone, window.from * 60) - longest - slack,
    to: wallAt(zone, window.to * 60) + slack,
  };
}

/** By instants, each once. */
function startsOf(event: CalendarEvent, start: Moment, range: Range, budget: Budget) {
  const times = new Map<Instant, Pick<Time, 'start' | 'length'>>();
  const add = (start: Moment, length: Length) => {
    const instant = instantOf(start);
    const known = times.get(instant);
    if (!known || mostOf(length) > mostOf(known.length)) times.set(instant, { start, length });
  };
  add(start, event.length);
  const walks = event.rules.map((rule) =>
    walkRule(rule, start, range, budget, (wall) => add({ ...start, wall }, event.length)),
  );
  const gaveUp = walks.filter((wall) => wall !== null);
  const inRange = event.added.filter(({ start: { wall }, length }) => {
    return wall < range.to && wall + mostOf(length ?? event.length) >= range.from;
  });
  for (const { start, length } of inRange.sort((one, other) => one.start.wall - other.start.wall)) {
    if (--budget.occurrences < 0) {
      gaveUp.push(start.wall);
      break;
    }
    add(start, length ?? event.length);
  }
  return { times, gaveUpAt: gaveUp.length === 0 ? null : Math.min(...gaveUp) };
}

/** THISANDFUTURE: what it changes, it changes for all that come after. */
function changedTime(event: CalendarEvent, time: Time, { later }: Changes, given: Given): Occurrence[] {
  const instant = instantOf(time.start);
  const change = later.findLast(({ from }) => from <= instant);
  if (!change || change.event === event) return occurrence(event, time, given);
  const start = shifted(time.start, change.replaces, change.start);
  const named = { ...change.event, title: change.event.title || event.title };
  return occurrence(named, { start, length: change.event.length, replaces: time.replaces }, given);
}

/** As far from its place as `to` is from `from`, by the wall clock of `to`. */
function shifted(start: Moment, from: Moment, to: Moment): Moment {
  const wallOf = (moment: Moment) =>
    moment.isDate || to.isDate || moment.zone === to.zone ? moment.wall : wallAt(to.zone, instantOf(moment));
  const wall = wallOf(start) + to.wall - wallOf(from);
  return { ...to, wall: to.isDate ? Math.floor(wall / SECONDS_PER_DAY) * SECONDS_PER_DAY : wall };
}

/** None when it is cancelled or outside the window, to which it is cut. */
function occurrence(
  event: CalendarEvent,
  { start, length, replaces }: Time,
  { window }: Given,
): Occurrence[] {
  if (event.status === 'cancelled') return [];
  const [from, to] = [Math.floor(instantOf(start) / 60), Math.ceil(endOf(start, length) / 60)];
  const isThere = from < window.to && (to > window.from || (to === from && from >= window.from));
  if (!isThere) return [];
  return [
    {
      start: Math.max(from, window.from),
      end: Math.min(to, window.to),
      allDay: start.isDate,
      busy: event.busy && from < to,
      title: event.title,
      recurrenceId: replaces && textOf(replaces, instantOf(replaces)),
    },
  ];
}
