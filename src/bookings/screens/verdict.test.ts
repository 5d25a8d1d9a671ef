import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarSpan } from './host-time-query.ts';
import { verdictOn } from './verdict.ts';

const span = (kind: CalendarSpan['kind'], from: string, to: string, more: Partial<CalendarSpan> = {}) => ({
  kind,
  start: `2026-12-01T${from}:00Z`,
  end: `2026-12-01T${to}:00Z`,
  editable: false,
  ...more,
});
const at = (from: string, to: string, bookingId?: string) => ({
  start: `2026-12-01T${from}:00Z`,
  end: `2026-12-01T${to}:00Z`,
  bookingId,
});
const spans = [
  span('closed', '00:00', '08:00', { why: 'hours' }),
  span('free', '09:00', '10:00'),
  span('booked', '10:00', '10:30', { bookingId: 'b1' }),
  span('busy', '12:00', '13:00'),
];

test('E13: taken time blocks, closed time warns, free events do neither; ends may touch', () => {
  assert.equal(verdictOn(spans, at('09:00', '10:00')).kind, 'free');
  assert.equal(verdictOn(spans, at('07:30', '08:30')).kind, 'closed');
  assert.equal(verdictOn(spans, at('11:30', '12:05')).kind, 'busy');
  assert.equal(verdictOn(spans, at('10:30', '12:00')).kind, 'free');
});

test('E8: a meeting that moves is not in its own way', () => {
  assert.equal(verdictOn(spans, at('10:15', '10:45')).kind, 'busy');
  assert.equal(verdictOn(spans, at('10:15', '10:45', 'b1')).kind, 'free');
});
