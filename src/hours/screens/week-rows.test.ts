import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisOf, barOf, minutesAWeek, oneMore, overlapsOf, spansOf, withDays } from './week-rows.ts';

const monday = { day: 1, start: '09:00', end: '12:00' };
const night = { day: 7, start: '22:00', end: '02:00' };

test('A1: spans of one day that meet are found, each with the one it meets; touching ones do not', () => {
  assert.deepEqual(overlapsOf([monday, { day: 1, start: '12:00', end: '13:00' }]), []);
  const found = overlapsOf([monday, { day: 1, start: '11:00', end: '13:00' }]);
  assert.deepEqual(found, [{ day: 1, index: 1, other: monday }]);
});

test('A1: a night meets the next morning, on Sunday that of Monday', () => {
  const early = { day: 1, start: '01:00', end: '03:00' };
  assert.deepEqual(
    overlapsOf([early, night])
      .map(({ day }) => day)
      .toSorted((a, b) => a - b),
    [1, 7],
  );
  assert.deepEqual(overlapsOf([{ day: 1, start: '02:00', end: '03:00' }, night]), []);
  const whole = { day: 3, start: '08:00', end: '08:00' };
  assert.equal(overlapsOf([whole, { day: 4, start: '07:00', end: '09:00' }]).length, 1, '24 hours long');
});

test('a week counts its minutes, nights included, and midnight ends the day', () => {
  assert.equal(minutesAWeek([monday, night, { day: 2, start: '18:00', end: '24:00' }]), 180 + 240 + 360);
});

test('copying a day replaces those of the others and leaves the rest', () => {
  const week = withDays([monday, night], [2, 7], spansOf([monday, night], 1));
  assert.deepEqual(week, [monday, { ...monday, day: 2 }, { ...monday, day: 7 }]);
});

test('one more span comes after the last and stays within the day', () => {
  assert.deepEqual(oneMore([]), { start: '09:00', end: '17:00' });
  assert.deepEqual(oneMore([monday]), { start: '13:00', end: '15:00' });
  assert.deepEqual(oneMore([{ start: '20:00', end: '23:30' }]), { start: '23:30', end: '24:00' });
  assert.deepEqual(oneMore([night]), { start: '06:00', end: '08:00' });
});

test('bars are drawn from 6 to 22, the whole day when somebody works at night, whose morning shows on the next day', () => {
  assert.deepEqual(axisOf([monday]), { from: 6, to: 22 });
  assert.deepEqual(axisOf([{ day: 1, start: '05:30', end: '22:30' }]), { from: 5, to: 23 });
  assert.deepEqual(axisOf([night]), { from: 0, to: 24 });
  assert.deepEqual(barOf([night], 1), [{ index: -1, start: 0, end: 120 }]);
  assert.deepEqual(barOf([night], 7), [{ index: 0, start: 1320, end: 1440 }]);
});
