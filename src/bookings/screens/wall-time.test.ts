import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayBounds, instantAt, plusMinutes, wallTimeOf } from './wall-time.ts';

test('a wall time becomes its instant and comes back', () => {
  const wall = { date: '2026-12-01', time: '09:05' };
  assert.equal(instantAt(wall, 'Europe/Paris'), '2026-12-01T08:05:00Z');
  assert.deepEqual(wallTimeOf('2026-12-01T08:05:00Z', 'Europe/Paris'), wall);
  assert.equal(instantAt(wall, 'Asia/Kathmandu'), '2026-12-01T03:20:00Z');
});

test('Warsaw’s missing 02:30 on 2027-03-28 becomes 03:30, the 02:30 that comes twice the first', () => {
  const missing = instantAt({ date: '2027-03-28', time: '02:30' }, 'Europe/Warsaw');
  assert.equal(wallTimeOf(missing, 'Europe/Warsaw').time, '03:30');
  assert.equal(instantAt({ date: '2026-10-25', time: '02:30' }, 'Europe/Warsaw'), '2026-10-25T00:30:00Z');
});

test('a day has 23, 24 or 25 hours', () => {
  const hours = (date: string) => {
    const { start, end } = dayBounds(date, 'Europe/Warsaw');
    return (Date.parse(end) - Date.parse(start)) / 3_600_000;
  };
  assert.deepEqual(['2027-03-28', '2026-12-01', '2026-10-25'].map(hours), [23, 24, 25]);
  assert.equal(plusMinutes('2026-12-01T23:50:00Z', 20), '2026-12-02T00:10:00Z');
});
