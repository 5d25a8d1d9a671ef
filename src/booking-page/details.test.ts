import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePage } from './choose.ts';
import { detailsPage } from './details.ts';
import { bodyOf, readForm } from './read-form.ts';
import { sampleAsks, sampleChoose, sampleDetails, sampleFrame } from './samples.test-support.ts';
import type { Details } from './view.ts';
import { wrongsFrom } from './wrongs-from.ts';

const shown = (changes: Partial<Details> = {}, language: 'en' | 'fr' | 'pl' = 'en'): string =>
  detailsPage(sampleDetails(language, changes)).toString();

const typed = {
  name: 'Marek Zieliński',
  email: 'marek@baltyk',
  phone: '+48 58 555 01 42',
  notes: 'First line\nsecond line',
  guests: 'ola@baltyk.example, jan@baltyk.example',
  answers: { rooms: '1 to 5', site: 'Gdańsk', visit: 'on' },
  consents: ['keep'],
};

test('L6: the footer stands with the form and only there', () => {
  assert.match(shown({ footer: 'Halden Sensors, 12 quai Perrache' }), /12 quai Perrache/);
  assert.doesNotMatch(choosePage(sampleChoose()).toString(), /class="note/);
});

test('where no mail leaves, the form does not say that the confirmation goes to the address', () => {
  assert.match(shown(), /The confirmation goes there\./);
  const frame = sampleFrame('en', { mailStays: true });
  assert.doesNotMatch(shown({ frame }), /The confirmation goes there|f-email-hint/);
});

test('E3: the form carries its key, and the button names the time', () => {
  const page = shown();
  assert.match(page, /name="key" value="key-1"/);
  assert.match(page, /name="start" value="2026-12-01T08:00:00Z"/);
  assert.match(page, /Book Tuesday 1 December at 09:00/);
  assert.match(shown({}, 'fr'), /Réserver mardi 1<sup>er<\/sup> décembre à 09:00/);
  assert.match(shown({}, 'pl'), /Umów spotkanie: wtorek, 1 grudnia, 09:00/);
});

test('a consent is never ticked in advance', () => {
  assert.doesNotMatch(shown(), /<input[^>]*\schecked\b/);
});

test('ABUSE 14: one field is out of reach for people and assistive technology', () => {
  const page = shown();
  assert.match(page, /class="trap" aria-hidden="true"/);
  assert.match(page, /name="company_website" tabindex="-1" autocomplete="off"/);
});

test('a lost time speaks of typed words only where some were typed', () => {
  const panel = { kind: 'taken' as const, alternatives: ['2026-12-01T08:30:00Z'] };
  assert.match(shown({ typed, panel }), /still here\. Press a time/);
  const empty = { name: '', email: '', phone: '', notes: '', guests: '', answers: {}, consents: [] };
  const opened = shown({ typed: empty, panel });
  assert.doesNotMatch(opened, /still here\. Press a time/);
  assert.match(opened, /Write your details below, then press a time/);
});

test('what was typed stays, and the summary leads to each field', () => {
  const wrongs = [
    { path: 'visitor.email', code: 'email' as const },
    { path: 'consents.keep', code: 'missing' as const },
  ];
  const page = shown({ typed, wrongs });
  for (const words of [
    'Marek Zieliński',
    'marek@baltyk',
    '+48 58 555 01 42',
    'First line\nsecond line',
    'Gdańsk',
  ])
    assert.ok(page.includes(words), words);
  assert.match(page, /name="notes"[^>]*>\nFirst line\nsecond line</);
  assert.match(page, /2 things to put right/);
  assert.match(page, /href="#f-email"/);
  assert.match(page, /aria-invalid="true" aria-describedby="f-email-wrong f-email-hint"/);
  assert.match(page, /href="#f-consent-keep"/);
});

test('D2: after a lost time the alternatives are buttons of the same form, and Enter books nothing', () => {
  const alternatives = [
    '2026-12-01T09:00:00Z',
    '2026-12-01T10:00:00Z',
    '2026-12-02T08:00:00Z',
    '2026-12-03T08:00:00Z',
  ];
  const page = shown({ typed, panel: { kind: 'taken', alternatives } });
  assert.match(page, /data-send>\s*<button disabled hidden><\/button>/);
  assert.equal(page.match(/name="start"/g)?.length, 3);
  assert.doesNotMatch(page, /type="hidden" name="start"|class="btn main"/);
  assert.match(page, /09:00 was just taken/);
  assert.match(page, /Tue 1 Dec, 10:00/);
});

test('E7: the cut-off is said with the form, and not when it is over', () => {
  assert.match(shown(), /You can move it until Monday 30 November at 19:00, and cancel it until it starts\./);
  assert.doesNotMatch(shown({ movableUntil: '2026-11-30T12:00:00Z' }), /You can move it/);
  assert.match(shown({}, 'pl'), /zmienić do poniedziałku 30 listopada, godz. 19:00/);
});

test('the form reads back what the page asked for, and nothing else', () => {
  const form = new URLSearchParams();
  const sent = {
    start: '2026-12-01T08:00:00Z',
    timeZone: 'Europe/Warsaw',
    duration: '30',
    key: 'key-1',
    form: 'token-1',
    company_website: '',
    name: ' Marek ',
    email: 'marek@baltyk.example',
    phone: '',
    guests: 'ola@baltyk.example; jan@baltyk.example',
    notes: 'a\r\nb',
    'answer.rooms': '1 to 5',
    'answer.visit': 'on',
    'answer.unasked': 'x',
    'consent.keep': 'v1',
    host: 'somebody',
  };
  for (const [name, value] of Object.entries(sent)) form.append(name, value);
  const read = readForm(form, sampleAsks());
  assert.equal(read.trapped, false);
  assert.deepEqual(bodyOf(read, sampleAsks()), {
    start: '2026-12-01T08:00:00Z',
    timeZone: 'Europe/Warsaw',
    durationMinutes: 30,
    visitor: { name: 'Marek', email: 'marek@baltyk.example', details: 'a\nb' },
    answers: { rooms: '1 to 5', visit: true },
    consents: { keep: true },
    guests: ['ola@baltyk.example', 'jan@baltyk.example'],
  });
});

test('refusals of the booking act become sentences about the fields', () => {
  const errors = ['visitor.email', 'visitor.name', 'guests.0', 'guests.1', 'answers.site', 'start'].map(
    (path) => ({ path }),
  );
  const wrongs = wrongsFrom(errors, { ...typed, name: '', answers: {} }, sampleAsks());
  assert.deepEqual(wrongs, [
    { path: 'visitor.name', code: 'missing' },
    { path: 'visitor.email', code: 'email' },
    { path: 'answers.site', code: 'missing' },
    { path: 'guests', code: 'email' },
    { path: 'start', code: 'other' },
  ]);
});
