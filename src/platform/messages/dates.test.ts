import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  briefDay,
  dateOf,
  longDay,
  longMonth,
  offsetOf,
  timeOf,
  timeRange,
  untilWords,
  weekdays,
  whenWords,
} from './dates.ts';
import type { Reader } from './dates.ts';
import { zoneGroups, zoneWords } from './zones.ts';

const start = '2026-12-01T08:00:00Z';
const warsaw = (language: Reader['language'], hour12 = false): Reader => ({
  language,
  timeZone: 'Europe/Warsaw',
  hour12,
});

test('days are written as each language writes them, the French first with its er', () => {
  assert.equal(longDay('2026-12-01', 'en'), 'Tuesday 1 December 2026');
  assert.equal(longDay('2026-12-01', 'fr'), 'mardi 1er décembre 2026');
  assert.equal(longDay('2026-12-11', 'fr'), 'vendredi 11 décembre 2026');
  assert.equal(longDay('2026-12-01', 'pl'), 'wtorek, 1 grudnia 2026');
  assert.equal(briefDay('2026-12-01', 'en'), 'Tue 1 Dec');
  assert.equal(longDay('2026-12-01', 'en-US'), 'Tuesday, December 1, 2026');
  assert.equal(briefDay('2026-12-01', 'en-US'), 'Tue, Dec 1');
  assert.equal(whenWords(start, warsaw('en-US', true)).on, 'on Tuesday, December 1 at 9:00\u00a0AM');
  assert.deepEqual(
    ['en', 'fr', 'pl'].map((language) => longMonth('2026-12', language as 'en')),
    ['December 2026', 'décembre 2026', 'grudzień 2026'],
  );
});

test('a time inside a sentence stands in the case the sentence needs', () => {
  assert.deepEqual(whenWords(start, warsaw('pl')), {
    when: 'wtorek, 1 grudnia, 09:00',
    until: 'wtorku 1 grudnia, godz. 09:00',
    on: 'we wtorek 1 grudnia o 09:00',
  });
  assert.equal(whenWords(start, warsaw('fr')).on, 'le mardi 1er décembre à 09:00');
  assert.equal(whenWords(start, warsaw('en')).when, 'Tuesday 1 December at 09:00');
});

test('12 and 24 hours, and a range says its half of the day once', () => {
  assert.equal(timeOf(start, warsaw('pl')), '09:00');
  assert.equal(timeOf(start, warsaw('en', true)), '9:00\u00a0AM');
  assert.equal(timeRange(start, '2026-12-01T08:30:00Z', warsaw('fr')), '09:00 – 09:30');
  assert.equal(timeRange(start, '2026-12-01T08:30:00Z', warsaw('en', true)), '9:00 – 9:30\u00a0AM');
  assert.equal(
    timeRange('2026-12-01T10:45:00Z', '2026-12-01T11:15:00Z', warsaw('en', true)),
    '11:45\u00a0AM – 12:15\u00a0PM',
  );
  assert.equal(timeOf('2026-12-01T23:00:00Z', warsaw('en', true)), '12:00\u00a0AM');
  assert.equal(timeOf('2026-12-01T23:00:00Z', warsaw('en')), '00:00');
});

test('Warsaw’s missing half past two, its doubled one, and Kathmandu’s quarter', () => {
  assert.equal(timeOf('2027-03-28T01:00:00Z', warsaw('en')), '03:00');
  assert.deepEqual(
    ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((instant) => offsetOf(instant, warsaw('en'))),
    ['GMT+2', 'GMT+1'],
  );
  assert.equal(timeOf(start, { language: 'en', timeZone: 'Asia/Kathmandu', hour12: false }), '13:45');
  assert.equal(dateOf('2026-12-01T11:00:00Z', 'Pacific/Auckland'), '2026-12-02');
});

test('a wait within the day says the time, a longer one the day too', () => {
  assert.equal(untilWords('2026-12-01T13:35:00Z', start, warsaw('en')), '14:35');
  assert.equal(untilWords('2026-12-02T13:35:00Z', start, warsaw('pl')), 'środy 2 grudnia, godz. 14:35');
});

test('the week begins where the visitor’s week begins', () => {
  assert.deepEqual(weekdays(1, 'pl').map(({ long }) => long)[0], 'poniedziałek');
  assert.deepEqual(
    weekdays(7, 'en').map(({ short }) => short),
    ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  );
});

test('zones have names that people use', () => {
  assert.deepEqual(zoneWords('Europe/Warsaw', 'en'), { title: 'Warsaw time', detail: 'Central European' });
  assert.deepEqual(zoneWords('Africa/Cairo', 'fr'), { title: 'heure du Caire', detail: 'Europe de l’Est' });
  assert.deepEqual(zoneWords('Europe/Warsaw', 'pl'), {
    title: 'czas warszawski',
    detail: 'środkowoeuropejski',
  });
  assert.deepEqual(zoneWords('Europe/Athens', 'fr').title, 'heure d’Athènes');
  assert.deepEqual(zoneWords('Etc/GMT+5', 'en'), { title: 'GMT-05:00' });
  assert.deepEqual(zoneWords('UTC', 'en'), { title: 'Coordinated Universal Time (UTC)' });
});

test('every zone of this machine can be chosen, once, in each language', () => {
  for (const language of ['en', 'fr', 'pl'] as const) {
    const ids = zoneGroups(language).flatMap(({ zones }) => zones.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
    for (const zone of Intl.supportedValuesOf('timeZone')) assert.ok(ids.includes(zone), zone);
  }
});
