import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { NOTHING, watch, type Happenings } from '../bookings/happenings.test-support.ts';
import {
  hiddenFields,
  openPages,
  startsOn,
  typedIn,
  wordsOf,
  type Fields,
  type Pages,
} from './open-pages.test-support.ts';

let house: Pages;
let happened: () => Promise<Happenings>;
let start: string;

const marek = { name: 'Marek Zieliński', email: 'marek@piekarnia-zielinski.example' };

before(async () => {
  house = await openPages();
  await house.share({ slug: 'tour' });
  await house.share({ slug: 'other' });
});
beforeEach(async () => {
  [start = ''] = startsOn((await house.visit('/termika/tour?day=2026-12-01')).html);
  happened = await watch(house);
});
after(() => house.close());

const openForm = async (link = 'tour'): Promise<Fields> =>
  hiddenFields((await house.visit(`/termika/${link}?start=${start}&timeZone=Europe/Paris`)).html);
const read = () => house.clock.advance(1);
const asked = (html: string) => assert.match(wordsOf(html), /Please press once more/);

test('E3: the same form twice is one booking and one answer', async () => {
  const form = { ...(await openForm()), ...marek };
  read();
  const [first, second] = await Promise.all([
    house.send('/termika/tour', form),
    house.send('/termika/tour', form),
  ]);
  assert.equal(first.status, 303);
  assert.equal(second.status, 303);
  assert.equal(first.location, second.location);
  const reloaded = await house.send('/termika/tour', form);
  assert.equal(reloaded.location, first.location);
  const { mails, calendar } = await happened();
  assert.deepEqual(calendar, [`+ Anna ${start}`]);
  assert.equal(mails.length, 2);
});

test('E3: reloading the page after booking books nothing more', async () => {
  const form = { ...(await openForm()), ...marek };
  read();
  const { location } = await house.send('/termika/tour', form);
  await happened();
  for (let times = 0; times < 3; times++) assert.equal((await house.visit(location)).status, 200);
  assert.deepEqual(await happened(), NOTHING);
});

test('E3: going back to change a word after booking is another form: asked once more, then answered', async () => {
  const form = { ...(await openForm()), ...marek };
  read();
  assert.equal((await house.send('/termika/tour', form)).status, 303);
  await happened();
  const changed = await house.send('/termika/tour', { ...form, name: 'Marek Z.' });
  assert.equal(changed.status, 422);
  asked(changed.html);
  read();
  const again = await house.send('/termika/tour', {
    ...hiddenFields(changed.html),
    ...marek,
    name: 'Marek Z.',
  });
  assert.equal(again.status, 409, 'its time is taken, by the first form');
  assert.deepEqual(await happened(), NOTHING);
});

test('ABUSE 14: a form filled in in under two seconds is asked for again, with everything typed', async () => {
  const form = { ...(await openForm()), ...marek };
  house.clock.advance(1.9 / 60);
  const fast = await house.send('/termika/tour', form);
  assert.equal(fast.status, 422);
  asked(fast.html);
  assert.equal(typedIn(fast.html, 'email'), marek.email);
  assert.deepEqual(await happened(), NOTHING);
  house.clock.advance(0.2 / 60);
  const slow = await house.send('/termika/tour', { ...hiddenFields(fast.html), ...marek });
  assert.equal(slow.status, 303, 'a person who presses again need not wait again');
});

test('ABUSE 14: a form that is older than half a day is asked for again', async () => {
  const form = { ...(await openForm()), ...marek };
  house.clock.advance(12 * 60 + 1);
  const old = await house.send('/termika/tour', form);
  assert.equal(old.status, 422);
  asked(old.html);
  assert.deepEqual(await happened(), NOTHING);
});

test('ABUSE 14: a signature belongs to its form: another key, another link, altered or none books nothing', async () => {
  const form: Fields = { ...(await openForm()), ...marek };
  const other = await openForm('other');
  read();
  const { form: token = '', key = '' } = form;
  const [at = '', signature = ''] = token.split('.');
  const earlier = (Number.parseInt(at, 36) - 60_000).toString(36);
  const forged: Fields[] = [
    { ...form, key: other.key! },
    { ...form, form: other.form!, key: other.key! },
    { ...form, form: `${at}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}` },
    { ...form, form: `${earlier}.${signature}` },
    { ...form, form: '' },
    { ...form, form: '.' },
    { ...form, form: `NaN.${signature}` },
    { ...form, key: '' },
    { ...form, key: '\u0000 \u{1F600}'.repeat(2000) },
  ];
  for (const fields of forged) {
    const sent = await house.send('/termika/tour', fields);
    assert.equal(sent.status, 422, JSON.stringify(fields));
    asked(sent.html);
    assert.equal(typedIn(sent.html, 'name'), marek.name);
    assert.match(hiddenFields(sent.html).key ?? '', /^[\w-]{20,}$/);
  }
  assert.ok(key.length > 20);
  assert.deepEqual(await happened(), NOTHING);
});

test('ABUSE 14: whoever fills the field nobody sees is sent away politely; nothing is booked or mailed', async () => {
  const form = { ...(await openForm()), ...marek };
  read();
  const robot = await house.send('/termika/tour', { ...form, company_website: 'https://spam.example' });
  assert.equal(robot.status, 303);
  assert.equal(robot.location, '/termika/tour');
  assert.deepEqual(await happened(), NOTHING);
});
