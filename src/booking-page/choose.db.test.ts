import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { officeWeek } from '../../demo/cast.ts';
import type { SharedLink } from '../../demo/open-termika.ts';
import { daysOn, openPages, startsOn, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;
let tour: SharedLink;

before(async () => {
  house = await openPages();
  tour = await house.share({ slug: 'tour', horizon: { rollingDays: 45 } });
});
after(() => house.close());

test('the month of the first free time comes first, with its free days as links and the times of the first', async () => {
  const page = await house.visit('/termika/tour');
  assert.equal(page.status, 200);
  assert.match(wordsOf(page.html), /November 2026/);
  assert.deepEqual(daysOn(page.html).slice(0, 3), ['2026-11-23', '2026-11-24', '2026-11-25']);
  assert.equal(startsOn(page.html)[0], '2026-11-23T08:00:00Z');
  assert.match(page.html, /aria-label="Monday 23 November 2026, 16 times"/);
  assert.match(page.html, /aria-label="09:00, Monday 23 November 2026"/);
});

test('the page and the API offer the same times', async () => {
  const page = await house.visit('/termika/tour?day=2026-11-25');
  assert.deepEqual(startsOn(page.html), await house.starts(tour, '2026-11-25'));
});

test('the arrows lead to earlier and later months, and one that leads nowhere says why', async () => {
  const first = await house.visit('/termika/tour');
  assert.match(
    first.html,
    /id="earlier" role="link" aria-disabled="true" aria-label="October 2026, no free times"/,
  );
  const later = /id="later"[^>]*href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const december = await house.visit(later);
  assert.match(wordsOf(december.html), /December 2026/);
  assert.match(december.html, /id="earlier"[^>]*href="[^"]*month=2026-11/);
  const last = await house.visit('/termika/tour?month=2027-01');
  assert.match(last.html, /id="later" role="link" aria-disabled="true"/);
  assert.deepEqual(daysOn(last.html).at(-1), '2027-01-07', 'the horizon ends 45 days after today');
});

test('a chosen day shows its own times; one without times says so and leads on', async () => {
  const day = await house.visit('/termika/tour?day=2026-12-03');
  assert.match(day.html, /data-date="2026-12-03"[^>]*aria-current="date"/);
  assert.equal(startsOn(day.html)[0], '2026-12-03T08:00:00Z');
  const sunday = await house.visit('/termika/tour?day=2026-11-29');
  assert.deepEqual(startsOn(sunday.html), []);
  assert.match(sunday.html, /href="[^"]*day=2026-11-30[^"]*#times"/);
});

test('A7: another zone shows the same instants on the visitor’s own days', async () => {
  const auckland = await house.visit('/termika/tour?timeZone=Pacific/Auckland&day=2026-11-26');
  assert.match(wordsOf(auckland.html), /Auckland time/);
  assert.deepEqual(
    startsOn(auckland.html),
    await house.starts(tour, '2026-11-26', undefined, 'Pacific/Auckland'),
  );
  assert.match(auckland.html, /aria-label="00:00, Thursday 26 November 2026"/);
  assert.match(
    auckland.html,
    /href="[^"]*timeZone=Pacific\/Auckland[^"]*start=|start=[^"]*timeZone=Pacific\/Auckland/,
  );
});

test('the list of zones, most of a page’s weight, comes only when asked for, and keeps the place', async () => {
  const page = await house.visit('/termika/tour?day=2026-11-25');
  assert.doesNotMatch(page.html, /<option/);
  const address =
    /id="zone-change"\s+href="([^"#]+)#zone"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const open = await house.visit(address);
  assert.match(open.html, /<option value="Pacific\/Auckland">Auckland<\/option>/);
  assert.match(open.html, /<option value="Europe\/Paris" selected>/);
  assert.match(open.html, /name="day" value="2026-11-25"/);
  assert.deepEqual(startsOn(open.html), startsOn(page.html));
});

test('ABUSE 8: a zone that is none is refused in words, never taken for UTC', async () => {
  for (const zone of ['../../etc/passwd', 'GMT+25', 'x'.repeat(5000), 'Mars/Olympus', '%ff']) {
    const page = await house.visit(`/termika/tour?timeZone=${encodeURIComponent(zone)}`);
    assert.equal(page.status, 422, zone);
    assert.match(page.html, /href="\/termika\/tour"/);
    assert.doesNotMatch(wordsOf(page.html), /passwd|xxxxx|Olympus|UTC/);
  }
});

test('an address that makes no sense shows what there is instead', async () => {
  const odd = [
    'month=2026-13',
    'month=x',
    'month=0001-01',
    'month=9999-12',
    'day=2026-02-30',
    'duration=7',
    'start=x',
    'language=xx',
    '%ff=%fe',
    'day=',
  ];
  for (const query of odd) {
    const page = await house.visit(`/termika/tour?${query}`);
    assert.equal(page.status, 200, query);
    assert.ok(startsOn(page.html).length > 0, query);
  }
  for (const month of ['2030-06']) {
    const page = await house.visit(`/termika/tour?month=${month}`);
    assert.equal(page.status, 200, month);
    assert.deepEqual(startsOn(page.html), []);
  }
});

test('several lengths are a choice, and each has its own times', async () => {
  await house.share({ slug: 'long', durationsMinutes: [30, 90], incrementMinutes: 30 });
  const short = await house.visit('/termika/long?day=2026-11-25');
  const long = await house.visit('/termika/long?day=2026-11-25&duration=90');
  assert.match(wordsOf(short.html), /30 min .*1 h 30 min/);
  assert.equal(startsOn(short.html).at(-1), '2026-11-25T15:30:00Z');
  assert.equal(startsOn(long.html).at(-1), '2026-11-25T14:30:00Z');
  assert.match(long.html, /href="[^"]*duration=90[^"]*start=|start=[^"]*duration=90/);
});

test('nothing free at all is said, not shown as an empty month', async () => {
  await house.share({ slug: 'never', hours: { weekly: [] } });
  const page = await house.visit('/termika/never');
  assert.equal(page.status, 200);
  assert.match(wordsOf(page.html), /Everything is taken for now/);
});

test('the first free time is found far ahead', async () => {
  await house.share({ slug: 'spring', horizon: { from: '2027-04-12', to: '2027-04-16' } });
  const page = await house.visit('/termika/spring');
  assert.deepEqual(daysOn(page.html), ['2027-04-12', '2027-04-13', '2027-04-14', '2027-04-15', '2027-04-16']);
  const now = await house.visit('/termika/spring?month=2026-11');
  assert.match(now.html, /href="[^"]*day=2027-04-12/);
});

test('hours that touch midnight are on two days of the visitor', async () => {
  const night = officeWeek.map(({ day }) => ({ day, start: '23:00', end: '24:00' }));
  await house.share({ slug: 'night', hours: { weekly: night } });
  const warsaw = await house.visit('/termika/night?timeZone=Europe/London&day=2026-11-24');
  assert.deepEqual(startsOn(warsaw.html), ['2026-11-24T22:00:00Z', '2026-11-24T22:30:00Z']);
});

test('B1: the page says who takes part: all, one of them, or some', async () => {
  const { anna, bo } = house;
  const ines = await house.hire('ines');
  const both = [anna.id, bo.id];
  await house.share({ slug: 'group', kind: 'group', hostIds: both });
  await house.share({ slug: 'robin', kind: 'round-robin', hostIds: both });
  const chairs = [{ candidateIds: both }, { candidateIds: [ines.id] }];
  await house.share({ slug: 'panel', kind: 'panel', chairs });
  const said = async (slug: string) => wordsOf((await house.visit(`/termika/${slug}`)).html);
  assert.match(await said('group'), /Anna Nowak and Bo Lindqvist Everyone takes part/);
  assert.match(await said('robin'), /Anna or Bo Whoever is free at your time/);
  assert.match(await said('panel'), /Anna Nowak, Bo Lindqvist and Ines Caron 2 of them, whoever is free/);
});
