/** Random zones, hours and dates around the nights when clocks change, for the property tests. */
import * as fc from 'fast-check';
import type { Absence, Hours, Span } from './hours.ts';
import type { LocalDay, Minute } from './minutes.ts';
import type { Zone } from './zone.ts';
import { localDayOf, zoneNamed } from './zone.ts';

/** ENGINE's hard zones, one whose gap swallows the hour before midnight, and one that holds still. */
export const HARD_ZONES = [
  'Europe/Paris',
  'Europe/Warsaw',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/Nuuk',
  'UTC',
];
export const DAY = 1440;
const FROM = 29_453_760; // 2026-01-01T00:00:00Z
const TO = 30_505_000; // in 2028

export function zoneOf(name: string): Zone {
  const zone = zoneNamed(name);
  if (!zone) throw new Error(`No zone ${name}`);
  return zone;
}

export const someZone = fc.constantFrom(...HARD_ZONES).map(zoneOf);

/** An hour on which the clocks of some hard zone change, or an ordinary one. */
export const someTurn: fc.Arbitrary<Minute> = fc.constantFrom(
  ...HARD_ZONES.flatMap((name) => [...zoneOf(name).at].filter((at) => FROM < at && at < TO)),
  FROM + 40 * DAY,
  FROM + 150 * DAY,
);

/** The ordinary thing four times in five, else the special one. */
export function usually<Ordinary, Special>(
  ordinary: fc.Arbitrary<Ordinary>,
  special: fc.Arbitrary<Special>,
): fc.Arbitrary<Ordinary | Special> {
  return fc.oneof({ weight: 4, arbitrary: ordinary }, { weight: 1, arbitrary: special });
}

export function multipleOf5(from: number, to: number): fc.Arbitrary<number> {
  return fc.integer({ min: from / 5, max: to / 5 }).map((count) => count * 5);
}

export function someDays(anchor: Minute, zone: Zone): fc.Arbitrary<Set<LocalDay>> {
  const days = fc.array(dayNear(anchor, zone), { maxLength: 2 });
  return usually(
    fc.constant(new Set<LocalDay>()),
    days.map((days) => new Set(days)),
  );
}

export function someAbsences(anchor: Minute, zone: Zone): fc.Arbitrary<Absence[]> {
  const one = fc.tuple(dayNear(anchor, zone), fc.integer({ min: 0, max: 1 }));
  return usually(
    fc.constant([]),
    one.map(([from, more]) => [{ from, to: from + more }]),
  );
}

export function someHours(anchor: Minute, zone: Zone): fc.Arbitrary<Hours> {
  const eachDayItsOwn = fc.array(someSpans, { minLength: 7, maxLength: 7 });
  const everyDayTheSame = someSpans.map((spans) => Array.from({ length: 7 }, () => spans));
  const overrides = fc.array(fc.tuple(dayNear(anchor, zone), someSpans), { minLength: 1, maxLength: 2 });
  return fc.record({
    zone: fc.constant(zone),
    weekly: fc.oneof(eachDayItsOwn, everyDayTheSame),
    overrides: fc.oneof(
      fc.constant(new Map<LocalDay, Span[]>()),
      overrides.map((pairs) => new Map(pairs)),
    ),
  });
}

function dayNear(anchor: Minute, zone: Zone): fc.Arbitrary<LocalDay> {
  return fc.integer({ min: -2, max: 2 }).map((days) => localDayOf(zone, anchor) + days);
}

const wallMinute = usually(
  fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15),
  fc.integer({ min: 0, max: 1440 }),
);

const anySpan: fc.Arbitrary<Span> = fc.record({
  start: wallMinute.filter((minute) => minute < 1440),
  end: wallMinute,
});

/** Two spans that touch somewhere, on or off a cell's edge, and stand in the wrong order. */
const touchingSpans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(wallMinute, { minLength: 3, maxLength: 3 })
  .map((minutes) => minutes.toSorted((one, two) => one - two))
  .map(([start, middle, end]) => [
    { start: middle!, end: end! },
    { start: start!, end: middle! },
  ]);

const someSpans: fc.Arbitrary<Span[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Span[]>([{ start: 0, end: 0 }]) },
  { weight: 2, arbitrary: fc.constant<Span[]>([{ start: 540, end: 1020 }]) },
  { weight: 2, arbitrary: touchingSpans },
  { weight: 3, arbitrary: fc.array(anySpan, { maxLength: 2 }) },
);
