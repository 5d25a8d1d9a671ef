import type { Zone } from '#engine/zone.ts';
import { SECONDS_PER_DAY } from './calendar-day.ts';
import type { Component, ZoneText } from './content-lines.ts';
import { wallIn } from './date-text.ts';
import { readRule } from './rule.ts';
import { walkRule, type Range } from './walk-rule.ts';
import type { Moment, Wall } from './wall.ts';

/** From this minute UTC on the clocks are `to` minutes ahead; before it they were `from`. */
interface Onset {
  at: number;
  from: number;
  to: number;
}

const MOST_ONSETS = 1000;
const MOST_STEPS = 20_000;
const FARTHEST_MINUTE = 900_000_000;
/** So that the last change before the range is among those found. */
const BEFORE = 800 * SECONDS_PER_DAY;

/** A zone as the rules of its VTIMEZONE tell it, for the range; null when they tell nothing. */
export function zoneByRules({ observances }: ZoneText, range: Range): Zone | null {
  const budget = { occurrences: MOST_ONSETS, steps: MOST_STEPS };
  const wide = { from: range.from - BEFORE, to: range.to + SECONDS_PER_DAY };
  const onsets = observances
    .slice(0, 100)
    .flatMap((observance) => onsetsOf(observance, wide, budget))
    .filter(({ at }) => Math.abs(at) < FARTHEST_MINUTE)
    .sort((one, other) => one.at - other.at);
  if (onsets.length === 0) return null;
  const changes = onsets.filter((onset, index) => onset.at !== onsets[index + 1]?.at);
  return {
    name: 'VTIMEZONE',
    at: Int32Array.from([-1_000_000_000, ...changes.map(({ at }) => at)]),
    offset: Int32Array.from([onsets[0]!.from, ...changes.map(({ to }) => to)]),
  };
}

function onsetsOf(
  { lines }: Component,
  range: Range,
  budget: { occurrences: number; steps: number },
): Onset[] {
  const valueOf = (wanted: string) => lines.find(({ name }) => name === wanted)?.value ?? '';
  const [from, to] = [minutesIn(valueOf('TZOFFSETFROM')), minutesIn(valueOf('TZOFFSETTO'))];
  const wall = wallIn(valueOf('DTSTART'));
  if (from === null || to === null || wall === null) return [];
  const start: Moment = { wall, isDate: false, zone: fixed(from) };
  const walls = [wall, ...walksOf(lines, range, start, budget), ...datesOf(lines)];
  return walls.map((wall) => ({ at: Math.floor(wall / 60) - from, from, to }));
}

/** By RRULE; of one that ended long ago the end, which was its last onset. */
function walksOf(
  lines: Component['lines'],
  range: Range,
  start: Moment,
  budget: { occurrences: number; steps: number },
): Wall[] {
  const walls: Wall[] = [];
  for (const { name, value } of lines) {
    const rule = name === 'RRULE' ? readRule(value)?.rule : undefined;
    if (!rule) continue;
    const until = rule.until === null ? null : wallIn(rule.until);
    if (until !== null && until < range.from) walls.push(until + start.zone.offset[0]! * 60);
    else walkRule(rule, start, range, budget, (wall) => walls.push(wall));
  }
  return walls;
}

function datesOf(lines: Component['lines']): Wall[] {
  const dates = lines.filter(({ name }) => name === 'RDATE').flatMap(({ value }) => value.split(','));
  return dates.slice(0, MOST_ONSETS).flatMap((text) => wallIn(text.trim()) ?? []);
}

function fixed(offset: number): Zone {
  return { name: 'offset', at: Int32Array.of(-1_000_000_000), offset: Int32Array.of(offset) };
}

/** '+0130' in minutes; null for what no clock shows. */
function minutesIn(text: string): number | null {
  const parts = /^([+-]?)(\d{2})(\d{2})(?:\d{2})?$/.exec(text);
  if (!parts) return null;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  if (minutes >= 1440) return null;
  return parts[1] === '-' ? -minutes : minutes;
}
