import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTime, stepTime, writeTime } from './time-text.ts';

test('a time is read as people type it', () => {
  const typed: Record<string, string> = {
    '9': '09:00',
    '09': '09:00',
    '930': '09:30',
    '0930': '09:30',
    '1430': '14:30',
    '21': '21:00',
    '14h30': '14:30',
    '14 h 30': '14:30',
    '9h': '09:00',
    '9.30': '09:30',
    '9:30 pm': '21:30',
    '9:30 p.m.': '21:30',
    '930p': '21:30',
    '9 AM': '09:00',
    '12 am': '00:00',
    '12 pm': '12:00',
    ' 7:05 ': '07:05',
    '0': '00:00',
  };
  for (const [text, time] of Object.entries(typed)) assert.equal(readTime(text), time, text);
});

test('what is no time of a day is none; the end of a day only where one may be', () => {
  for (const text of ['', '25', '9:60', '24:00', '13 pm', 'noon', '12345', '9:5'])
    assert.equal(readTime(text), null, text);
  assert.equal(readTime('24', true), '24:00');
  assert.equal(readTime('24:30', true), null);
});

test('a time is written in 12 or 24 hours and can be read again', () => {
  assert.equal(writeTime('00:15', true), '12:15\u00A0AM');
  assert.equal(writeTime('21:30', true), '9:30\u00A0PM');
  assert.equal(writeTime('21:30', false), '21:30');
  for (const time of ['00:00', '00:15', '11:59', '12:00', '12:30', '23:45'])
    assert.equal(readTime(writeTime(time, true)), time);
});

test('arrows go to the next time on the grid and stop at the ends of the day', () => {
  assert.equal(stepTime('09:10', 15, 1), '09:15');
  assert.equal(stepTime('09:10', 15, -1), '09:00');
  assert.equal(stepTime('09:15', 15, 1), '09:30');
  assert.equal(stepTime('00:00', 15, -1), '00:00');
  assert.equal(stepTime('23:45', 15, 1), '23:45');
  assert.equal(stepTime('23:45', 15, 1, true), '24:00');
});
