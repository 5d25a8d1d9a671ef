import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthDays } from './month-days.ts';

const office = [1, 2, 3, 4, 5].map((day) => ({ day, start: '09:00', end: '17:00' }));

test('A1: absence beats other hours beats holiday beats the week', () => {
  const own = {
    weekly: office,
    overrides: [
      { date: '2026-12-24', spans: [{ start: '09:00', end: '12:00' }] },
      { date: '2026-12-28', spans: [{ start: '10:00', end: '11:00' }] },
      { date: '2026-12-04', spans: [] },
    ],
    absences: [{ from: '2026-12-28', to: '2026-12-31', reason: 'Leave' }],
    holidays: [
      { date: '2026-12-24', name: 'Christmas Eve' },
      { date: '2026-12-25', name: 'Christmas Day' },
      { date: '2026-12-26', name: 'St Stephen' },
    ],
  };
  const days = new Map(monthDays(own, '2026-12').map((day) => [day.date.slice(-2), day]));
  assert.equal(days.size, 31);
  const kinds = ['01', '04', '05', '24', '25', '26', '28', '31'].map((day) => days.get(day)?.kind);
  assert.deepEqual(kinds, [
    'weekly',
    'closed',
    'closed',
    'other',
    'holiday',
    'holiday',
    'absence',
    'absence',
  ]);
  assert.equal(days.get('25')?.title, 'Christmas Day');
  assert.equal(days.get('28')?.title, 'Leave');
});
