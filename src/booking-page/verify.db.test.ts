import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newestToken } from '../../demo/mailbox.ts';
import { NOTHING, watch, workOff } from '../bookings/happenings.test-support.ts';
import { openPages, startsOn, wordsOf, type Pages } from './open-pages.test-support.ts';

let house: Pages;
let visitors = 0;

before(async () => {
  house = await openPages();
  await house.share({ slug: 'visit', verification: 'everyone', holdMinutes: 30, language: 'en' });
});
after(() => house.close());

/** Somebody new books the first free time of a day; answers the path of their own page. */
async function hold(day: string): Promise<{ path: string; start: string }> {
  const [start = ''] = startsOn((await house.visit(`/termika/visit?day=${day}`)).html);
  const email = `visitor-${++visitors}@mail.example`;
  const sent = await house.bookOnPage('/termika/visit', start, { name: 'Émile Tremblay', email });
  assert.equal(sent.status, 201, wordsOf(sent.html));
  await workOff(house);
  return { path: `/bookings/${await newestToken({ termika: house }, email)}`, start };
}

test('F4: the mailed link shows the meeting and one button; only the button confirms', async () => {
  const { path } = await hold('2026-12-01');
  const happened = await watch(house);
  for (const _ of [1, 2]) {
    const page = await house.visit(path);
    assert.equal(page.status, 200);
    assert.match(page.html, new RegExp(`<form method="post" action="${path}/verification"`));
  }
  assert.deepEqual(await happened(), NOTHING);
  const confirmed = await house.send(`${path}/verification`, {});
  assert.equal(confirmed.status, 303);
  const done = await house.visit(confirmed.location);
  assert.match(wordsOf(done.html), /Meeting booked.*With Anna Nowak/);
  const { mails, calendar } = await happened();
  assert.equal(calendar.length, 1);
  assert.equal(mails.length, 2, 'confirmation, and word to the host');
});

test('F5: confirming twice says so and does nothing new', async () => {
  const { path } = await hold('2026-12-02');
  await house.send(`${path}/verification`, {});
  const happened = await watch(house);
  const again = await house.send(`${path}/verification`, {});
  assert.equal(again.status, 200);
  assert.match(wordsOf(again.html), /already confirmed/);
  assert.deepEqual(await happened(), NOTHING);
});

test('F5: after the hold ran out the page says 410, offers new times and a fresh mail', async () => {
  const { path } = await hold('2026-12-03');
  house.clock.advance(31);
  for (const expired of [await house.visit(path), await house.send(`${path}/verification`, {})]) {
    assert.equal(expired.status, 410);
    assert.match(expired.html, new RegExp(`action="${path}/verification-mail"`));
    assert.match(expired.html, /href="\/termika\/visit"/);
  }
  const fresh = await house.send(`${path}/verification-mail`, {});
  assert.equal(fresh.status, 200);
  assert.match(wordsOf(fresh.html), /One step to go.*Held for you until/);
  assert.equal((await house.send(`${path}/verification`, {})).status, 303);
});

test('F6: when the time went to somebody else meanwhile, 409 says so and offers the nearest', async () => {
  const { path, start } = await hold('2026-12-04');
  house.clock.advance(31);
  const other = await house.share({ slug: 'quick' });
  assert.equal((await house.book(other, start)).status, 201);
  const lost = await house.send(`${path}/verification-mail`, {});
  assert.equal(lost.status, 409);
  const near = startsOn(lost.html);
  assert.ok(near.length > 0 && !near.includes(start));
  assert.equal((await house.visit(`/termika/visit?start=${near[0]}`)).status, 200);
});

test('F6: an absence that came while the visitor read their mail: 409 with other times', async () => {
  const { path, start } = await hold('2026-12-07');
  const date = start.slice(0, 10);
  const absence = await house.call('POST', `/api/members/${house.anna.id}/absences`, {
    from: date,
    to: date,
  });
  assert.equal(absence.status, 201);
  const lost = await house.send(`${path}/verification`, {});
  assert.equal(lost.status, 409);
  assert.match(lost.html, /<h1 id="done"/);
});

test('ABUSE 16: a token altered, cut, of nobody: the same neutral page, whatever is asked of it', async () => {
  const { path } = await hold('2026-12-08');
  const token = path.split('/').at(-1)!;
  const last = token.endsWith('A') ? 'B' : 'A';
  const wrong = [`${token.slice(0, -1)}${last}`, token.slice(1), `${token}a`, 'x'.repeat(43), 'null', '%00'];
  const pages = await Promise.all(wrong.map((one) => house.visit(`/bookings/${one}`, { from: '10.1.0.1' })));
  const posts = ['verification', 'verification-mail', 'cancellation', 'reschedule'];
  const answers = posts.map((one) =>
    house.send(`/bookings/${'y'.repeat(43)}/${one}`, {}, { from: '10.1.0.2' }),
  );
  for (const page of [...pages, ...(await Promise.all(answers))]) {
    assert.equal(page.status, 404);
    assert.match(wordsOf(page.html), /This link does not work/);
    assert.doesNotMatch(wordsOf(page.html), /Termika|Anna/);
  }
});

test('ABUSE 16: after twenty wrong tokens in ten minutes an address hears nothing more, others do', async () => {
  const tries = { from: '203.0.113.7' };
  for (let count = 0; count < 20; count++) {
    const token = String(count).padStart(43, 'z');
    assert.equal((await house.visit(`/bookings/${token}`, tries)).status, 404);
  }
  const refused = await house.visit(`/bookings/${'z'.repeat(43)}`, tries);
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.match(wordsOf(refused.html), /Too many tries/);
  assert.equal((await house.visit(`/bookings/${'z'.repeat(43)}`, { from: '203.0.113.8' })).status, 404);
  house.clock.advance(11);
  assert.equal((await house.visit(`/bookings/${'z'.repeat(43)}`, tries)).status, 404);
});
