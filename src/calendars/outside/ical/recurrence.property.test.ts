import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { expandObject } from './expand-object.ts';
import { slowInstant, slowStarts, textOfRule, type SlowRule } from './slow-expansion.test-support.ts';

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Apia',
  'UTC',
];

const oneIn = <Value>(times: number, value: fc.Arbitrary<Value>) =>
  fc.option(value, { freq: times - 1, nil: undefined });
const some = <Value>(value: fc.Arbitrary<Value>, most = 3) =>
  fc.uniqueArray(value, { minLength: 1, maxLength: most });
const signed = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.constantFrom(1, 1, -1)).map(([n, s]) => n * s);

const someTime = fc.tuple(fc.constantFrom(0, 1, 2, 2, 3, 9, 23), fc.constantFrom(0, 15, 30, 45));
/** Near the nights in which some hard zone changes its clocks, and anywhere else. */
const someDay = fc.oneof(
  fc.constantFrom(
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-04-24',
    '2026-09-06',
    '2026-10-25',
    '2026-12-31',
  ),
  fc
    .integer({ min: 0, max: 700 })
    .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString()),
);
const someStart = fc
  .tuple(someDay, someTime, fc.integer({ min: -3, max: 1 }))
  .map(([day, [hour, minute], days]) =>
    Temporal.PlainDate.from(day).add({ days }).toPlainDateTime({ hour, minute }),
  );

function withoutUndefined<Whole extends object>(whole: Whole): Whole {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Whole;
}

const someDaily = fc
  .constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY')
  .chain((FREQ) =>
    fc.record({
      FREQ: fc.constant(FREQ),
      INTERVAL: fc.constantFrom(1, 1, 1, 2, 3, 5),
      WKST: fc.integer({ min: 1, max: 7 }),
      COUNT: oneIn(4, fc.integer({ min: 1, max: 60 })),
      BYMONTH: oneIn(4, some(fc.integer({ min: 1, max: 12 }), 5)),
      BYWEEKNO: FREQ === 'YEARLY' ? oneIn(4, some(signed(53))) : fc.constant(undefined),
      BYYEARDAY: FREQ === 'YEARLY' ? oneIn(5, some(signed(366), 5)) : fc.constant(undefined),
      BYMONTHDAY: FREQ === 'WEEKLY' ? fc.constant(undefined) : oneIn(4, some(signed(31), 5)),
      BYDAY: oneIn(
        2,
        some(
          fc.record({ nth: fc.constantFrom(0, 0, 1, 2, 5, -1, -2), weekday: fc.integer({ min: 1, max: 7 }) }),
          4,
        ),
      ),
      BYHOUR: oneIn(5, some(fc.constantFrom(0, 1, 2, 3, 9, 23))),
      BYMINUTE: oneIn(5, some(fc.constantFrom(0, 30, 59))),
      BYSETPOS: oneIn(4, some(signed(4))),
    }),
  )
  .map((rule) => withoutUndefined<SlowRule>(rule as SlowRule));

const someHourly = fc
  .record({
    FREQ: fc.constantFrom('HOURLY', 'MINUTELY'),
    // Every single minute of some days is more than is counted (ABUSE 32).
    INTERVAL: fc.constantFrom(2, 3, 7, 45, 90),
    WKST: fc.constant(1),
    COUNT: oneIn(3, fc.integer({ min: 1, max: 60 })),
    BYMONTH: oneIn(5, some(fc.integer({ min: 1, max: 12 }), 9)),
    BYMONTHDAY: oneIn(5, some(signed(31), 20)),
    BYDAY: oneIn(4, some(fc.record({ nth: fc.constant(0), weekday: fc.integer({ min: 1, max: 7 }) }), 4)),
    BYHOUR: oneIn(3, some(fc.constantFrom(0, 1, 2, 3, 9, 23), 5)),
    BYMINUTE: oneIn(2, some(fc.constantFrom(0, 10, 30, 59))),
  })
  .map((rule) => withoutUndefined<SlowRule>(rule as SlowRule));

interface Case {
  rule: SlowRule;
  start: Temporal.PlainDateTime;
  zone: string;
  /** Whole days after DTSTART at which the window begins. */
  later: number;
  days: number;
  until: { kind: 'none' | 'utc' | 'date' | 'floating'; days: number };
}

function someCase(rule: fc.Arbitrary<SlowRule>, later: number, days: number): fc.Arbitrary<Case> {
  return fc.record({
    rule,
    start: someStart,
    zone: fc.constantFrom(...ZONES),
    later: fc.integer({ min: -2, max: later }),
    days: fc.integer({ min: 1, max: days }),
    until: fc.record({
      kind: fc.constantFrom('none', 'none', 'none', 'utc', 'date', 'floating'),
      days: fc.integer({ min: 0, max: later + days }),
    }),
  });
}

function compact(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function withUntil({ rule, start, zone, until }: Case): SlowRule {
  const last = start.add({ days: until.days });
  const instant = slowInstant(last, zone);
  if (until.kind === 'none') return rule;
  const ends = {
    utc: {
      text: `${compact(instant.toZonedDateTimeISO('UTC').toPlainDateTime())}Z`,
      holds: (_: unknown, at: Temporal.Instant) => Temporal.Instant.compare(at, instant) <= 0,
    },
    date: {
      text: compact(last).slice(0, 8),
      holds: (at: Temporal.PlainDateTime) =>
        Temporal.PlainDate.compare(at.toPlainDate(), last.toPlainDate()) <= 0,
    },
    floating: {
      text: compact(last),
      holds: (at: Temporal.PlainDateTime) => Temporal.PlainDateTime.compare(at, last) <= 0,
    },
  };
  return { ...rule, UNTIL: ends[until.kind] };
}

function agrees(given: Case): void {
  const { start, zone, later, days } = given;
  const rule = withUntil(given);
  const text = [
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:one',
    `DTSTART;TZID=${zone}:${compact(start)}`,
    `DURATION:PT45M\r\nRRULE:${textOfRule(rule)}\r\nEND:VEVENT\r\nEND:VCALENDAR`,
  ].join('\r\n');
  const from = slowInstant(start.add({ days: later }), zone).epochMilliseconds / 60_000;
  const window = { from, to: from + days * 1440 };
  const found = expandObject(text, { window, zone: 'UTC', ownAddresses: new Set() });
  const last = start.add({ days: later + days + 3 });
  const starts = slowStarts(rule, start, zone, last).map(
    (at) => slowInstant(at, zone).epochMilliseconds / 60_000,
  );
  const expected = [...new Set(starts)]
    .filter((at) => at < window.to && at + 45 > window.from)
    .sort((one, other) => one - other)
    .map((at) => [Math.max(at, window.from), Math.min(at + 45, window.to)]);
  assert.deepEqual(
    found.occurrences.map(({ start, end }) => [start, end]),
    expected,
    text,
  );
}

test('K2: a rule of years, months, weeks or days names what a walk by Temporal names, in every hard zone', () => {
  fc.assert(fc.property(someCase(someDaily, 500, 120), agrees), { numRuns: 400 });
});

test('K2: a rule of hours or minutes too', () => {
  fc.assert(fc.property(someCase(someHourly, 5, 2), agrees), { numRuns: 100 });
});
