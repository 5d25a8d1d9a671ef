import type { Hours } from '#engine/hours.ts';
import type { Minute } from '#engine/minutes.ts';
import type { Chair, HostSnapshot, Offer } from '#engine/snapshot.ts';
import type { Zone } from '#engine/zone.ts';
import { zoneNamed } from '#engine/zone.ts';

/**
 * The workload of the engine's table: 30 days from 2026-03-15 (the clocks of Europe change within), meetings of
 * 30 minutes on a grid of 15, hosts open Monday to Friday 09–17 in four zones in turn, each with 200 busy
 * half-hours strewn evenly over the whole window, unsorted. The same numbers on every machine.
 */
export interface Workload {
  window: { from: Minute; to: Minute };
  hosts: HostSnapshot[];
  offer: (mode: 'round-robin' | 'group') => Offer;
}

const ZONES = ['Europe/Paris', 'Europe/Warsaw', 'America/New_York', 'Asia/Kolkata'];
const DAY = 1440;
const FROM = 20_527 * DAY; // 2026-03-15
const TO = FROM + 30 * DAY;
const BUSY_PER_HOST = 200;
const BUSY_MINUTES = 30;
const BUSY_GRID = 15;

export function makeWorkload(count: number, seed = 1): Workload {
  const draw = numbersFrom((seed >>> 0) ^ Math.imul(count, 0x9e3779b1));
  const hosts = Array.from({ length: count }, (_, index) =>
    hostOf(index, zoneOf(ZONES[index % ZONES.length]!), draw),
  );
  return { window: { from: FROM, to: TO }, hosts, offer: (mode) => offerOf(hosts, mode) };
}

/** Mixes every host's zone and busy time into 32 bits, to see that two runs read the same. */
export function fingerprint(hosts: HostSnapshot[]): string {
  let hash = 2_166_136_261;
  const mix = (value: string | number) => {
    for (const letter of String(value)) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  };
  for (const value of [FROM, TO, FROM - DAY]) mix(value * 60_000);
  for (const host of hosts) {
    mix(host.hours.zone.name);
    for (const minute of host.busy) mix(minute * 60_000);
  }
  return hash.toString(16).padStart(8, '0');
}

function hostOf(index: number, zone: Zone, draw: () => number): HostSnapshot {
  return {
    id: `host-${index + 1}`,
    hours: workingHours(zone),
    absences: [],
    holidays: new Set(),
    busy: busyTime(draw),
    claims: new Int32Array(0),
    unbookable: [],
    cappedDays: new Set(),
    booked: 0,
    lastScheduledAt: null,
    bookedThatDay: 0,
  };
}

function workingHours(zone: Zone): Hours {
  const weekly = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ start: 540, end: 1020 }] : []));
  return { zone, weekly, overrides: new Map() };
}

function busyTime(draw: () => number): Int32Array {
  const busy = new Int32Array(2 * BUSY_PER_HOST);
  for (let i = 0; i < busy.length; i += 2) {
    const start = FROM + Math.floor((draw() * (TO - FROM - BUSY_MINUTES)) / BUSY_GRID) * BUSY_GRID;
    busy[i] = start;
    busy[i + 1] = start + BUSY_MINUTES;
  }
  return busy;
}

function offerOf(hosts: HostSnapshot[], mode: 'round-robin' | 'group'): Offer {
  const everybody = hosts.map((_, index) => index);
  const chairs: Chair[] =
    mode === 'group'
      ? everybody.map((host) => ({ candidates: [host], rule: 'in-order' }))
      : [{ candidates: everybody, rule: 'fewest-booked' }];
  return {
    now: FROM - DAY,
    zone: zoneOf('Europe/Paris'),
    lengthMinutes: 30,
    bufferBefore: 0,
    bufferAfter: 0,
    increment: 15,
    noticeMinutes: 0,
    horizon: { from: FROM, to: TO },
    ownHours: null,
    withinHostHours: false,
    holidays: new Set(),
    cappedDays: new Set(),
    cappedWeeks: new Set(),
    chairs,
    hosts,
    times: null,
    offerAnyway: false,
    unbookable: [],
  };
}

function zoneOf(name: string): Zone {
  const zone = zoneNamed(name);
  if (!zone) throw new Error(`This runtime does not know the zone ${name}`);
  return zone;
}

function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
