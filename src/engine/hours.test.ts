import assert from 'node:assert/strict';
import test from 'node:test';
import { at, daily, day, days, texts, weekdays } from './cast.test-support.ts';
import type { ClosedDates, Hours } from './hours.ts';
import { NOTHING_CLOSED, openTime } from './hours.ts';

/** Open time as '09:00–12:00' in UTC, of the spans that begin within a day before and after noon of the date. */
function open(hours: Hours, date: string, closed: ClosedDates = NOTHING_CLOSED): string[] {
  const only: Hours = {
    ...hours,
    weekly: hours.weekly.map(() => []),
    overrides: new Map([[day(date), hours.weekly[0]!]]),
  };
  return intervals(only, date, closed);
}

function intervals(hours: Hours, date: string, closed: ClosedDates = NOTHING_CLOSED): string[] {
  const noon = at(`${date}T12:00`);
  const flat = texts(openTime(hours, closed, noon - 1440, noon + 1440));
  return flat.flatMap((text, i) => (i % 2 ? [`${flat[i - 1]!.slice(5)}–${text.slice(5)}`] : []));
}

test('ENGINE 2: in Paris a missing hour has length 0, and 01:30–03:30 lasts one hour', () => {
  assert.deepEqual(open(daily('Europe/Paris', '02:00-03:00'), '2026-03-29'), []);
  assert.deepEqual(open(daily('Europe/Paris', '01:30-03:30'), '2026-03-29'), ['03-29T00:30–03-29T01:30']);
});

test("ENGINE 2: Warsaw's missing 02:30 on 2027-03-28 never comes", () => {
  assert.deepEqual(open(daily('Europe/Warsaw', '02:15-02:45'), '2027-03-28'), []);
  assert.deepEqual(open(daily('Europe/Warsaw', '02:30-04:00'), '2027-03-28'), ['03-28T01:00–03-28T02:00']);
});

test('ENGINE 2: in Paris a repeated hour is open both times, and half of it twice with a pause', () => {
  assert.deepEqual(open(daily('Europe/Paris', '02:00-03:00'), '2026-10-25'), ['10-25T00:00–10-25T02:00']);
  assert.deepEqual(open(daily('Europe/Paris', '01:00-02:30'), '2026-10-25'), [
    '10-24T23:00–10-25T00:30',
    '10-25T01:00–10-25T01:30',
  ]);
});

test('ENGINE 2: New York changes on other Sundays than Europe', () => {
  assert.deepEqual(open(daily('America/New_York', '09:00-10:00'), '2026-03-09'), ['03-09T13:00–03-09T14:00']);
  assert.deepEqual(open(daily('America/New_York', '01:30-03:30'), '2026-03-08'), ['03-08T06:30–03-08T07:30']);
  assert.deepEqual(open(daily('America/New_York', '01:00-02:00'), '2026-11-01'), ['11-01T05:00–11-01T07:00']);
});

test('ENGINE 2: Kolkata is +5:30, Kathmandu +5:45, all year', () => {
  assert.deepEqual(open(daily('Asia/Kolkata', '09:00-17:00'), '2026-03-29'), ['03-29T03:30–03-29T11:30']);
  assert.deepEqual(open(daily('Asia/Kathmandu', '09:00-17:00'), '2026-03-29'), ['03-29T03:15–03-29T11:15']);
});

test('ENGINE 2: Chatham goes from +13:45 to +12:45 at a quarter to four', () => {
  assert.deepEqual(open(daily('Pacific/Chatham', '02:45-03:45'), '2026-04-05'), ['04-04T13:00–04-04T15:00']);
  assert.deepEqual(open(daily('Pacific/Chatham', '02:30-04:00'), '2026-09-27'), ['09-26T13:45–09-26T14:15']);
});

test('ENGINE 2: Lord Howe changes by half an hour', () => {
  assert.deepEqual(open(daily('Australia/Lord_Howe', '01:30-02:00'), '2026-04-05'), [
    '04-04T14:30–04-04T15:30',
  ]);
  assert.deepEqual(open(daily('Australia/Lord_Howe', '02:00-03:00'), '2026-10-04'), [
    '10-03T15:30–10-03T16:00',
  ]);
});

test("ENGINE 2: St John's is −3:30 and −2:30", () => {
  assert.deepEqual(open(daily('America/St_Johns', '09:00-10:00'), '2026-07-01'), ['07-01T11:30–07-01T12:30']);
  assert.deepEqual(open(daily('America/St_Johns', '01:00-04:00'), '2026-03-08'), ['03-08T04:30–03-08T06:30']);
});

test('ENGINE 2: Casablanca turns its clocks back for Ramadan', () => {
  assert.deepEqual(open(daily('Africa/Casablanca', '02:00-03:00'), '2026-02-15'), [
    '02-15T01:00–02-15T03:00',
  ]);
  assert.deepEqual(open(daily('Africa/Casablanca', '02:00-03:00'), '2026-03-22'), []);
});

test('ENGINE 2: in Cairo midnight itself is missing once a year', () => {
  assert.deepEqual(open(daily('Africa/Cairo', '00:00-02:00'), '2026-04-24'), ['04-23T22:00–04-23T23:00']);
  assert.deepEqual(open(daily('Africa/Cairo', '23:00-01:30'), '2026-04-23'), ['04-23T21:00–04-23T22:30']);
});

test('ENGINE 2: in Santiago the hour before midnight comes twice, and half a year later midnight is missing', () => {
  assert.deepEqual(open(daily('America/Santiago', '23:00-24:00'), '2026-04-04'), ['04-05T02:00–04-05T04:00']);
  assert.deepEqual(open(daily('America/Santiago', '00:00-01:00'), '2026-09-06'), []);
});

test('ENGINE 2: Apia and Kiritimati are a date ahead of UTC', () => {
  assert.deepEqual(open(daily('Pacific/Apia', '09:00-10:00'), '2026-07-01'), ['06-30T20:00–06-30T21:00']);
  assert.deepEqual(open(daily('Pacific/Kiritimati', '09:00-10:00'), '2026-07-01'), [
    '06-30T19:00–06-30T20:00',
  ]);
});

test('ENGINE 3: an end not after its start is on the next date; 24:00 and 00:00–00:00 are a whole day', () => {
  assert.deepEqual(open(daily('UTC', '22:00-02:00'), '2026-06-01'), ['06-01T22:00–06-02T02:00']);
  assert.deepEqual(open(daily('UTC', '00:00-24:00'), '2026-06-01'), ['06-01T00:00–06-02T00:00']);
  assert.deepEqual(open(daily('UTC', '00:00-00:00'), '2026-06-01'), ['06-01T00:00–06-02T00:00']);
});

test('ENGINE 3: touching and overlapping spans are one, in whatever order they are kept', () => {
  assert.deepEqual(open(daily('UTC', '12:02-17:00 09:00-12:02 10:00-11:00'), '2026-06-01'), [
    '06-01T09:00–06-01T17:00',
  ]);
});

test('ENGINE 3: the tail of an evening touches the morning after', () => {
  const night = daily('UTC', '', { '2026-06-01': '22:00-02:02', '2026-06-02': '02:02-06:00' });
  assert.deepEqual(intervals(night, '2026-06-01'), ['06-01T22:00–06-02T06:00']);
});

test('ENGINE 4, A1: absence beats override beats holiday beats weekly, for the date on which a span starts', () => {
  const hours = weekdays('UTC', '09:00-10:00', { '2026-06-03': '11:00-12:00', '2026-06-04': '' });
  const holidays = days('2026-06-02', '2026-06-03');
  const seen = (date: string, closed: ClosedDates) =>
    intervals(hours, date, closed).filter((text) => text.startsWith(date.slice(5)));
  assert.deepEqual(seen('2026-06-01', { holidays, absences: [] }), ['06-01T09:00–06-01T10:00']);
  assert.deepEqual(seen('2026-06-02', { holidays, absences: [] }), []);
  assert.deepEqual(seen('2026-06-03', { holidays, absences: [] }), ['06-03T11:00–06-03T12:00']);
  assert.deepEqual(seen('2026-06-04', { holidays, absences: [] }), []);
  const absences = [{ from: day('2026-06-03'), to: day('2026-06-05') }];
  assert.deepEqual(seen('2026-06-03', { holidays, absences }), []);
  assert.deepEqual(seen('2026-06-05', { holidays, absences }), []);
});

test("ENGINE 4: a tail across midnight survives the next day's holiday or override", () => {
  const closed = { holidays: days('2026-06-02'), absences: [] };
  const survived = ['05-31T22:00–06-01T02:00', '06-01T22:00–06-02T02:00', '06-03T22:00–06-04T02:00'];
  assert.deepEqual(intervals(daily('UTC', '22:00-02:00'), '2026-06-02', closed), survived);
  assert.deepEqual(intervals(daily('UTC', '22:00-02:00', { '2026-06-02': '' }), '2026-06-02'), survived);
});
