import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOf, freeByHour, hoursShown, startInHour } from './hours-of-week.ts';

const days = [
  {
    date: '2026-12-01',
    slots: [
      { start: '2026-12-01T08:00:00Z', hostIds: ['anna', 'bo'] },
      { start: '2026-12-01T08:30:00Z', hostIds: ['bo', 'ines'] },
      { start: '2026-12-01T20:00:00Z', hostIds: ['anna'] },
    ],
  },
];

test('an hour counts everybody who is free for some start in it, once', () => {
  const cells = freeByHour(days, 'Europe/Paris');
  assert.deepEqual(
    [...cells],
    [
      [cellOf('2026-12-01', 9), 3],
      [cellOf('2026-12-01', 21), 1],
    ],
  );
});

test('the hours shown are a working day and what is open beyond it', () => {
  assert.deepEqual([hoursShown([]).at(0), hoursShown([]).at(-1)], [8, 17]);
  assert.equal(hoursShown(freeByHour(days, 'Europe/Paris').keys()).at(-1), 21);
});

test('A10: an hour is asked about at a free start, else at the first start of the link’s grid, in its own zone', () => {
  const every = (incrementMinutes: number, timeZone = 'Europe/Paris') => ({ incrementMinutes, timeZone });
  const at = (hour: number, link = every(30)) => startInHour({ date: '2026-12-01', hour }, link, days);
  assert.equal(at(9), '2026-12-01T08:00:00Z');
  assert.equal(at(10), '2026-12-01T09:00:00Z');
  assert.equal(at(10, every(45)), '2026-12-01T09:30:00Z');
  assert.equal(at(10, every(120)), '2026-12-01T09:00:00Z');
  assert.equal(at(11, every(120)), '2026-12-01T10:00:00Z', 'no start in this hour: its beginning');
  assert.equal(at(10, every(30, 'Asia/Kathmandu')), '2026-12-01T04:15:00Z');
});

test('an hour that never comes on the night clocks go forward is asked about at the first minute after it', () => {
  const link = { incrementMinutes: 30, timeZone: 'Europe/Warsaw' };
  assert.equal(startInHour({ date: '2027-03-28', hour: 2 }, link, []), '2027-03-28T01:00:00Z');
});
