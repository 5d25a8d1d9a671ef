import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  hiddenFields,
  openPages,
  startsOn,
  typedIn,
  wordsOf,
  type Pages,
} from './open-pages.test-support.ts';

let house: Pages;

const START = '2026-12-01T09:00:00Z';
const SETTINGS = {
  questions: [
    { id: 'bread', label: 'Which bread?', kind: 'choice', required: true, choices: ['Rye', 'Wheat'] },
    { id: 'plan', label: 'Your plan', kind: 'long-text', required: false },
    { id: 'call', label: 'A number', kind: 'phone', required: false },
    { id: 'visit', label: 'I have been here before', kind: 'checkbox', required: false },
  ],
  consents: [
    { id: 'keep', text: 'Termika may keep this.', required: true },
    { id: 'news', text: 'The oven letter', required: false },
  ],
  guests: { allowed: true, max: 2 },
  footer: 'Termika, 12 rue des Fours\nLyon',
};
const ANSWERS = { 'answer.bread': 'Rye', 'consent.keep': 'v1' };
const chloe = { name: 'Chloé Girard', email: 'chloe@girard-pains.example', ...ANSWERS };

before(async () => {
  house = await openPages();
  await house.share({ slug: 'tour', ...SETTINGS });
});
after(() => house.close());

const bookings = async () => (await house.call('GET', '/api/bookings')).body.items;

test('L6: the form asks what the link asks, and the footer stands with it and nowhere else', async () => {
  const form = await house.visit(`/termika/tour?start=${START}&timeZone=Europe/Paris`);
  assert.equal(form.status, 200);
  assert.match(wordsOf(form.html), /Tuesday 1 December 2026 10:00 – 10:30 Paris time/);
  for (const words of ['Which bread?', 'Rye', 'Your plan', 'A number', 'been here before', 'may keep this'])
    assert.ok(form.html.includes(words), words);
  assert.match(form.html, /12 rue des Fours<br \/>Lyon/);
  assert.doesNotMatch(form.html, /<input[^>]*\schecked\b/);
  assert.match(form.html, /name="guests"[^>]*multiple/);
  const month = await house.visit('/termika/tour');
  assert.doesNotMatch(month.html, /rue des Fours/);
});

test('the form carries what the address said, and nobody else’s: key and signature are new each time', async () => {
  const path = `/termika/tour?start=${START}&timeZone=Europe/Warsaw&language=fr&c=abc`;
  const one = hiddenFields((await house.visit(path)).html);
  const two = hiddenFields((await house.visit(path)).html);
  assert.equal(one.timeZone, 'Europe/Warsaw');
  assert.equal(one.language, 'fr');
  assert.equal(one.c, 'abc');
  assert.equal(one.start, START);
  assert.notEqual(one.key, two.key);
  assert.notEqual(one.form, two.form);
});

test('422: everything typed is there again, each fault is named and led to', async () => {
  const typed = {
    name: '  ',
    email: 'chloe@girard',
    phone: 'call me',
    notes: 'First line\nsecond <b>line</b>',
    guests: 'idris@example.com lea@@example.com',
    'answer.plan': 'Bake "more" & better',
    'answer.call': 'x',
    'answer.visit': 'on',
    'consent.news': 'v1',
  };
  const back = await house.bookOnPage('/termika/tour', START, typed);
  assert.equal(back.status, 422);
  for (const [name, value] of Object.entries(typed)) {
    if (value !== 'on') assert.equal(typedIn(back.html, name).trim(), value.trim(), name);
  }
  assert.match(back.html, /name="answer.visit"[^>]*checked/);
  assert.match(back.html, /name="consent.news"[^>]*checked/);
  assert.doesNotMatch(back.html, /name="consent.keep"[^>]*checked/);
  assert.match(wordsOf(back.html), /7 things to put right/);
  for (const field of ['name', 'email', 'phone', 'guests', 'answer-bread', 'answer-call', 'consent-keep']) {
    assert.match(back.html, new RegExp(`href="#f-${field}"`), field);
    assert.match(back.html, new RegExp(`id="f-${field}-wrong"`), field);
  }
  assert.deepEqual(await bookings(), []);
});

test('422: a choice that is not offered, too many guests, a length that is not offered', async () => {
  const choice = await house.bookOnPage('/termika/tour', START, { ...chloe, 'answer.bread': 'Spelt' });
  assert.equal(choice.status, 422);
  const guests = 'a@x.example, b@x.example, c@x.example';
  const many = await house.bookOnPage('/termika/tour', START, { ...chloe, guests });
  assert.equal(many.status, 422);
  assert.match(wordsOf(many.html), /2/);
  const length = await house.bookOnPage('/termika/tour', START, { ...chloe, duration: '45' });
  assert.equal(length.status, 422);
  assert.deepEqual(await bookings(), []);
});

test('fields that nobody asked for are not read: no host, no status, no owner (ABUSE 7)', async () => {
  const more = {
    host: house.bo.id,
    hostIds: house.bo.id,
    status: 'cancelled',
    verified: 'true',
    leadId: 'x',
  };
  const sent = await house.bookOnPage('/termika/tour', '2026-12-02T09:00:00Z', { ...chloe, ...more });
  assert.equal(sent.status, 303);
  const [booking] = await bookings();
  assert.deepEqual([booking.status, booking.hostIds], ['scheduled', [house.anna.id]]);
});

test('what the form says stands on the booking, as it was typed', async () => {
  const typed = {
    ...chloe,
    phone: '+33 4 65 71 00 12',
    notes: 'First line\r\nsecond',
    guests: 'idris@example.com; lea@example.com',
    'answer.plan': '{{7*7}} <i>',
    'answer.visit': 'on',
  };
  const sent = await house.bookOnPage('/termika/tour?timeZone=Europe/Warsaw', '2026-12-03T09:00:00Z', typed);
  assert.equal(sent.status, 303, wordsOf(sent.html));
  const [{ id }] = (await house.call('GET', '/api/bookings?from=2026-12-03T00:00:00Z')).body.items;
  const { body } = await house.call('GET', `/api/bookings/${id}`);
  assert.equal(body.timeZone, 'Europe/Warsaw');
  assert.equal(body.visitor.phone, '+33 4 65 71 00 12');
  assert.equal(body.visitor.details, 'First line\nsecond');
  const answers = Object.fromEntries(
    body.answers.map((one: { id: string; value: string }) => [one.id, one.value]),
  );
  assert.deepEqual(answers, { bread: 'Rye', plan: '{{7*7}} <i>', visit: 'yes' });
});

test('409: the page keeps every word, and the nearest times are buttons of the same form', async () => {
  const link = await house.share({ slug: 'race' });
  const form = await house.visit(`/termika/race?start=${START}&timeZone=Europe/Paris`);
  assert.equal((await house.book(link, START)).status, 201);
  house.clock.advance(1);
  const typed = { name: 'Marek Zieliński', email: 'marek@piekarnia-zielinski.example', notes: 'Rye, mostly' };
  const lost = await house.send('/termika/race', { ...hiddenFields(form.html), ...typed });
  assert.equal(lost.status, 409);
  assert.match(wordsOf(lost.html), /10:00 was just taken/);
  for (const [name, value] of Object.entries(typed)) assert.equal(typedIn(lost.html, name), value);
  assert.equal(hiddenFields(lost.html).start, undefined, 'the lost start does not travel on');
  assert.match(lost.html, /<button disabled hidden><\/button>/, 'Enter in a field books nothing');
  const near = startsOn(lost.html).filter((start) => start !== START);
  assert.deepEqual(near, ['2026-12-01T08:00:00Z', '2026-12-01T08:30:00Z', '2026-12-01T09:30:00Z']);

  const pressed = await house.send('/termika/race', {
    ...hiddenFields(lost.html),
    ...typed,
    start: near.at(-1)!,
  });
  assert.equal(pressed.status, 303, 'one press books, however fast');
});

test('409: notice that ran out while the form was open', async () => {
  await house.share({ slug: 'notice', minimumNoticeMinutes: 60 });
  house.clock.set('2026-12-07T08:00:00Z');
  const form = await house.visit('/termika/notice?start=2026-12-07T09:00:00Z&timeZone=Europe/Paris');
  house.clock.advance(5);
  const late = await house.send('/termika/notice', { ...hiddenFields(form.html), ...chloe });
  assert.equal(late.status, 409);
  assert.match(wordsOf(late.html), /10:00 can no longer be booked/);
  assert.equal(typedIn(late.html, 'name'), chloe.name);
});

test('a start in the past, off the grid or outside the hours books nothing and leads on', async () => {
  for (const start of [
    '2026-11-30T09:00:00Z',
    '2026-12-08T09:07:00Z',
    '2026-12-08T03:00:00Z',
    '2099-12-01T09:00:00Z',
  ]) {
    const sent = await house.bookOnPage('/termika/notice', start, chloe);
    assert.ok([409, 422].includes(sent.status), `${start} ${sent.status}`);
    assert.doesNotMatch(sent.html, /<button class="btn main"><span>Book/, start);
  }
});
