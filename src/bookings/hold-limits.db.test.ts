import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Answer } from '../../demo/open-termika.ts';
import { itemsOf, NOTHING, tokenOf, watch, workOff } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const everyone = { verification: 'everyone' };
const victim = (word: string) => ({ name: 'Victim', email: `${word}@bombed.example` });
/** The half hours of a morning in Paris. */
const halves = (day: string) =>
  ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30'].map((at) => `${day}T${at}:00Z`);
const statusesOf = (answers: Answer[]) =>
  Promise.all(answers.map(async ({ body }) => (await t.call('GET', `/api/bookings/${body.id}`)).body.status));
const shapeOf = ({ status, body }: Answer) => ({ status, keys: Object.keys(body), said: body.status });
const mailsTo = (email: string) => itemsOf(t, `/api/mail?to=${email}`);
const waiting = async (email: string) =>
  (await mailsTo(email)).filter(({ state }) => state === 'queued').length;

test('F7, ABUSE 9: one address holds two times; the third stands, the oldest gives way, the answers are the same', async () => {
  const link = await t.share(everyone);
  const times = halves('2026-12-01').slice(0, 3);
  const answers: Answer[] = [];
  for (const start of times) answers.push(await t.book(link, start, victim('two')));
  assert.deepEqual(
    answers.map(shapeOf),
    answers.map(() => shapeOf(answers[0]!)),
  );
  assert.deepEqual(await statusesOf(answers), ['expired', 'unverified', 'unverified']);
  const free = await t.starts(link, '2026-12-01');
  assert.deepEqual(
    times.map((start) => free.includes(start)),
    [true, false, false],
  );
});

test('F7: the two are counted over all links, however the address is written, and in a rush as well', async () => {
  const links = [await t.share(everyone), await t.share({ ...everyone, hostIds: [t.bo.id] })];
  const { name, email } = victim('rush');
  const answers = await Promise.all(
    halves('2026-12-02').map((start, i) =>
      t.book(links[i % 2]!, start, { name, email: i % 3 ? email : email.toUpperCase() }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 201),
  );
  const held = (await statusesOf(answers)).filter((status) => status === 'unverified');
  assert.equal(held.length, 2);
});

test('F7: three mails that ask to confirm in an hour, ten in a day; the next waits, the answer is the same', async () => {
  const link = await t.share({ ...everyone, durationsMinutes: [15], holdMinutes: 15 });
  const { email } = victim('mails');
  const answers: Answer[] = [];
  for (const start of halves('2026-12-03').slice(0, 5))
    answers.push(await t.book(link, start, victim('mails')));
  assert.deepEqual(
    answers.map(shapeOf),
    answers.map(() => shapeOf(answers[0]!)),
  );
  await workOff(t);
  const inAnHour = new Date(t.clock.now() + 3_600_000).toISOString();
  assert.deepEqual(
    (await mailsTo(email)).filter(({ state }) => state === 'queued').map(({ notBefore }) => notBefore),
    [inAnHour, inAnHour],
  );
  t.clock.advance(59);
  await workOff(t);
  assert.equal(await waiting(email), 2);
  t.clock.advance(1);
  await workOff(t);
  assert.equal(await waiting(email), 0);
  for (const start of halves('2026-12-04').slice(0, 7)) await t.book(link, start, victim('mails'));
  const times = (await mailsTo(email)).map(({ notBefore }) => Date.parse(notBefore));
  const mostWithin = (hours: number) =>
    Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + hours * 3_600_000).length),
    );
  assert.deepEqual([times.length, mostWithin(1), mostWithin(24)], [12, 3, 10]);
});

test('F7: mails of every kind on the word of somebody unproven: six an hour to one address', async () => {
  const link = await t.share({ guests: { allowed: true, max: 1 } });
  const { email } = victim('guest');
  for (const [i, start] of halves('2026-12-07').entries()) {
    const booker = { name: 'S', email: `s${i}@booker.example` };
    assert.equal((await t.book(link, start, booker, { guests: [email] })).status, 201);
  }
  await workOff(t);
  assert.deepEqual([(await mailsTo(email)).length, await waiting(email)], [8, 2]);
});

test('F7: who has proved their address is written to at once, whatever waits', async () => {
  const link = await t.share();
  const { email } = victim('proved');
  const answers: Answer[] = [];
  for (const start of halves('2026-12-08').slice(0, 7))
    answers.push(await t.book(link, start, victim('proved')));
  await workOff(t);
  assert.equal(await waiting(email), 1);
  const news = await watch(t);
  await t.call('POST', `/api/public/bookings/${tokenOf(answers[0]!)}/cancellation`);
  assert.deepEqual((await news()).mails, [`cancelled to ${email}`, 'host-cancelled to anna@termika.example']);
});

test('ABUSE 10: a day is not filled with times that nobody confirms: half stays, other days are offered', async () => {
  const link = await t.share({ verification: 'unknown' });
  const day = '2026-12-09';
  const bot = (i: number) => ({ name: 'B', email: `b${i}@bots.example` });
  const news = await watch(t);
  const answers = await Promise.all(
    (await t.starts(link, day)).map((start, i) => t.book(link, start, bot(i))),
  );
  const refused = answers.filter(({ status }) => status === 409);
  assert.deepEqual([answers.length, refused.length], [16, 8]);
  for (const { body } of refused) {
    assert.equal(body.reason, 'crowded');
    assert.equal(body.alternatives.length, 3);
    for (const one of body.alternatives) assert.match(one, /^2026-12-10/);
  }
  const { mails, ...rest } = await news();
  assert.deepEqual([mails.length, rest], [8, { timeline: [], calendar: NOTHING.calendar }]);
  const contact = { name: 'Known', emails: [{ address: 'known@bots.example', primary: true }] };
  await t.call('POST', '/api/contacts', contact);
  const [free] = await t.starts(link, day);
  const known = await t.book(link, free!, { name: 'K', email: 'known@bots.example' });
  assert.equal(known.body.status, 'scheduled', 'who is known is not in their way');
  assert.equal((await t.book(link, '2026-12-10T09:00:00Z', bot(99))).status, 201);
  t.clock.advance(30);
  assert.equal((await t.starts(link, day)).length, 15, 'released on time');
});
