import type { Interval } from '#engine/minutes.ts';
import type { Offer } from '#engine/snapshot.ts';
import { minuteOfDay } from '#engine/zone.ts';
import {
  asWeekSpan,
  both,
  openFor,
  merged,
  openIn,
  weekOf,
  without,
  type Week,
  type WeekSpan,
} from './week.ts';

/** More hosts than these say nothing new about a week. */
const MOST_HOSTS = 100;
const MOST_SPANS = 60;

/**
 * A5: open time that no meeting can use because starts are counted from midnight in the link's zone: hours that open at
 * half past lose half an hour to a grid of full hours. Only where a grid from the opening on would hold a meeting more.
 * `hosts` are indexes into the offer; none when the hours are the link's own.
 */
export function lostToGrid(offer: Offer): { spans: WeekSpan[]; hosts: number[] } {
  const week = weekOf(offer);
  const hosts: number[] = [];
  const lost: Interval[] = [];
  const goesByHosts = !offer.ownHours || offer.withinHostHours;
  const own = goesByHosts ? [] : openIn(week, offer.ownHours!).flatMap((span) => lostIn(span, offer));
  for (const [index, host] of goesByHosts ? offer.hosts.slice(0, MOST_HOSTS).entries() : []) {
    if (host.unbookable.length > 0) continue;
    const theirs = openFor(week, offer, host).flatMap((span) => lostIn(span, offer));
    if (theirs.length > 0) hosts.push(index);
    lost.push(...theirs);
  }
  return { spans: inOrder(week, [...own, ...lost]), hosts };
}

function lostIn({ start, end }: Interval, { zone, increment, lengthMinutes }: Offer): Interval[] {
  const starts: number[] = [];
  for (let at = start; at + lengthMinutes <= end; at += 5)
    if (minuteOfDay(zone, at) % increment === 0) starts.push(at);
  const room = end - start - lengthMinutes;
  const most = room < 0 ? 0 : Math.floor(room / increment) + 1;
  if (starts.length >= most) return [];
  const [first] = starts;
  if (first === undefined) return [{ start, end }];
  const last = starts.at(-1)! + lengthMinutes;
  return [
    { start, end: first },
    { start: last, end },
  ].filter((piece) => piece.start < piece.end);
}

/** A2: the link's own hours at which, by the hosts' hours, some chair has nobody; only with `withinHostHours`. */
export function outsideHosts(offer: Offer): WeekSpan[] {
  if (!offer.ownHours || !offer.withinHostHours) return [];
  const week = weekOf(offer);
  const own = openIn(week, offer.ownHours);
  const met = offer.chairs.reduce<Interval[]>((open, chair) => {
    const hosts = chair.candidates.slice(0, MOST_HOSTS).map((index) => offer.hosts[index]!);
    const able = hosts.filter(({ unbookable }) => unbookable.length === 0);
    const theirs = able.flatMap((host) => openIn(week, host.hours));
    return both(open, merged(theirs));
  }, own);
  return inOrder(week, without(own, met));
}

/** Each span once, by day and time. */
function inOrder(week: Week, lost: Interval[]): WeekSpan[] {
  const known = new Map(lost.map((span) => [`${span.start} ${span.end}`, span]));
  return [...known.values()]
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
    .slice(0, MOST_SPANS)
    .map((span) => asWeekSpan(week, span));
}
