import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { HARD_ZONES } from '#engine/random-hours.test-support.ts';
import { inCalendar, timeOf, timesOf } from './calendar-text.test-support.ts';

/** A series of days in the spring, when clocks change in Europe, Egypt, Chile and at Lord Howe. */
interface Series {
  zone: string;
  hour: number;
  count: number;
  lasts: { minutes: number } | { days: number };
  /** Days of the series that are taken away, moved by some hours, or added beyond it. */
  removed: number[];
  moved: { day: number; hours: number; cancelled: boolean }[];
  added: number[];
  later: { day: number; hours: number } | null;
}

const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 5 });
const someSeries = fc.record<Series>({
  zone: fc.constantFrom(...HARD_ZONES),
  hour: fc.constantFrom(0, 1, 2, 3, 12, 23),
  count: fc.integer({ min: 1, max: 40 }),
  lasts: fc.oneof(
    fc.record({ minutes: fc.constantFrom(15, 60, 600, 1500) }),
    fc.record({ days: fc.constantFrom(1, 2) }),
  ),
  removed: someDays,
  moved: fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: 0, max: 39 }),
      hours: fc.integer({ min: -60, max: 60 }),
      cancelled: fc.boolean(),
    }),
    { maxLength: 4, selector: ({ day }) => day },
  ),
  added: someDays,
  later: fc.option(
    fc.record({ day: fc.integer({ min: 0, max: 39 }), hours: fc.integer({ min: -30, max: 30 }) }),
  ),
});

const FIRST = Temporal.PlainDateTime.from('2026-03-20T00:00');

function startOf({ hour }: Series, day: number): Temporal.PlainDateTime {
  return FIRST.add({ days: day, hours: hour });
}

function compact(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function textOf(series: Series): string {
  const { zone, count, lasts, removed, moved, added, later } = series;
  const at = (name: string, time: Temporal.PlainDateTime) => `${name};TZID=${zone}:${compact(time)}`;
  const lasting = `DURATION:${'days' in lasts ? `P${lasts.days}D` : `PT${lasts.minutes}M`}`;
  const change = (day: number, hours: number, range: string, more: string) =>
    [
      `BEGIN:VEVENT\nUID:one\n${at(`RECURRENCE-ID${range}`, startOf(series, day))}`,
      `${at('DTSTART', startOf(series, day).add({ hours }))}\n${lasting}${more}\nEND:VEVENT`,
    ].join('\n');
  return inCalendar(
    [
      `BEGIN:VEVENT\nUID:one\n${at('DTSTART', startOf(series, 0))}\n${lasting}\nRRULE:FREQ=DAILY;COUNT=${count}`,
      ...removed.map((day) => at('EXDATE', startOf(series, day))),
      ...added.map((day) => at('RDATE', startOf(series, day + 50))),
      'END:VEVENT',
      ...(later ? [change(later.day, later.hours, ';RANGE=THISANDFUTURE', '')] : []),
      ...moved.map(({ day, hours, cancelled }) =>
        change(day, hours, '', cancelled ? '\nSTATUS:CANCELLED\nSEQUENCE:1' : '\nSEQUENCE:1'),
      ),
    ].join('\n'),
  );
}

/** The same by hand: every day of the series is looked at by itself. */
function slowly(series: Series): string[] {
  const { count, removed, moved, added, later } = series;
  const days = new Set([...Array(count).keys(), ...added.map((day) => day + 50)]);
  for (const day of removed) days.delete(day);
  for (const { day, cancelled } of moved) {
    days.delete(day);
    if (!cancelled) days.add(day);
  }
  if (later && !moved.some(({ day }) => day === later.day)) days.add(later.day);
  const shown = [...days].map((day) => {
    const own = moved.find((one) => one.day === day)?.hours;
    return timeShown(
      series,
      startOf(series, day).add({ hours: own ?? (later && day >= later.day ? later.hours : 0) }),
    );
  });
  return shown.sort();
}

function timeShown({ zone, lasts }: Series, wall: Temporal.PlainDateTime): string {
  const minuteAt = (time: Temporal.ZonedDateTime) => time.epochMilliseconds / 60_000;
  const start = minuteAt(wall.toZonedDateTime(zone));
  const end = 'days' in lasts ? minuteAt(wall.add(lasts).toZonedDateTime(zone)) : start + lasts.minutes;
  return timeOf({ start, end, busy: true, allDay: false, title: '', recurrenceId: null });
}

test('K2: days that are taken away, moved, cancelled, added or changed for good: a series says what its days say', () => {
  fc.assert(
    fc.property(someSeries, (series) => {
      assert.deepEqual(timesOf(textOf(series)).sort(), slowly(series), textOf(series));
    }),
    { numRuns: 500 },
  );
});

test('A3: whole days in every hard zone begin and end with the local day', () => {
  const someDay = fc.integer({ min: 10, max: 350 });
  fc.assert(
    fc.property(
      fc.constantFrom(...HARD_ZONES),
      someDay,
      fc.integer({ min: 1, max: 4 }),
      (zone, day, days) => {
        const first = Temporal.PlainDate.from('2026-01-01').add({ days: day });
        const [start, end] = [first, first.add({ days })].map(
          (date) => date.toZonedDateTime(zone).epochMilliseconds / 60_000,
        );
        const dates = [first, first.add({ days })].map((date) => date.toString().replaceAll('-', ''));
        const text = inCalendar(
          `BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:${dates[0]}\nDTEND;VALUE=DATE:${dates[1]}\nEND:VEVENT`,
        );
        const shown = timeOf({
          start: start!,
          end: end!,
          busy: true,
          allDay: true,
          title: '',
          recurrenceId: null,
        });
        assert.deepEqual(timesOf(text, { zone }), [shown]);
      },
    ),
    { numRuns: 300 },
  );
});
