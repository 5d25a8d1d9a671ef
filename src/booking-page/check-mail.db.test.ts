import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newestToken } from '../../demo/mailbox.ts';
import { NOTHING, watch, workOff } from '../bookings/happenings.test-support.ts';
import {
  hiddenFields,
  openPages,
  startsOn,
  wordsOf,
  type Fields,
  type Pages,
} from './open-pages.test-support.ts';

let house: Pages;

const chloe = { name: 'Chloé Girard', email: 'chloe@girard-pains.example' };

before(async () => {
  house = await openPages();
  await house.share({ slug: 'visit', verification: 'unknown', holdMinutes: 30 });
});
after(() => house.close());

const freeStart = async (day: string): Promise<string> =>
  startsOn((await house.visit(`/termika/visit?day=${day}`)).html)[0] ?? '';
const againOf = (html: string): Fields => {
  const again = /name="again" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return { again };
};
const verificationsTo = async (email: string): Promise<number> => {
  await workOff(house);
  const { body } = await house.call('GET', `/api/mail?to=${encodeURIComponent(email)}`);
  return body.items.filter((mail: { kind: string; state: string }) => mail.kind === 'verification').length;
};

test('F3: a stranger is asked to look at their mail; the time is held, and no address leads in from the page', async () => {
  const sent = await house.bookOnPage('/termika/visit', await freeStart('2026-12-01'), chloe);
  assert.equal(sent.status, 201);
  assert.match(wordsOf(sent.html), /One step to go.*chloe@girard-pains\.example.*Held for you until/);
  assert.doesNotMatch(sent.html, /\/bookings\/[\w-]{43}/, 'the manage link travels by mail only');
  assert.doesNotMatch(sent.html, /Anna Nowak<\/p>.*With/, 'no host is decided yet');
  assert.equal(await verificationsTo(chloe.email), 1);
});

test('where no mail leaves, no page says that one was sent', async () => {
  const visitor = { name: 'Noor Haddad', email: 'noor@haddad-frigo.example' };
  const held = wordsOf(
    (await house.bookOnPage('/termika/visit', await freeStart('2026-12-07'), visitor)).html,
  );
  assert.match(held, /cannot be delivered from here yet.*Ask Termika before/);
  assert.doesNotMatch(held, /We sent|spam|Send it again/);

  const posting = await openPages({ SMTP_URL: 'smtp://127.0.0.1:1' });
  await posting.share({ slug: 'visit', verification: 'unknown', holdMinutes: 30 });
  const [start = ''] = startsOn((await posting.visit('/termika/visit?day=2026-12-07')).html);
  const sent = wordsOf((await posting.bookOnPage('/termika/visit', start, visitor)).html);
  assert.match(sent, /Check your mail.*We sent a message to noor@haddad-frigo\.example.*Send it again/);
  await posting.close();
});

test('"send it again" sends one more mail and says so, up to three an hour (F7); the answer stays the same', async () => {
  const visitor = { name: 'Awa Diop', email: 'awa@fournil-dakar.example' };
  const first = await house.bookOnPage('/termika/visit', await freeStart('2026-12-02'), visitor);
  let page = first;
  for (let press = 1; press <= 5; press++) {
    page = await house.send('/termika/visit', againOf(page.html));
    assert.equal(page.status, 200);
    assert.match(wordsOf(page.html), /One step to go.*awa@fournil-dakar\.example/);
  }
  await workOff(house);
  const { body } = await house.call('GET', `/api/mail?to=${visitor.email}`);
  const states = body.items.map((mail: { state: string }) => mail.state);
  assert.equal(states.filter((state: string) => state === 'captured').length, 3, states.join());
});

test('a forged or altered wish for another mail sends none', async () => {
  const sent = await house.bookOnPage('/termika/visit', await freeStart('2026-12-03'), {
    name: 'Luca Ferri',
    email: 'luca@ferri-forni.example',
  });
  const { again = '' } = againOf(sent.html);
  const [id = '', signature = ''] = again.split('.');
  const happened = await watch(house);
  const forged = [
    '',
    '.',
    id,
    `${id}.`,
    `${id}.${signature.slice(0, -2)}AA`,
    `${house.anna.id}.${signature}`,
  ];
  for (const one of forged) {
    const answer = await house.send('/termika/visit', { again: one });
    assert.equal(answer.status, 422, one);
  }
  assert.deepEqual(await happened(), NOTHING);
});

test('"send it again" after confirming sends nothing', async () => {
  const visitor = { name: 'Zofia Wójcik', email: 'zofia@chleb-i-sol.example' };
  const sent = await house.bookOnPage('/termika/visit', await freeStart('2026-12-04'), visitor);
  await workOff(house);
  const token = await newestToken({ termika: house }, visitor.email);
  assert.equal((await house.send(`/bookings/${token}/verification`, {})).status, 303);
  const happened = await watch(house);
  const again = await house.send('/termika/visit', againOf(sent.html));
  assert.equal(again.status, 200);
  assert.match(wordsOf(again.html), /already confirmed/);
  assert.doesNotMatch(again.html, /\/bookings\/[\w-]{43}/);
  assert.deepEqual(await happened(), NOTHING);
});

test('F5: "send it again" after the hold ran out holds the time once more, or says that it is lost', async () => {
  const one = { name: 'Ravi Menon', email: 'ravi@menon-bakes.example' };
  const start = await freeStart('2026-12-07');
  const sent = await house.bookOnPage('/termika/visit', start, one);
  house.clock.advance(31);
  const held = await house.send('/termika/visit', againOf(sent.html));
  assert.equal(held.status, 200);
  assert.match(wordsOf(held.html), /Held for you until/);
  house.clock.advance(31);
  const other = await house.share({ slug: 'quick', verification: 'never' });
  assert.equal((await house.book(other, start)).status, 201);
  const lost = await house.send('/termika/visit', againOf(held.html));
  assert.equal(lost.status, 409);
  assert.match(wordsOf(lost.html), /other times|free times/i);
});

test('"use another address" gives the held time back and offers it again; the first hold is gone', async () => {
  const start = await freeStart('2026-12-08');
  const sent = await house.bookOnPage('/termika/visit', start, {
    name: 'Jonas',
    email: 'jonsa@brandt.example',
  });
  assert.match(sent.html, /<button class="btn" name="other" value="1">/);
  const other = await house.send('/termika/visit', { ...againOf(sent.html), other: '1' });
  assert.equal(other.status, 303);
  const form = await house.visit(other.location);
  assert.match(form.html, new RegExp(`name="start" value="${start}"`));
  house.clock.advance(1);
  const right = { name: 'Jonas', email: 'jonas@brandt.example' };
  const again = await house.send('/termika/visit', { ...hiddenFields(form.html), ...right });
  assert.equal(again.status, 201, wordsOf(again.html));
  assert.match(wordsOf(again.html), /jonas@brandt\.example/);
});

test('"use another address" after confirming changes nothing', async () => {
  const start = await freeStart('2026-12-09');
  const visitor = { name: 'Sabine Morel', email: 'sabine@morel-emaux.example' };
  const sent = await house.bookOnPage('/termika/visit', start, visitor);
  await workOff(house);
  const token = await newestToken({ termika: house }, visitor.email);
  await house.send(`/bookings/${token}/verification`, {});
  const happened = await watch(house);
  await house.send('/termika/visit', { ...againOf(sent.html), other: '1' });
  assert.deepEqual(await happened(), NOTHING);
  assert.match(wordsOf((await house.visit(`/bookings/${token}`)).html), /Your meeting/);
});
