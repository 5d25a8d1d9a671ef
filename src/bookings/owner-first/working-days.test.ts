import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayFromText, isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { zoneNamed } from '#engine/zone.ts';
import { endOfWorkingDays } from './working-days.ts';

const end = (now: string, count: number, zone = 'Europe/Paris', holidays: string[] = []): string => {
  const days = new Set(holidays.map((day) => dayFromText(day)!));
  return isoFromMinute(endOfWorkingDays(zoneNamed(zone)!, days, minuteFromIso(now)!, count));
};

test('C3: one working day from a Monday ends with Tuesday, from a Friday with Monday', () => {
  assert.equal(end('2026-11-23T15:00:00Z', 1), '2026-11-24T23:00:00Z');
  assert.equal(end('2026-11-27T15:00:00Z', 1), '2026-11-30T23:00:00Z');
  assert.equal(end('2026-11-28T15:00:00Z', 1), '2026-11-30T23:00:00Z', 'a Saturday is none');
});

test('C3: five working days are a week, with a holiday a day more', () => {
  assert.equal(end('2026-11-23T08:00:00Z', 5), '2026-11-30T23:00:00Z');
  assert.equal(end('2026-11-23T08:00:00Z', 5, 'Europe/Paris', ['2026-11-26']), '2026-12-01T23:00:00Z');
  assert.equal(end('2026-11-23T08:00:00Z', 5, 'Europe/Paris', ['2026-11-28']), '2026-11-30T23:00:00Z');
});

test('C3: days are those of the link’s zone: on Friday night in Paris it is Saturday in Auckland', () => {
  assert.equal(end('2026-11-27T20:00:00Z', 1), '2026-11-30T23:00:00Z');
  assert.equal(end('2026-11-27T20:00:00Z', 1, 'Pacific/Auckland'), '2026-11-30T11:00:00Z');
  assert.equal(end('2026-11-29T20:00:00Z', 1, 'Pacific/Auckland'), '2026-12-01T11:00:00Z');
});

test('C3: a day that is an hour short ends where it ends', () => {
  assert.equal(end('2027-03-26T12:00:00Z', 1, 'Europe/Warsaw'), '2027-03-29T22:00:00Z');
});

test('a list that closes every day holds nobody up for ever', () => {
  const first = dayFromText('2026-11-23')!;
  const all = new Set(Array.from({ length: 1000 }, (_, at) => first + at));
  const until = endOfWorkingDays(zoneNamed('UTC')!, all, minuteFromIso('2026-11-23T08:00:00Z')!, 3);
  assert.ok(isoFromMinute(until) < '2028-02-01');
});
