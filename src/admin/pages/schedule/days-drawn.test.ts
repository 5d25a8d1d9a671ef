import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysDrawn } from './days-drawn.ts';

const read = [
  '2026-12-07',
  '2026-12-08',
  '2026-12-09',
  '2026-12-10',
  '2026-12-11',
  '2026-12-12',
  '2026-12-13',
];
const week = { today: '2026-12-07', date: '2026-12-07', count: 7 as const, read };
const shut = (from: string, to: string) => ({
  kind: 'closed' as const,
  start: `${from}T00:00:00Z`,
  end: `${to}T00:00:00Z`,
  editable: false,
});
const days = (spans: Parameters<typeof daysDrawn>[1], typed: string | null = null) =>
  daysDrawn(week, spans, typed, 'UTC').map((date) => Number(date.slice(8)));

test('of a week the days on which the host is closed all day are left out, so that the others have room', () => {
  const weekend = [shut('2026-12-05', '2026-12-07'), shut('2026-12-12', '2026-12-14')];
  assert.deepEqual(days(weekend), [7, 8, 9, 10, 11]);
  const fair = { ...shut('2026-12-12', '2026-12-13'), kind: 'booked' as const };
  assert.deepEqual(days([...weekend, fair]), [7, 8, 9, 10, 11, 12]);
});

test('a date that was typed is drawn, closed or not; a host who is away all week is drawn all the same', () => {
  assert.deepEqual(days([shut('2026-12-12', '2026-12-14')], '2026-12-13'), [7, 8, 9, 10, 11, 13]);
  assert.deepEqual(days([shut('2026-12-01', '2026-12-20')]), [7, 8, 9, 10, 11]);
});

test('until the calendar has come, the weekend is left out', () => {
  assert.deepEqual(days(undefined), [7, 8, 9, 10, 11]);
});
