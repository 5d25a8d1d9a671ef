/** Anna, Bo and Chloé with their links, so that a test says only what matters to it. */
import type { Hours, Span } from './hours.ts';
import type { LocalDay, Minute } from './minutes.ts';
import { dayFromText, isoFromMinute, minuteFromIso } from './minutes.ts';
import type { Chair, HostSnapshot, Offer, Rule } from './snapshot.ts';
import type { Zone } from './zone.ts';
import { slots } from './slots.ts';
import { zoneNamed } from './zone.ts';

export function zone(name: string): Zone {
  const zone = zoneNamed(name);
  if (!zone) throw new Error(`No zone ${name}`);
  return zone;
}

export function day(text: string): LocalDay {
  const day = dayFromText(text);
  if (day === null) throw new Error(`No date ${text}`);
  return day;
}

export function days(...texts: string[]): Set<LocalDay> {
  return new Set(texts.map(day));
}

/** '2026-12-01T09:00' in UTC. */
export function at(text: string): Minute {
  const minute = minuteFromIso(`${text}:00Z`);
  if (minute === null) throw new Error(`No instant ${text}`);
  return minute;
}

/** '09:00-12:00 13:00-17:00' */
export function spans(text: string): Span[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.split('-').map(minuteOf))
    .map(([start, end]) => ({ start: start!, end: end! }));
}

/** The same spans every day. */
export function daily(zoneName: string, text: string, overrides: Record<string, string> = {}): Hours {
  return hoursOf(
    zoneName,
    Array.from({ length: 7 }, () => spans(text)),
    overrides,
  );
}

/** Monday to Friday. */
export function weekdays(zoneName: string, text: string, overrides: Record<string, string> = {}): Hours {
  return hoursOf(
    zoneName,
    Array.from({ length: 7 }, (_, index) => (index < 5 ? spans(text) : [])),
    overrides,
  );
}

/** Flat pairs from '2026-12-01T09:00/2026-12-01T10:00'. */
export function pairs(...intervals: string[]): Int32Array {
  return Int32Array.from(intervals.flatMap((interval) => interval.split('/').map(at)));
}

/** Open always, with nothing to do, unless said. */
export function host(changes: Partial<HostSnapshot> = {}): HostSnapshot {
  return {
    id: 'anna',
    hours: daily('UTC', '00:00-00:00'),
    absences: [],
    holidays: new Set(),
    busy: new Int32Array(0),
    claims: new Int32Array(0),
    unbookable: [],
    cappedDays: new Set(),
    booked: 0,
    lastScheduledAt: null,
    bookedThatDay: 0,
    ...changes,
  };
}

/** Half an hour on a grid of thirty minutes, at any time of 2026 to 2028, one chair for all hosts, unless said. */
export function link(changes: Partial<Offer> = {}): Offer {
  const hosts = changes.hosts ?? [host()];
  return {
    now: at('2026-01-01T00:00'),
    zone: zone('UTC'),
    lengthMinutes: 30,
    bufferBefore: 0,
    bufferAfter: 0,
    increment: 30,
    noticeMinutes: 0,
    horizon: { from: at('2026-01-01T00:00'), to: at('2029-01-01T00:00') },
    ownHours: null,
    withinHostHours: false,
    holidays: new Set(),
    cappedDays: new Set(),
    cappedWeeks: new Set(),
    chairs: roundRobin(hosts),
    times: null,
    offerAnyway: false,
    unbookable: [],
    ...changes,
    hosts,
  };
}

export function roundRobin(hosts: HostSnapshot[], rule: Rule = 'fewest-booked'): Chair[] {
  return [{ candidates: hosts.map((_, index) => index), rule }];
}

export function group(hosts: HostSnapshot[]): Chair[] {
  return hosts.map((_, index) => ({ candidates: [index], rule: 'in-order' }));
}

/** '2026-12-01T09:00', as `at` reads it. */
export function texts(minutes: Minute[]): string[] {
  return minutes.map((minute) => isoFromMinute(minute).slice(0, 16));
}

/** The whole UTC date as a window. */
export function during(text: string): { from: Minute; to: Minute } {
  return { from: at(`${text}T00:00`), to: at(`${text}T00:00`) + 1440 };
}

/** The times of day (UTC) offered on a UTC date. */
export function timesOn(date: string, offer: Offer): string[] {
  return texts(slots(offer, during(date))).map((text) => text.slice(11));
}

function hoursOf(zoneName: string, weekly: Span[][], overrides: Record<string, string>): Hours {
  const dated = Object.entries(overrides).map(([date, text]) => [day(date), spans(text)] as const);
  return { zone: zone(zoneName), weekly, overrides: new Map(dated) };
}

function minuteOf(text: string): number {
  const [hour, minute] = text.split(':');
  return Number(hour) * 60 + Number(minute);
}
