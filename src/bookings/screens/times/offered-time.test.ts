import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarSpan } from '#bookings/week/week-fields.ts';
import { clashesWith } from './clash.ts';
import { addTime, MOST_TIMES } from './offered-time.ts';

const now = '2026-12-01T08:00:00Z';
const time = (start: string, end: string) => ({
  start: `2026-12-01T${start}:00Z`,
  end: `2026-12-01T${end}:00Z`,
});

test('L3: times stand in order; past, overlapping, too long or too many ones are refused', () => {
  const one = addTime([time('12:00', '12:30')], time('09:00', '09:30'), now);
  assert.deepEqual(one, [time('09:00', '09:30'), time('12:00', '12:30')]);
  assert.deepEqual(addTime([], time('08:00', '08:30'), now), [time('08:00', '08:30')]);
  assert.equal(addTime([], time('07:55', '08:30'), now), 'past');
  assert.equal(addTime([time('09:00', '10:00')], time('09:30', '10:30'), now), 'overlap');
  assert.equal(addTime([time('09:00', '10:00')], time('09:00', '10:00'), now), 'overlap');
  const long = { start: '2026-12-01T09:00:00Z', end: '2026-12-02T09:05:00Z' };
  assert.equal(addTime([], long, now), 'tooLong');
  const many = Array.from({ length: MOST_TIMES }, () => time('09:00', '09:30'));
  assert.equal(addTime(many, time('12:00', '12:30'), now), 'tooMany');
});

const span = (kind: CalendarSpan['kind'], start: string, end: string, more: Partial<CalendarSpan> = {}) => ({
  kind,
  ...time(start, end),
  editable: false,
  ...more,
});

function clashing(spans: CalendarSpan[], buffers?: { before: number; after: number }) {
  const anna = { memberId: 'anna', name: 'Anna', timeZone: 'UTC', active: true, editable: true, spans };
  return clashesWith({ members: [anna] }, time('10:00', '10:30'), buffers).map(({ kind }) => kind);
}

test('L3: events, absences and meetings stand in the way, ordinary hours and free events do not', () => {
  assert.deepEqual(clashing([span('busy', '10:15', '11:00')]), ['busy']);
  assert.deepEqual(clashing([span('booked', '09:00', '10:05'), span('held', '10:25', '11:00')]), [
    'meeting',
    'meeting',
  ]);
  assert.deepEqual(clashing([span('closed', '00:00', '23:00', { why: 'absence' })]), ['away']);
  assert.deepEqual(clashing([span('closed', '00:00', '23:00', { why: 'holiday' })]), ['away']);
  assert.deepEqual(clashing([span('closed', '00:00', '23:00', { why: 'hours' })]), []);
  assert.deepEqual(clashing([span('free', '10:00', '11:00'), span('offered', '10:00', '11:00')]), []);
  assert.deepEqual(clashing([span('busy', '09:00', '10:00'), span('busy', '10:30', '11:00')]), []);
});

test('A4: what meets only the buffers stands in the way too', () => {
  const around = [span('busy', '09:00', '10:00'), span('booked', '10:30', '11:00')];
  assert.deepEqual(clashing(around, { before: 5, after: 0 }), ['busy']);
  assert.deepEqual(clashing(around, { before: 0, after: 5 }), ['meeting']);
});
