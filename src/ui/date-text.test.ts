import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusDays, plusMonths, weeksOf } from './calendar-days.ts';
import { readDate, writeDate } from './date-text.ts';

const TODAY = '2026-12-01'; // a Tuesday

test('a date is read as its reader writes it, in figures and in words', () => {
  for (const text of [
    '2027-01-05',
    '5.1.2027',
    '5/1/27',
    '05 01 2027',
    '5 Jan 2027',
    'january 5, 2027',
    '5th January 2027',
    '5.1.',
    '5 jan',
  ])
    assert.equal(readDate(text, 'en', TODAY), '2027-01-05', text);
  for (const text of ['5 janvier 2027', '5 janv. 2027', '5 janv'])
    assert.equal(readDate(text, 'fr', TODAY), '2027-01-05', text);
  assert.equal(readDate('1er décembre', 'fr', TODAY), '2026-12-01');
  for (const text of ['5 stycznia 2027', '5 sty', 'styczeń 5'])
    assert.equal(readDate(text, 'pl', TODAY), '2027-01-05', text);
});

test('near days have names, and a weekday is the next one', () => {
  assert.equal(readDate('Tomorrow', 'en', TODAY), '2026-12-02');
  assert.equal(readDate('après-demain', 'fr', TODAY), '2026-12-03');
  assert.equal(readDate('dziś', 'pl', TODAY), TODAY);
  assert.equal(readDate('fri', 'en', TODAY), '2026-12-04');
  assert.equal(readDate('wtorek', 'pl', TODAY), '2026-12-08');
});

test('what is no date is none: 31 February, a thirteenth month both ways, letters', () => {
  for (const text of ['31.2.2027', '13/13/2027', '2027-02-29', 'soon', '12', '', 'ma 5'])
    assert.equal(readDate(text, 'en', TODAY), null, text);
});

test('what is written can be read again, in every month and language', () => {
  for (const language of ['en', 'fr', 'pl'])
    for (let month = 0; month < 12; month += 1) {
      const date = plusMonths('2027-01-28', month);
      assert.equal(readDate(writeDate(date, language), language, TODAY), date, writeDate(date, language));
    }
});

test('days and months go over the ends of months and years; a month always has six weeks', () => {
  assert.equal(plusDays('2026-12-31', 1), '2027-01-01');
  assert.equal(plusDays('2027-03-28', 1), '2027-03-29'); // Warsaw's short day
  assert.equal(plusMonths('2027-01-31', 1), '2027-02-28');
  assert.equal(plusMonths('2027-01-31', -2), '2026-11-30');
  const weeks = weeksOf('2026-12', 1);
  assert.equal(weeks.length, 6);
  assert.equal(weeks[0]?.[0], '2026-11-30');
  assert.equal(weeksOf('2026-12', 7)[0]?.[0], '2026-11-29');
});
