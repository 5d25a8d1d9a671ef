import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueAtOf, dueOf } from './due.ts';

test('P6: a due time is a date and a time of the reader’s zone, on both sides of a change of clocks', () => {
  for (const [date, time, instant] of [
    ['2026-12-01', '09:00', '2026-12-01T08:00:00Z'],
    ['2026-07-01', '09:00', '2026-07-01T07:00:00Z'],
  ] as const) {
    assert.equal(dueAtOf(date, time, 'Europe/Paris'), instant);
    assert.deepEqual(dueOf(instant, 'Europe/Paris'), { date, time });
  }
});

test('P6: a date alone is the end of that working day; no date is no due time', () => {
  assert.equal(dueAtOf('2026-12-01', null, 'Europe/Warsaw'), '2026-12-01T16:00:00Z');
  assert.equal(dueAtOf(null, '09:00', 'Europe/Warsaw'), null);
  assert.equal(dueOf(null, 'Europe/Warsaw'), null);
});
