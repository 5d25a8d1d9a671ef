import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { outsideCalendar, type OutsideCalendar } from '#bookings/outside-calendar.test-support.ts';
import { openPages, startsOn, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;
let home: OutsideCalendar;

const offer = { kind: 'specific-times', hours: undefined, singleUse: false } as const;
const evening = (date: string) => ({ start: `${date}T17:00:00Z`, end: `${date}T18:30:00Z` });
const times = [evening('2026-12-09'), evening('2026-12-10')];
const [first, second] = [times[0]!.start, times[1]!.start];
const offeredOn = (html: string) => startsOn(html.slice(0, html.indexOf('</main>')));

before(async () => {
  house = await openPages();
  home = await outsideCalendar(house, house.anna);
});
after(() => house.close());

const read = (path: string, language = 'en') =>
  house.visit(`/termika/${path}${path.includes('?') ? '&' : '?'}language=${language}`);

/** The statements that a page takes. */
async function costOf(path: string): Promise<number> {
  const { statements } = await house.call('GET', path);
  return statements;
}

test('A9, L3: a time that only an unread calendar closes is not available at the moment, not taken, and opens by itself', async () => {
  const link = await house.share({ ...offer, slug: 'unread', times });
  assert.equal((await house.book(link, first)).status, 201);
  const before = await costOf('/termika/unread');
  assert.ok(before > 0);
  await home.is({ readAgo: 61 });
  const closed = await read('unread');
  assert.deepEqual([closed.status, offeredOn(closed.html)], [200, []]);
  assert.match(
    wordsOf(closed.html),
    /None of these times is available at the moment.*try again later.*Taken.*Not available at the moment/,
  );
  assert.doesNotMatch(wordsOf(closed.html), /all taken|calendar (that )?(could|cannot|not) /i);
  assert.match(
    wordsOf((await read(`unread?start=${second}&timeZone=Europe/Paris`)).html),
    /None of these times/,
  );
  assert.match(wordsOf((await read('unread', 'fr')).html), /Aucun de ces horaires n’est disponible/);
  assert.match(wordsOf((await read('unread', 'pl')).html), /Żaden z tych terminów nie jest teraz dostępny/);
  assert.equal(await costOf('/termika/unread'), before, 'no statement more');
  await home.is({ readAgo: 0 });
  assert.deepEqual(offeredOn((await read('unread')).html), [second]);
});

test('A9, L3: where something else keeps a time closed as well, that is what its page says', async () => {
  await home.holds([{ start: second, end: times[1]!.end }]);
  await home.is({ readAgo: 61 });
  assert.match(wordsOf((await read('unread')).html), /These times are all taken/);
  await house.share({ ...offer, slug: 'near', times, minimumNoticeMinutes: 43_200 });
  assert.match(wordsOf((await read('near')).html), /These times have passed.*Too late to book/);
  await home.holds([]);
  await house.share({ ...offer, slug: 'until', times, expiresAt: '2026-12-01T08:00:00Z' });
  house.clock.set('2026-12-01T08:00:00Z');
  await home.is({ readAgo: 61 });
  assert.match(wordsOf((await read('until')).html), /This offer has ended/);
});

test('A9, L3: the list of links counts it neither as left nor as taken', async () => {
  const link = await house.share({ ...offer, slug: 'counted', times });
  const tally = async () => {
    const { body } = await house.call('GET', '/api/links?limit=200');
    return body.items.find(({ id }: { id: string }) => id === link.id).tally;
  };
  assert.deepEqual(await tally(), { left: 0, taken: 1, unread: 1, past: 0, ended: null });
  await home.is({ readAgo: 0 });
  assert.deepEqual(await tally(), { left: 1, taken: 1, unread: 0, past: 0, ended: null });
});
