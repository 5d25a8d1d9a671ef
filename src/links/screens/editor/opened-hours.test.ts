import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openedHours } from './opened-hours.ts';

const week = {
  weekly: [
    { day: 4, start: '08:30', end: '11:00' },
    { day: 4, start: '14:00', end: '17:00' },
  ],
  overrides: [],
};
const thursday = '2026-12-10';

test('A1: opening an hour gives its date hours of its own; the week stays', () => {
  const { weekly, overrides } = openedHours(week, { date: thursday, hour: 12 });
  assert.equal(weekly, week.weekly);
  assert.deepEqual(overrides, [
    {
      date: thursday,
      spans: [
        { start: '08:30', end: '11:00' },
        { start: '12:00', end: '13:00' },
        { start: '14:00', end: '17:00' },
      ],
    },
  ]);
});

test('hours that touch become one span, also beside what the date had already', () => {
  const once = openedHours(week, { date: thursday, hour: 11 });
  const twice = openedHours(once, { date: thursday, hour: 13 });
  assert.deepEqual(twice.overrides[0]?.spans, [
    { start: '08:30', end: '12:00' },
    { start: '13:00', end: '17:00' },
  ]);
});

test('a closed date opens for that hour alone; the last hour ends at midnight', () => {
  const closed = { weekly: [], overrides: [{ date: thursday, spans: [] }] };
  assert.deepEqual(openedHours(closed, { date: thursday, hour: 23 }).overrides, [
    { date: thursday, spans: [{ start: '23:00', end: '24:00' }] },
  ]);
});
