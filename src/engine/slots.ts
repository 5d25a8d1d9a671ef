import { frameAround, hasBit } from './bits.ts';
import { fillableStarts, legalByHost } from './chairs.ts';
import { searchIn } from './free.ts';
import type { Window } from './link-starts.ts';
import { linkStarts, startsWithin } from './link-starts.ts';
import type { LocalDay, Minute } from './minutes.ts';
import type { Offer } from './snapshot.ts';
import { offeredTimes } from './specific-times.ts';
import type { Zone } from './zone.ts';
import { eachDate } from './zone.ts';

export interface SlotWithHosts {
  start: Minute;
  /** Indexes of the hosts free then, over the candidates of all chairs, ascending. */
  hosts: number[];
}

/** The starts offered within the window, ascending (ENGINE 1–10). */
export function slots(offer: Offer, window: Window): Minute[] {
  if (offer.unbookable.length > 0) return [];
  if (offer.times) return offeredTimes(offer, window).map((time) => time.start);
  const { from, to } = startsWithin(offer, window);
  if (from >= to) return [];
  const frame = frameAround(from, to + offer.lengthMinutes);
  return fillableStarts(searchIn(offer, frame), linkStarts(offer, frame, from, to));
}

/** The same starts, each with the hosts who are free for it. */
export function slotsWithHosts(offer: Offer, window: Window): SlotWithHosts[] {
  if (offer.times) return offeredTimes(offer, window);
  const starts = slots(offer, window);
  if (starts.length === 0) return [];
  const frame = frameAround(starts[0]!, starts.at(-1)! + offer.lengthMinutes);
  const candidates = offer.chairs.flatMap((chair) => chair.candidates).toSorted((one, two) => one - two);
  const legal = [...legalByHost(searchIn(offer, frame), candidates)];
  return starts.map((start) => ({
    start,
    hosts: legal.filter(([, bits]) => hasBit(bits, frame, start)).map(([host]) => host),
  }));
}

/** Ascending starts by the date a visitor's wall clock shows; comes last and decides nothing (ENGINE 8). */
export function groupByDay(starts: Minute[], zone: Zone): { day: LocalDay; starts: Minute[] }[] {
  if (starts.length === 0) return [];
  const days: { day: LocalDay; starts: Minute[] }[] = [];
  let next = 0;
  eachDate(zone, starts[0]!, starts.at(-1)! + 1, (day, _, end) => {
    const first = next;
    while (next < starts.length && starts[next]! < end) next++;
    if (next > first) addTo(days, day, starts.slice(first, next));
  });
  return days;
}

// A date whose clocks change comes in two pieces.
function addTo(days: { day: LocalDay; starts: Minute[] }[], day: LocalDay, starts: Minute[]): void {
  const already = days.findLast((entry) => entry.day === day);
  if (already) already.starts.push(...starts);
  else days.push({ day, starts });
}
