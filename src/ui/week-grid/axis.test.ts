import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isoFromMinute } from '#engine/minutes.ts';
import { axisOf, endPositionOf, gapsOf, minuteAt, positionOf } from './axis.ts';
import { minuteOf } from './lay-out.ts';
import { nearestStep, stepAt, stepsOf, timeOfStep } from './steps.ts';

const ZONES = [
  'Europe/Warsaw',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/St_Johns',
];

test('a usual day is 1440 minutes along, from its own midnight', () => {
  const axis = axisOf('Asia/Kathmandu', ['2026-12-01']);
  assert.equal(axis.length, 1440);
  assert.equal(positionOf(axis.columns[0]!, minuteOf('2026-12-01T03:15:00Z')), 540);
  assert.equal(isoFromMinute(minuteAt(axis.columns[0]!, 0)), '2026-11-30T18:15:00Z');
});

test("Warsaw's missing 02:00 on 2027-03-28 is a gap; what ends there ends above it", () => {
  const axis = axisOf('Europe/Warsaw', ['2027-03-27', '2027-03-28']);
  const day = axis.columns[1]!;
  assert.equal(axis.length, 1440);
  assert.equal(day.end - day.start, 23 * 60);
  assert.deepEqual(gapsOf(day, axis.length), [{ top: 120, bottom: 180 }]);
  const change = minuteOf('2027-03-28T01:00:00Z');
  assert.equal(positionOf(day, change), 180);
  assert.equal(endPositionOf(day, change), 120);
  assert.equal(minuteAt(day, 150), change);
  assert.deepEqual(gapsOf(axis.columns[0]!, axis.length), []);
});

test("Warsaw's doubled 02:00 on 2026-10-25 stands twice; the other days have a gap in the second", () => {
  const axis = axisOf('Europe/Warsaw', ['2026-10-24', '2026-10-25']);
  assert.equal(axis.length, 1500);
  const [saturday, sunday] = axis.columns;
  assert.equal(positionOf(sunday!, minuteOf('2026-10-25T00:30:00Z')), 150);
  assert.equal(positionOf(sunday!, minuteOf('2026-10-25T01:30:00Z')), 210);
  assert.equal(positionOf(sunday!, minuteOf('2026-10-25T08:00:00Z')), 9 * 60 + 60);
  assert.deepEqual(gapsOf(saturday!, axis.length), [{ top: 180, bottom: 240 }]);
  assert.deepEqual(gapsOf(sunday!, axis.length), []);
});

test('a doubled hour before midnight (Beirut) lies below 24:00; half an hour (Lord Howe) is half an hour', () => {
  const beirut = axisOf('Asia/Beirut', ['2026-10-24']);
  assert.equal(beirut.length, 1500);
  assert.deepEqual(beirut.sections.at(-1), { top: 1440, length: 60, wall: 1380, again: true });
  assert.equal(axisOf('Australia/Lord_Howe', ['2026-04-05']).length, 1470);
});

const someDays = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    first: fc.integer({ min: Date.UTC(2025, 0, 1) / 86_400_000, max: Date.UTC(2032, 0, 1) / 86_400_000 }),
    count: fc.integer({ min: 1, max: 7 }),
    increment: fc.constantFrom(5, 10, 15, 20, 25, 30, 45, 60),
    share: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  })
  .map(({ zone, first, count, ...rest }) => ({
    ...rest,
    axis: axisOf(
      zone,
      Array.from({ length: count }, (_, index) =>
        new Date((first + index) * 86_400_000).toISOString().slice(0, 10),
      ),
    ),
  }));

test('every minute of every day has one place, and that place is this minute, in every hard zone', () => {
  fc.assert(
    fc.property(someDays, ({ axis, share }) => {
      for (const day of axis.columns) {
        const minute = day.start + Math.floor(share * (day.end - day.start));
        assert.equal(minuteAt(day, positionOf(day, minute)), minute);
        assert.ok(endPositionOf(day, minute + 1) <= axis.length);
        assert.ok(endPositionOf(day, minute + 1) > positionOf(day, minute));
      }
    }),
  );
});

test('pieces and gaps of a day cover the axis once', () => {
  fc.assert(
    fc.property(someDays, ({ axis }) => {
      for (const day of axis.columns) {
        const there = day.pieces.reduce((sum, { start, end }) => sum + end - start, 0);
        const missing = gapsOf(day, axis.length).reduce((sum, { top, bottom }) => sum + bottom - top, 0);
        assert.equal(there, day.end - day.start);
        assert.equal(there + missing, axis.length);
      }
    }),
  );
});

test('steps cover the axis once, and snapping finds the one beneath or the nearest', () => {
  fc.assert(
    fc.property(someDays, ({ axis, increment, share }) => {
      const steps = stepsOf(axis, increment);
      assert.equal(
        steps.reduce((sum, { length }) => sum + length, 0),
        axis.length,
      );
      const position = share * axis.length;
      const under = steps[stepAt(steps, position)]!;
      assert.ok(under.top <= position && position < under.top + under.length);
      assert.ok(Math.abs(steps[nearestStep(steps, position)]!.top - position) <= increment);
      for (const day of axis.columns) {
        const times = steps.flatMap((step) => timeOfStep(day, step) ?? []);
        assert.equal(
          times.reduce((sum, { start, end }) => sum + end - start, 0),
          day.end - day.start,
        );
      }
    }),
  );
});
