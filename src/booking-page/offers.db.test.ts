import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages, startsOn, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;

const evening = (date: string) => ({ start: `${date}T17:00:00Z`, end: `${date}T18:30:00Z` });
const offer = { kind: 'specific-times', hours: undefined } as const;

before(async () => {
  house = await openPages();
});
after(() => house.close());

test('L3: exactly the picked times are offered, with their own lengths, outside of all hours', async () => {
  const times = [evening('2026-12-05'), { start: '2026-12-06T06:00:00Z', end: '2026-12-06T06:20:00Z' }];
  await house.share({ ...offer, slug: 'picked', times });
  const page = await house.visit('/termika/picked');
  assert.equal(page.status, 200);
  assert.deepEqual(
    startsOn(page.html),
    times.map(({ start }) => start),
  );
  assert.match(wordsOf(page.html), /Choose one of 2 times.*18:00\s–\s19:30.*07:00\s–\s07:20/);
});

test('L3: a time that is taken stays in sight and cannot be chosen', async () => {
  const times = [evening('2026-12-09'), evening('2026-12-10')];
  const link = await house.share({ ...offer, slug: 'shared', times, singleUse: false });
  const taken = await house.book(link, times[0]!.start);
  assert.equal(taken.status, 201);
  const page = await house.visit('/termika/shared');
  assert.deepEqual(startsOn(page.html), [times[1]!.start]);
  assert.match(page.html, /<div class="offer taken">/);
  assert.match(wordsOf(page.html), /Taken/i);
});

test('L3: a time taken through another link disappears here as well', async () => {
  const time = evening('2026-12-11');
  const one = await house.share({ ...offer, slug: 'one', times: [time] });
  await house.share({ ...offer, slug: 'other', times: [time] });
  assert.equal((await house.book(one, time.start)).status, 201);
  const page = await house.visit('/termika/other');
  assert.equal(page.status, 200);
  assert.deepEqual(startsOn(page.html), []);
  assert.match(wordsOf(page.html), /These times are gone.*Answer Anna’s message/);
});

test('L3: used, taken or past: a page with 200 that says so, never a blank calendar', async () => {
  const times = [evening('2026-12-14'), evening('2026-12-15')];
  const link = await house.share({ ...offer, slug: 'once', times });
  assert.equal((await house.book(link, times[0]!.start)).status, 201);
  const used = await house.visit('/termika/once');
  assert.equal(used.status, 200);
  assert.deepEqual(startsOn(used.html), []);
  assert.match(used.html, /<h1 id="done"/);

  await house.share({ ...offer, slug: 'gone', times: [evening('2026-11-24')] });
  house.clock.set('2026-11-25T08:00:00Z');
  const past = await house.visit('/termika/gone');
  assert.equal(past.status, 200);
  assert.deepEqual(startsOn(past.html), []);
  assert.match(past.html, /<h1 id="done"/);
});

test('L3: cancelling gives the time back', async () => {
  const time = evening('2026-12-17');
  const link = await house.share({ ...offer, slug: 'again', times: [time] });
  const booked = await house.book(link, time.start);
  const token = /bookings\/([\w-]{43})/.exec(booked.body.manageUrl)?.[1] ?? '';
  assert.deepEqual(startsOn((await house.visit('/termika/again')).html), []);
  const cancelled = await house.send(`/bookings/${token}/cancellation`, { reason: '' });
  assert.equal(cancelled.status, 303);
  assert.deepEqual(startsOn((await house.visit('/termika/again')).html), [time.start]);
});

test('L3: an offered time is booked on its page, in its own length', async () => {
  const time = evening('2026-12-18');
  await house.share({ ...offer, slug: 'book-it', times: [time] });
  const visitor = { name: 'Chloé Girard', email: 'chloe@girard-pains.example' };
  const booked = await house.bookOnPage('/termika/book-it', time.start, visitor);
  assert.equal(booked.status, 303, wordsOf(booked.html));
  const done = await house.visit(booked.location);
  assert.match(wordsOf(done.html), /18:00\s–\s19:30/);
});
