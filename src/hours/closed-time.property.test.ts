import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Absence, Span } from '#engine/hours.ts';
import { weekdayOf, type LocalDay, type Minute } from '#engine/minutes.ts';
import { someAbsences, someDays, someHours, someTurn, someZone } from '#engine/random-hours.test-support.ts';
import { offsetAt } from '#engine/zone.ts';
import { closedTime, type OwnTime, type WhyClosed } from './closed-time.ts';

const DAY = 1440;

const someOwnTime = fc.tuple(someTurn, someZone).chain(([turn, zone]) =>
  fc
    .record({
      hours: someHours(turn, zone),
      absences: someAbsences(turn, zone),
      days: someDays(turn, zone),
    })
    .map(({ days, ...rest }) => ({
      turn,
      own: { ...rest, holidays: new Map([...days].map((day) => [day, 'A holiday'])) } satisfies OwnTime,
    })),
);

test('A1: closed time says of every minute what a wall clock and the four layers say', () => {
  fc.assert(
    fc.property(someOwnTime, fc.integer({ min: 1, max: 4000 }), ({ turn, own }, length) => {
      const from = turn - 1500;
      const spans = closedTime(own, from, from + length);
      for (let minute = from; minute < from + length; minute += 7) {
        const found = spans.filter(({ start, end }) => start <= minute && minute < end);
        assert.deepEqual(
          found.map(({ why }) => why),
          [slowly(own, minute)].filter((why) => why !== null),
          `${own.hours.zone.name} ${minute}`,
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('A1: closed spans stand in order inside the window, and no two that touch say the same', () => {
  fc.assert(
    fc.property(someOwnTime, fc.integer({ min: 1, max: 9000 }), ({ turn, own }, length) => {
      const from = turn - 3000;
      let last = { end: from, why: '' };
      for (const span of closedTime(own, from, from + length)) {
        assert.ok(span.start >= last.end && span.start < span.end && span.end <= from + length);
        assert.ok(span.start > last.end || span.why !== last.why || span.title !== undefined);
        last = span;
      }
    }),
    { numRuns: 300 },
  );
});

/** One minute at a time, by what the wall clock shows. */
function slowly({ hours, absences, holidays }: OwnTime, minute: Minute): WhyClosed | null {
  const wall = minute + offsetAt(hours.zone, minute);
  const day = Math.floor(wall / DAY);
  if (isIn(absences, day)) return 'absence';
  const weekly = (date: LocalDay): Span[] => hours.weekly[weekdayOf(date) - 1]!;
  const holding = (date: LocalDay): Span[] => {
    if (isIn(absences, date)) return [];
    return hours.overrides.get(date) ?? (holidays.has(date) ? [] : weekly(date));
  };
  if (isOpen(holding, day, wall)) return null;
  const override = hours.overrides.get(day);
  if (override?.length === 0) return 'override';
  if (override) return isOpen(weekly, day, wall) ? 'override' : 'hours';
  return holidays.has(day) ? 'holiday' : 'hours';
}

function isOpen(spansOf: (date: LocalDay) => Span[], day: LocalDay, wall: number): boolean {
  return [day, day - 1].some((date) =>
    spansOf(date).some(({ start, end }) => {
      const until = end <= start ? end + DAY : end;
      return date * DAY + start <= wall && wall < date * DAY + until;
    }),
  );
}

function isIn(absences: readonly Absence[], day: LocalDay): boolean {
  return absences.some(({ from, to }) => from <= day && day <= to);
}
