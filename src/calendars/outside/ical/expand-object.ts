import type { Minute } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';
import { OutsideProblem } from '../problem.ts';
import { readCalendar } from './content-lines.ts';
import { readEvent } from './event.ts';
import type { ExpandedObject, OddityCode } from './occurrence.ts';
import { expandSeries } from './series.ts';
import { budgetOfObject } from './walk-rule.ts';
import { UTC, zonesOf } from './zones.ts';

export interface Expansion {
  /** Half-open, minutes UTC: what happens is told as far as it lies within. */
  window: { from: Minute; to: Minute };
  /** IANA: what floating times and whole days mean. */
  zone: string;
  /** Of the calendar's owner, in small letters: what they declined does not block (A3). */
  ownAddresses: ReadonlySet<string>;
}

/**
 * When an object of a calendar takes time (K2, A3). Whatever the text says, it costs a bounded effort; what cannot be
 * read or counted rather blocks too much than too little, and an oddity says so (ABUSE 32). What is no calendar at all
 * is a problem: of it nobody can tell that it takes no time (A9).
 */
export function expandObject(text: string, given: Expansion): ExpandedObject {
  const read = readCalendar(text);
  if (!read) throw new OutsideProblem('no-calendar', 'What came is no iCalendar text.');
  const oddities = new Set<OddityCode>(read.damaged ? ['damaged'] : []);
  const own = zoneNamed(given.zone);
  if (!own) oddities.add('unknown-zone');
  const { window } = given;
  const range = { from: window.from * 60, to: window.to * 60 };
  const zones = zonesOf(read.zones, own ?? UTC, range, oddities);
  const reader = { zones, oddities, ownAddresses: given.ownAddresses };
  const events = read.events.map((component) => readEvent(component, reader));
  if (read.damaged && !read.others && events.every(({ start }) => start === null))
    throw new OutsideProblem('no-calendar', 'What came is damaged, and nothing of it can be read.');
  const budget = budgetOfObject();
  const occurrences = [...Map.groupBy(events, ({ uid }) => uid).values()].flatMap((events) =>
    expandSeries(events, { window, zones, budget, oddities }),
  );
  const main = events.find(({ replaces }) => replaces === null) ?? events[0];
  return {
    uid: main?.uid ?? '',
    sequence: main?.sequence ?? 0,
    status: main?.status ?? 'confirmed',
    occurrences: occurrences.sort((one, other) => one.start - other.start || one.end - other.end),
    oddities: [...oddities],
  };
}
