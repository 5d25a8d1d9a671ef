import assert from 'node:assert/strict';
import test from 'node:test';
import { at, day, texts, zone } from './cast.test-support.ts';
import { textFromDay } from './minutes.ts';
import { HARD_ZONES } from './random-hours.test-support.ts';
import { wallAt } from './slow-model.test-support.ts';
import { eachDate, instantOf, localDayOf, minuteOfDay, offsetAt, startOfDay, zoneNamed } from './zone.ts';

test('only the name of a zone, in its own spelling, is a zone', () => {
  for (const name of [
    'UTC',
    'Europe/Paris',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
  ]) {
    assert.equal(zoneNamed(name)?.name, name);
    assert.equal(zoneNamed(name), zoneNamed(name), 'one table for each zone');
  }
  const wrong = [
    '../../etc/passwd',
    'GMT+25',
    '+05:00',
    '-03',
    'Z',
    '',
    'x'.repeat(5000),
    'Europe/Paris ',
    'europe/paris',
    'Mars/Olympus',
    '2026-01-01T00:00Z',
    '2026-01-01T00:00[Europe/Paris]',
    'Europe/Paris\0',
  ];
  for (const name of wrong) assert.equal(zoneNamed(name), null, name.slice(0, 40));
});

test("ENGINE 2: every hard zone's wall clock is Temporal's, through three years and at each change", () => {
  for (const name of HARD_ZONES) {
    const here = zone(name);
    const [from, to] = [at('2026-01-01T00:00'), at('2029-01-01T00:00')];
    const changes = [...here.at].filter((change) => from < change && change < to);
    const minutes = changes.flatMap((change) => [change - 1, change, change + 1]);
    for (let minute = from; minute < to; minute += 310) minutes.push(minute);
    for (const minute of minutes) {
      const wall = wallAt(name, minute);
      assert.equal(localDayOf(here, minute), wall.day);
      assert.equal(minuteOfDay(here, minute), wall.minuteOfDay);
    }
  }
});

test('the offset changes with the instant of the change itself', () => {
  assert.equal(offsetAt(zone('Europe/Paris'), at('2026-03-29T00:59')), 60);
  assert.equal(offsetAt(zone('Europe/Paris'), at('2026-03-29T01:00')), 120);
  assert.equal(offsetAt(zone('Asia/Kathmandu'), at('2026-03-29T01:00')), 345);
});

test('the first instant of a date, also where midnight is missing (Cairo, Santiago)', () => {
  const first = (name: string, date: string) => texts([startOfDay(zone(name), day(date))])[0];
  assert.equal(first('Europe/Paris', '2026-07-01'), '2026-06-30T22:00');
  assert.equal(first('Africa/Cairo', '2026-04-24'), '2026-04-23T22:00');
  assert.equal(first('America/Santiago', '2026-09-06'), '2026-09-06T04:00');
  assert.equal(first('Pacific/Kiritimati', '2026-07-01'), '2026-06-30T10:00');
  for (const name of HARD_ZONES) {
    for (let date = day('2026-01-01'); date < day('2028-01-01'); date++) {
      const start = startOfDay(zone(name), date);
      assert.equal(localDayOf(zone(name), start), date, `${name} ${textFromDay(date)}`);
      assert.equal(localDayOf(zone(name), start - 1), date - 1);
    }
  }
});

test('a wall time that comes twice is the first one, one that never comes is the instant after the gap', () => {
  const instant = (name: string, date: string, hour: number, minute: number) =>
    texts([instantOf(zone(name), day(date), hour * 60 + minute)])[0];
  assert.equal(instant('Europe/Warsaw', '2026-10-25', 2, 30), '2026-10-25T00:30');
  assert.equal(instant('Europe/Warsaw', '2027-03-28', 2, 30), '2027-03-28T01:00');
  assert.equal(instant('Europe/Warsaw', '2027-03-28', 3, 30), '2027-03-28T01:30');
  assert.equal(instant('Australia/Lord_Howe', '2026-10-04', 2, 10), '2026-10-03T15:30');
  assert.equal(instant('Asia/Kathmandu', '2026-10-25', 9, 0), '2026-10-25T03:15');
});

test('the pieces of the dates cover a window without gap or overlap, cut at the change of clocks', () => {
  const pieces: string[] = [];
  eachDate(zone('Europe/Paris'), at('2026-10-24T12:00'), at('2026-10-26T12:00'), (date, start, end) => {
    pieces.push(`${textFromDay(date)} ${texts([start, end]).join(' ')}`);
  });
  assert.deepEqual(pieces, [
    '2026-10-24 2026-10-24T12:00 2026-10-24T22:00',
    '2026-10-25 2026-10-24T22:00 2026-10-25T01:00',
    '2026-10-25 2026-10-25T01:00 2026-10-25T23:00',
    '2026-10-26 2026-10-25T23:00 2026-10-26T12:00',
  ]);
});
