import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePage } from './choose.ts';
import { offersPage } from './offers.ts';
import { sampleAbout, sampleChoose, sampleFrame } from './samples.test-support.ts';
import type { Choose } from './view.ts';

const shown = (view: Choose): string => choosePage(view).toString();

test('a free day says in words how many times it has, with the plurals of each language', () => {
  assert.deepEqual(dayNames(shown(sampleChoose('en'))), [
    'Tuesday 1 December 2026, 1 time',
    'Wednesday 2 December 2026, 2 times',
    'Wednesday 9 December 2026, 5 times',
  ]);
  assert.deepEqual(dayNames(shown(sampleChoose('fr'))), [
    'mardi 1er décembre 2026, 1 horaire',
    'mercredi 2 décembre 2026, 2 horaires',
    'mercredi 9 décembre 2026, 5 horaires',
  ]);
  assert.deepEqual(dayNames(shown(sampleChoose('pl'))), [
    'wtorek, 1 grudnia 2026, 1 termin',
    'środa, 2 grudnia 2026, 2 terminy',
    'środa, 9 grudnia 2026, 5 terminów',
  ]);
});

test('the first free day is chosen at once, so the first page already offers times', () => {
  const page = shown(sampleChoose());
  assert.match(page, /aria-label="Tuesday 1 December 2026, 1 time"\s+aria-current="date"/);
  assert.deepEqual(slotNames(page), ['09:00, Tuesday 1 December 2026']);
});

test('weeks that are over are left out of the month; of a month that is over, none', () => {
  const rows = (now: string): number => {
    const page = shown(sampleChoose('en', { frame: sampleFrame('en', { now }) }));
    return page.split('<tr>').length - 2; // before the first, and the names of the days
  };
  assert.equal(rows('2026-12-06T12:00:00Z'), 5, 'a Sunday still belongs to its week');
  assert.equal(rows('2026-12-07T12:00:00Z'), 4);
  assert.equal(rows('2026-12-06T23:30:00Z'), 4, 'in Warsaw it is Monday already');
  assert.equal(rows('2027-01-02T12:00:00Z'), 5);
});

test('dates stand as the visitor’s region writes them', () => {
  const clock = { hour12: true, firstDay: 7, monthFirst: true };
  const page = shown(sampleChoose('en', { frame: sampleFrame('en', { clock }) }));
  assert.match(page, /aria-label="Wednesday, December 2, 2026, 2 times"/);
  assert.match(page, /9:00\u00a0AM, Tuesday, December 1, 2026/);
  const french = shown(sampleChoose('fr', { frame: sampleFrame('fr', { clock }) }));
  assert.match(french, /mercredi 2 décembre 2026/, 'only English has two ways');
});

test('beyond the last free day the page leads back to it', () => {
  const view = { month: '2027-06', days: [], after: null, later: null, earlier: '2027-05' };
  const before = { date: '2027-01-20', count: 16 };
  const page = shown(sampleChoose('en', { ...view, before }));
  assert.match(page, /The last one is on Wednesday 20 January\./);
  assert.match(page, /href="[^"]*month=2027-01[^"]*day=2027-01-20[^"]*#times"/);
});

test('every time is a link whose address says start and zone, and keeps language and c', () => {
  const at = { path: '/book_appointment', query: { language: 'pl', c: 'token' } };
  const page = shown(sampleChoose('pl', { at, durations: [30, 60] }));
  const wanted =
    'language=pl&amp;c=token&amp;timeZone=Europe/Warsaw&amp;duration=30&amp;start=2026-12-01T08:00:00Z';
  assert.ok(
    page.includes(`href="/book_appointment?${wanted}"`),
    page.match(/class="slot"[^>]*/)?.[0] ?? page,
  );
});

test('A7: the same instants stand on the visitor’s own dates and hours', () => {
  const page = shown(
    sampleChoose('en', {
      timeZone: 'Pacific/Auckland',
      day: '2026-12-02',
      days: [{ date: '2026-12-02', slots: ['2026-12-02T08:00:00Z'] }],
    }),
  );
  assert.deepEqual(slotNames(page), ['21:00, Wednesday 2 December 2026']);
  assert.match(page, />Evening</);
});

test('the two half past one of Warsaw’s longest night are told apart', () => {
  const slots = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
  const page = shown(sampleChoose('en', { month: '2026-10', days: [{ date: '2026-10-25', slots }] }));
  assert.deepEqual(
    slotNames(page).map((name) => name.split(',')[0]),
    ['02:30 GMT+2', '02:30 GMT+1'],
  );
});

test('twelve hours and a week from Sunday for whoever reads so', () => {
  const frame = sampleFrame('en', { clock: { hour12: true, firstDay: 7 } });
  const page = shown(sampleChoose('en', { frame }));
  assert.match(page, /<th scope="col" abbr="Sunday">Sun<\/th><th scope="col" abbr="Monday">/);
  assert.deepEqual(slotNames(page), ['9:00\u00a0AM, Tuesday 1 December 2026']);
});

test('a month arrow that leads nowhere keeps its place and says why', () => {
  const page = shown(sampleChoose());
  assert.match(
    page,
    /id="earlier" role="link" aria-disabled="true" aria-label="November 2026, no free times"/,
  );
  assert.match(page, /id="later"[^>]*href="[^"]*month=2027-01[^"]*"\s+aria-label="January 2027"/);
});

test('an empty month and a full day say when the next time is and lead there', () => {
  const empty = shown(
    sampleChoose('en', {
      month: '2027-01',
      days: [],
      earlier: '2026-12',
      after: { date: '2027-02-02', count: 3 },
    }),
  );
  assert.match(empty, /No free time in January 2027/);
  assert.match(empty, /day=2027-02-02[^>]*>\s*<span>See Tuesday 2 February, 3 times/);
  const full = shown(sampleChoose('fr', { day: '2026-12-08' }));
  assert.match(full, /Aucun horaire libre ce jour-là/);
  assert.match(full, /Voir mercredi 9 décembre, 5 horaires/);
});

test('a day without times is text, and today is marked', () => {
  const page = shown(sampleChoose('en', { frame: sampleFrame('en', { now: '2026-12-03T23:30:00Z' }) }));
  assert.match(page, /<td><span class="today">4<\/span><\/td>/); // already the fourth in Warsaw
  assert.match(page, /<td>5<\/td>/);
});

test('L3: taken or past offers are a page that says so, never a blank calendar', () => {
  const offer = { start: '2026-12-01T08:00:00Z', end: '2026-12-01T08:45:00Z', state: 'taken' as const };
  const view = {
    frame: sampleFrame(),
    at: { path: '/halden/three', query: {} },
    about: sampleAbout(),
    timeZone: 'Europe/Warsaw',
  };
  const gone = offersPage({ ...view, offers: [offer, { ...offer, state: 'past' }] }).toString();
  assert.match(gone, /These times are gone/);
  assert.doesNotMatch(gone, /class="offer"/);
  const open = offersPage({ ...view, offers: [offer, { ...offer, state: 'free' }] }).toString();
  assert.equal(open.match(/<a class="offer"/g)?.length, 1);
});

function dayNames(page: string): string[] {
  return [...page.matchAll(/data-date="[^"]*"\s+data-n="\d"\s+aria-label="([^"]*)"/g)].map(
    ([, name]) => name ?? '',
  );
}

function slotNames(page: string): string[] {
  return [...page.matchAll(/class="slot"[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name ?? '');
}
