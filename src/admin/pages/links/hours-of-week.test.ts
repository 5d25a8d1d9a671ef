import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOf, hoursOfWeek, hoursShown, startInHour, type HourOfWeek } from './hours-of-week.ts';

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

const nobody: HourOfWeek['partly'] = [];

test('an hour counts everybody who is free for some start in it, once', () => {
  const cells = hoursOfWeek(days, [], [], 'Europe/Paris');
  assert.deepEqual(
    [...cells],
    [
      [cellOf('2026-12-01', 9), { free: new Set(['anna', 'bo', 'ines']), partly: nobody }],
      [cellOf('2026-12-01', 21), { free: new Set(['anna']), partly: nobody }],
    ],
  );
});

test('B1: an hour that is closed for want of hosts is known by who would be free; an open one by who is', () => {
  const hosts = [{ memberId: 'anna' }, { memberId: 'bo' }, { memberId: 'ines' }];
  const partly = [
    { start: '2026-12-01T08:15:00Z', hosts: [2] },
    { start: '2026-12-01T23:00:00Z', hosts: [0] },
    { start: '2026-12-01T23:30:00Z', hosts: [0, 2] },
    { start: '2026-12-01T23:45:00Z', hosts: [1] },
  ];
  const cells = hoursOfWeek(days, partly, hosts, 'Europe/Paris');
  assert.deepEqual(cells.get(cellOf('2026-12-01', 9))?.partly, []);
  assert.deepEqual(cells.get(cellOf('2026-12-02', 0)), { free: new Set(), partly: ['anna', 'ines'] });
});

test('the hours shown are a working day and what is open beyond it', () => {
  const hours = (cells: ReadonlyMap<string, HourOfWeek>) => [
    hoursShown(cells).at(0),
    hoursShown(cells).at(-1),
  ];
  assert.deepEqual(hours(new Map()), [8, 17]);
  assert.deepEqual(hours(hoursOfWeek(days, [], [], 'Europe/Paris')), [8, 21]);
  const night = [{ start: '2026-12-01T23:00:00Z', hosts: [0] }];
  assert.deepEqual(hours(hoursOfWeek([], night, [{ memberId: 'anna' }], 'Europe/Paris')), [8, 17]);
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
