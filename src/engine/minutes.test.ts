import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFromText, isoFromMinute, minuteFromIso, mondayOf, textFromDay, weekdayOf } from './minutes.ts';

test('a date is a number of days and comes back as it was, 1900 to 2199, as Temporal counts them', () => {
  let date = Temporal.PlainDate.from('1900-01-01');
  const first = dayFromText('1900-01-01')!;
  for (let day = first; date.year < 2200; day += 13) {
    assert.equal(textFromDay(day), date.toString());
    assert.equal(dayFromText(date.toString()), day);
    assert.equal(weekdayOf(day), date.dayOfWeek);
    date = date.add({ days: 13 });
  }
  assert.equal(dayFromText('1970-01-01'), 0);
  assert.equal(textFromDay(dayFromText('2028-02-29')!), '2028-02-29');
});

test('a week begins on its Monday', () => {
  const monday = dayFromText('2026-11-30')!;
  for (let i = 0; i < 7; i++) assert.equal(mondayOf(monday + i), monday);
  assert.equal(mondayOf(monday - 1), monday - 7);
});

test('a date that never comes, or in another form, is no date', () => {
  const wrong = [
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '2200-01-01',
    '2026-2-3',
    '26-02-03',
    '2026-02-03 ',
    ' 2026-02-03',
    '2026-02-03\n',
    '2026-02-03T00:00:00Z',
    '٢٠٢٦-٠٢-٠٣',
    '+2026-02-03',
    '',
  ];
  for (const text of wrong) assert.equal(dayFromText(text), null, JSON.stringify(text));
});

test('an instant is read in one form only and written in the same', () => {
  const minute = minuteFromIso('2026-12-01T09:05:00Z')!;
  assert.equal(minute, Date.UTC(2026, 11, 1, 9, 5) / 60_000);
  assert.equal(minuteFromIso('2026-12-01T09:05:00.000Z'), minute);
  assert.equal(isoFromMinute(minute), '2026-12-01T09:05:00Z');
  assert.equal(isoFromMinute(-1), '1969-12-31T23:59:00Z');
});

test('an instant with seconds, another zone, or an impossible time is refused', () => {
  const wrong = [
    '2026-12-01T09:05:01Z',
    '2026-12-01T09:05:00.001Z',
    '2026-12-01T09:60:00Z',
    '2026-12-01T24:00:00Z',
    '2026-12-01T23:59:60Z',
    '2026-02-30T09:05:00Z',
    '2026-12-01T09:05:00+01:00',
    '2026-12-01T09:05:00',
    '2026-12-01T09:05Z',
    '2026-12-01 09:05:00Z',
    '2026-12-01t09:05:00z',
    '2026-12-01T9:05:00Z',
    '2026-12-01T09:05:00Z\n',
    '2026-12-01',
    '29453760',
    '',
  ];
  for (const text of wrong) assert.equal(minuteFromIso(text), null, JSON.stringify(text));
});
