import { NOTHING_CLOSED, openTime, type Hours } from '#engine/hours.ts';
import { mondayOf, weekdayOf, type Interval, type Weekday } from '#engine/minutes.ts';
import type { HostSnapshot, Offer } from '#engine/snapshot.ts';
import { localDayOf, minuteOfDay, startOfDay, type Zone } from '#engine/zone.ts';

const CELL = 5;

/** An ordinary week to come, from Monday to Sunday of the link's zone: what is closed on single dates is left out. */
export interface Week {
  zone: Zone;
  from: number;
  to: number;
}

export function weekOf({ now, zone }: Offer): Week {
  const monday = mondayOf(localDayOf(zone, now)) + 7;
  return { zone, from: startOfDay(zone, monday), to: startOfDay(zone, monday + 7) };
}

/** What begins within the week; a night that runs out of it is whole. */
export function openIn(week: Week, hours: Hours): Interval[] {
  const plain = { ...hours, overrides: new Map() };
  const pairs = openTime(plain, NOTHING_CLOSED, week.from, week.to);
  const open: Interval[] = [];
  for (let at = 0; at < pairs.length; at += 2) open.push({ start: pairs[at]!, end: pairs[at + 1]! });
  return open.filter(({ start }) => start >= week.from && start < week.to);
}

/** When the link lets this host be booked, by hours alone (A2). */
export function openFor(week: Week, { ownHours, withinHostHours }: Offer, host: HostSnapshot): Interval[] {
  if (!ownHours) return openIn(week, host.hours);
  const own = openIn(week, ownHours);
  return withinHostHours ? both(own, openIn(week, host.hours)) : own;
}

export function both(some: Interval[], others: Interval[]): Interval[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(({ start, end }) => start < end),
  );
}

/** Overlapping and touching ones made one, ascending. */
export function merged(spans: Interval[]): Interval[] {
  const all: Interval[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** The parts of `some` that no `other` covers. */
export function without(some: Interval[], others: Interval[]): Interval[] {
  return some.flatMap(({ start, end }) => {
    const left: Interval[] = [];
    for (let at = start; at < end; at += CELL) {
      if (others.some((other) => other.start <= at && at < other.end)) continue;
      const last = left.at(-1);
      if (last?.end === at) last.end = at + CELL;
      else left.push({ start: at, end: at + CELL });
    }
    return left;
  });
}

/** A span of every week by the link's clock; `end` is '24:00' at midnight. */
export interface WeekSpan {
  day: Weekday;
  start: string;
  end: string;
}

export function asWeekSpan({ zone }: Week, { start, end }: Interval): WeekSpan {
  const day = weekdayOf(localDayOf(zone, start));
  const last = minuteOfDay(zone, end);
  return { day, start: clock(minuteOfDay(zone, start)), end: clock(last === 0 ? 1440 : last) };
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
