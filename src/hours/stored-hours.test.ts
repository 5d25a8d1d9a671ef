import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_CLOSED, openTime } from '#engine/hours.ts';
import { dayFromText, isoFromMinute, minuteFromIso } from '#engine/minutes.ts';
import { hoursFromWritten, toAbsences, toHolidays, toHours } from './stored-hours.ts';
import type { Override, WeeklySpan } from './weekly-hours.ts';

const row = (weekly: WeeklySpan[], overrides: Override[] = [], time_zone = 'Europe/Warsaw') => ({
  time_zone,
  weekly: JSON.stringify(weekly),
  overrides: JSON.stringify(overrides),
});

/** Open time of the six days from Monday 2026-12-07 00:00Z, as ISO pairs. */
function openFromMonday(stored: ReturnType<typeof row>, closed = NOTHING_CLOSED): string[] {
  const from = minuteFromIso('2026-12-07T00:00:00Z')!;
  return openTime(toHours(stored), closed, from, from + 6 * 1440).map(isoFromMinute);
}

test('A1: several spans a day, in the member’s own zone', () => {
  const spans = [
    { day: 1, start: '09:00', end: '12:00' },
    { day: 1, start: '13:00', end: '17:30' },
  ];
  assert.deepEqual(openFromMonday(row(spans)), [
    '2026-12-07T08:00:00Z',
    '2026-12-07T11:00:00Z',
    '2026-12-07T12:00:00Z',
    '2026-12-07T16:30:00Z',
  ]);
});

test('A1: a span may cross midnight, end at 24:00, or be the whole day', () => {
  const night = [{ day: 2, start: '22:00', end: '02:00' }];
  assert.deepEqual(openFromMonday(row(night)), ['2026-12-08T21:00:00Z', '2026-12-09T01:00:00Z']);
  const evening = [{ day: 2, start: '22:00', end: '24:00' }];
  assert.deepEqual(openFromMonday(row(evening)), ['2026-12-08T21:00:00Z', '2026-12-08T23:00:00Z']);
  const allDay = [{ day: 2, start: '00:00', end: '00:00' }];
  assert.deepEqual(openFromMonday(row(allDay)), ['2026-12-07T23:00:00Z', '2026-12-08T23:00:00Z']);
});

test('A1: for one date absence beats override beats holiday beats weekly', () => {
  const weekly = [1, 2, 3, 4].map((day) => ({ day, start: '09:00', end: '10:00' }));
  const overrides = [
    { date: '2026-12-08', spans: [{ start: '20:00', end: '21:00' }] },
    { date: '2026-12-09', spans: [{ start: '20:00', end: '21:00' }] },
    { date: '2026-12-10', spans: [] },
  ];
  const holidays = toHolidays(
    JSON.stringify([
      { date: '2026-12-07', name: 'Closed' },
      { date: '2026-12-08', name: 'Opened again by the override' },
    ]),
  );
  const absences = toAbsences([{ from_date: '2026-12-09', to_date: '2026-12-09' }]);
  assert.deepEqual(openFromMonday(row(weekly, overrides), { holidays, absences }), [
    '2026-12-08T19:00:00Z',
    '2026-12-08T20:00:00Z',
  ]);
});

test('A1: hours written by the API and hours read back are the same to the engine', () => {
  const weekly = [{ day: 7, start: '08:15', end: '09:45' }];
  const overrides = [{ date: '2027-03-28', spans: [{ start: '01:30', end: '03:30' }] }];
  const stored = toHours(row(weekly, overrides));
  assert.deepEqual(stored, hoursFromWritten({ timeZone: 'Europe/Warsaw', weekly, overrides }));
  assert.deepEqual([...stored.overrides.keys()], [dayFromText('2027-03-28')]);
});

test('Hours in a zone this server does not know are an error, never silently UTC', () => {
  assert.throws(() => toHours(row([], [], 'Mars/Olympus')), /Mars\/Olympus/);
});

test('A week or a holiday list that many keep is read once', () => {
  const days = JSON.stringify([{ date: '2026-12-25', name: 'Noël' }]);
  assert.equal(toHolidays(days), toHolidays(days.slice()));
  assert.equal(toHolidays(null).size, 0);
  const week = row([{ day: 1, start: '09:00', end: '17:00' }]);
  assert.equal(toHours(week).weekly, toHours({ ...week }).weekly);
});
