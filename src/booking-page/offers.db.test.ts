import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenFields, openPages, startsOn, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;

const evening = (date: string) => ({ start: `${date}T17:00:00Z`, end: `${date}T18:30:00Z` });
const offer = { kind: 'specific-times', hours: undefined } as const;
/** The starts to choose from; below, the languages lead to where one stands. */
const offeredOn = (html: string) => startsOn(html.slice(0, html.indexOf('</main>')));

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
  assert.match(wordsOf(page.html), /These times are all taken.*Answer Anna’s message/);
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

test('L3: whoever comes for a time that is gone reads so before any form, with the times that are left', async () => {
  const times = [evening('2026-12-21'), evening('2026-12-22'), evening('2026-12-23')];
  const link = await house.share({ ...offer, slug: 'by-mail', times, singleUse: false });
  assert.equal((await house.book(link, times[0]!.start)).status, 201);
  const at = (start: string) => house.visit(`/termika/by-mail?start=${start}&timeZone=Europe/Paris`);
  const gone = await at(times[0]!.start);
  assert.equal(gone.status, 200);
  assert.doesNotMatch(gone.html, /id="form"/);
  assert.match(wordsOf(gone.html), /Mon.* 21 December at 18:00 is taken.*Choose one of 2 times/);
  assert.deepEqual(
    offeredOn(gone.html),
    times.slice(1).map(({ start }) => start),
  );
  assert.doesNotMatch((await at('2026-12-21T06:00:00Z')).html, /id="form"/);
  assert.match((await at(times[1]!.start)).html, /id="form"/);
});

test('L3: past, too near, taken, used and ended are told apart, in three languages', async () => {
  const soon = { start: '2026-11-25T10:00:00Z', end: '2026-11-25T10:30:00Z' };
  const late = await house.share({ ...offer, slug: 'near', times: [soon], minimumNoticeMinutes: 1440 });
  const told = async (slug: string, language: string) =>
    wordsOf((await house.visit(`/termika/${slug}?language=${language}`)).html);
  assert.match(await told('near', 'en'), /These times have passed.*Too late to book/);
  const kept = [evening('2026-12-28'), evening('2026-12-29')];
  const ended = await house.share({
    ...offer,
    slug: 'until',
    times: kept,
    expiresAt: '2026-11-25T09:00:00Z',
  });
  assert.deepEqual(startsOn((await house.visit('/termika/until')).html).length, 2);
  house.clock.set('2026-11-25T09:00:00Z');
  assert.match(await told('until', 'en'), /This offer has ended.*Answer Anna’s message/);
  assert.doesNotMatch(await told('until', 'en'), /Taken/);
  assert.match(await told('until', 'fr'), /Cette proposition est terminée/);
  assert.match(await told('until', 'pl'), /Ta propozycja już się skończyła/);
  const page = await house.visit(`/termika/until?start=${kept[0]!.start}`);
  assert.deepEqual([page.status, offeredOn(page.html)], [200, []]);
  assert.match(await told('gone', 'fr'), /Ces horaires sont passés/);
  assert.match(await told('other', 'pl'), /Wszystkie te terminy są zajęte/);
  for (const { id } of [late, ended]) await house.call('DELETE', `/api/links/${id}`);
  assert.equal((await house.visit('/termika/until')).status, 410, 'B6');
});

test('L3: a form that comes after another visitor used the link is answered by the page that says so', async () => {
  const times = [evening('2027-01-04'), evening('2027-01-05')];
  const link = await house.share({ ...offer, slug: 'one-of', times });
  const form = await house.visit(`/termika/one-of?start=${times[0]!.start}`);
  assert.equal((await house.book(link, times[1]!.start)).status, 201);
  house.clock.advance(1);
  const visitor = { name: 'Chloé Girard', email: 'chloe@girard-pains.example' };
  const sent = await house.send('/termika/one-of', { ...hiddenFields(form.html), ...visitor });
  assert.equal(sent.status, 409);
  assert.match(wordsOf(sent.html), /One of these times has been booked/);
});

test('L3, E8: a meeting moves among the offered times, however far ahead, until the offer ends', async () => {
  const times = [evening('2027-03-02'), { start: '2027-03-03T09:00:00Z', end: '2027-03-03T09:20:00Z' }];
  const link = await house.share({ ...offer, slug: 'movable', times, expiresAt: '2026-12-30T09:00:00Z' });
  const { body } = await house.book(link, times[0]!.start);
  const path = new URL(body.manageUrl).pathname;
  const choose = await house.visit(`${path}?step=reschedule`);
  assert.deepEqual([choose.status, offeredOn(choose.html)], [200, [times[1]!.start]]);
  assert.match(wordsOf(choose.html), /Now booked.*Choose another time.*One time is offered/);
  const ask = await house.visit(`${path}?step=reschedule&start=${times[1]!.start}&timeZone=Europe/Paris`);
  assert.match(wordsOf(ask.html), /Move the meeting\?.*10:00\s–\s10:20/);
  house.clock.set('2026-12-30T09:00:00Z');
  const late = await house.send(`${path}/reschedule`, { start: times[1]!.start, timeZone: 'Europe/Paris' });
  assert.equal(late.status, 409);
  assert.match(wordsOf(late.html), /This offer has ended.*Your meeting stands as it is/);
  const ended = await house.visit(`${path}?step=reschedule`);
  assert.match(wordsOf(ended.html), /Your meeting stands as it is/);
});
