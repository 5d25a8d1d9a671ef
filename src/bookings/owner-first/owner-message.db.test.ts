import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person, type SharedLink } from '../../../demo/open-termika.ts';
import { itemsOf, rowCounts, workOff } from '#bookings/happenings.test-support.ts';
import { contactCalled, roundRobin, shown, tokenFor } from './owner-first.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
await t.call('POST', `/api/members/${bo.id}/absences`, { from: '2026-11-30', to: '2026-12-11' });

const link = await roundRobin(t, [anna, bo]);
const write = (to: SharedLink, c: string, given: object = {}, headers = {}) =>
  t.call('POST', `${to.path}/owner-message`, { c, name: 'Chloé', text: 'When?', ...given }, null, headers);
const mailsTo = async (who: Person) => {
  await workOff(t);
  const mails = await itemsOf(t, `/api/mail?to=${encodeURIComponent(who.email)}`);
  return mails.filter(({ kind }) => kind === 'owner-message');
};

test('C2.2: the owner is written to by mail and in the app; answers go to the visitor, no address to them', async () => {
  const person = await contactCalled(t, 'Message One', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  const text = 'Could we talk?\n\n<b>Soon</b>, see www.evil.example';
  const sent = await write(link, c, { text });
  assert.deepEqual([sent.status, sent.body], [202, { sent: true }]);
  const [mail, ...more] = await mailsTo(bo);
  assert.deepEqual([more.length, mail.subject], [0, 'Chloé wrote to you']);
  assert.match(mail.text, /Could we talk\?\n\n<b>Soon<\/b>, see www \.evil \.example/);
  assert.match(mail.html, /&lt;b&gt;Soon|&#60;b&#62;Soon/);
  assert.match(mail.text, /E-mail: message\.one@customer\.example/);
  assert.match(mail.text, new RegExp(`/admin/contacts/${person.id}`));
  assert.doesNotMatch(mail.text, /not been confirmed/);
  const { body } = await t.call('GET', '/api/notices', undefined, bo);
  const { kind, record, data } = body.items[0];
  assert.deepEqual(
    [kind, record, data],
    ['owner-message', { kind: 'contact', id: person.id }, { name: person.name }],
  );
  assert.equal((await mailsTo(anna)).length, 0);
});

test('C2.2: refused while there are times to choose from, and for whoever the link does not know', async () => {
  const free = await contactCalled(t, 'Message Two', { ownerId: anna.id });
  const nobodys = await contactCalled(t, 'Message Three');
  const before = await rowCounts(t);
  const tokens = [await tokenFor(t, link, free), await tokenFor(t, link, nobodys), 'nonsense'];
  for (const c of tokens) assert.equal((await write(link, c)).status, 409);
  const off = await roundRobin(t, [anna, bo], { ownerFirst: 'off' });
  const owned = await contactCalled(t, 'Message Four', { ownerId: bo.id });
  const mine = await rowCounts(t);
  assert.equal((await write(off, await tokenFor(t, off, owned))).status, 409);
  assert.deepEqual([mine.mails, mine.counters], [before.mails, before.counters]);
  assert.deepEqual(await rowCounts(t), mine, 'nothing was written');
});

test('C2.2: an address that was only typed is taken where the link asks for it, and the owner is told so', async () => {
  const asks = await roundRobin(t, [anna, bo], { identify: 'email' });
  const person = await contactCalled(t, 'Message Five', { ownerId: bo.id });
  const { c } = (await t.call('POST', `${asks.path}/identification`, { email: person.email })).body;
  assert.deepEqual(await shown(t, asks, { c }), { starts: [], ownerFull: true });
  assert.equal((await write(asks, c)).status, 202);
  const mails = await mailsTo(bo);
  assert.match(mails[0].text, /typed on the page and has not been confirmed/);
  assert.equal((await write(link, c)).status, 409, 'it is this link’s alone');
});

test('C2.2: three messages a day about one person, then 429 with a time to come back', async () => {
  const c = await tokenFor(t, link, await contactCalled(t, 'Message Six', { ownerId: bo.id }));
  const key = { 'idempotency-key': 'once-and-for-all' };
  for (const headers of [key, key, key, {}, {}])
    assert.equal((await write(link, c, {}, headers)).status, 202);
  const before = await rowCounts(t);
  const refused = await write(link, c);
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.deepEqual(await rowCounts(t), before);
  t.clock.advance(1440);
  assert.equal((await write(link, c)).status, 202);
  t.clock.advance(-1440);
});

test('C2.2: ten messages a day from one network address, whoever they are about', async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 6; at++) {
    const person = await contactCalled(t, `Message Many ${at}`, { ownerId: bo.id });
    statuses.push((await write(link, await tokenFor(t, link, person))).status);
  }
  assert.deepEqual(statuses, [202, 202, 202, 202, 202, 429], 'five had gone from here before');
});

test('ABUSE 27: what cannot be a message is 422 and writes nothing', async () => {
  const c = await tokenFor(t, link, await contactCalled(t, 'Message Seven', { ownerId: bo.id }));
  const before = await rowCounts(t);
  for (const given of [
    { text: '' },
    { text: ' \n ' },
    { text: 'x'.repeat(4001) },
    { text: 'a\u0000b' },
    { name: '' },
    { c: 1 },
  ]) {
    assert.equal((await write(link, c, given)).status, 422, JSON.stringify(given).slice(0, 40));
  }
  assert.deepEqual(await rowCounts(t), before);
});
