import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';
import { itemsOf, letTimeTell, NOTHING, tokenMailedTo, watch, workOff } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());

const at = (token: string, tail = '') => `/api/public/bookings/${token}${tail}`;
const confirm = (token: string) => t.call('POST', at(token, '/verification'));
const unknown = { verification: 'unknown' };
const pair = { ...unknown, kind: 'round-robin', hostIds: [t.anna.id, t.bo.id] };
const called = (word: string) => ({ name: 'Ewa Lis', email: `${word}@verify.example` });
const leadsOf = (email: string) => itemsOf(t, `/api/leads?q=${email}`);
const know = (email: string) =>
  t.call('POST', '/api/contacts', { name: 'Known', emails: [{ address: email, primary: true }] });

async function held(
  link: SharedLink,
  start: string,
  visitor: { name: string; email: string },
  more: object = {},
): Promise<{ id: string; token: string }> {
  const { status, body } = await t.book(link, start, visitor, { ...more });
  assert.deepEqual([status, body.status], [201, 'unverified'], JSON.stringify(body));
  return { id: body.id, token: await tokenMailedTo(t, visitor.email) };
}

test('F3: a hold claims a host, uncounted and untold: no lead, no event, one mail', async () => {
  const link = await t.share(pair);
  const visitor = called('uncounted');
  const news = await watch(t);
  const { id, token } = await held(link, '2026-12-01T09:00:00Z', visitor);
  assert.deepEqual(await news(), { ...NOTHING, mails: [`verification to ${visitor.email}`] });
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  assert.deepEqual([body.hostIds, body.expiresAt], [[t.anna.id], '2026-11-23T08:30:00.000Z']);
  assert.deepEqual(await leadsOf(visitor.email), []);
  const shown = (await t.call('GET', at(token))).body;
  assert.deepEqual([shown.status, shown.heldUntil, 'hosts' in shown], ['unverified', body.expiresAt, false]);
  await know('known@verify.example');
  const next = await t.book(link, '2026-12-01T10:00:00Z', { name: 'K', email: 'known@verify.example' });
  const hosts = (await t.call('GET', `/api/bookings/${next.body.id}`)).body.hostIds;
  assert.deepEqual(hosts, [t.anna.id], 'the hold does not count for fairness');
});

test('F3, ABUSE 13: the mail that asks to confirm holds nothing the stranger typed', async () => {
  const link = await t.share({
    verification: 'everyone',
    questions: [{ id: 'q', label: 'Oven?', kind: 'text', required: false }],
    guests: { allowed: true, max: 1 },
  });
  const bad = 'WIN https://evil.example <img src=x onerror=alert(1)>';
  const visitor = { name: bad, email: 'victim@verify.example', phone: '+1 555 0100', details: bad };
  const more = { answers: { q: bad }, guests: ['eve@evil.example'] };
  const news = await watch(t);
  await t.book(link, '2026-12-02T09:00:00Z', visitor, more);
  assert.deepEqual(await news(), { ...NOTHING, mails: ['verification to victim@verify.example'] });
  const [mail] = await itemsOf(t, '/api/mail?to=victim@verify.example');
  assert.doesNotMatch(JSON.stringify(mail), /WIN|evil|onerror|555/);
  assert.deepEqual(mail.attachments, []);
});

test('F4: confirming makes one lead with what was told, tells the host, and the meeting stands', async () => {
  const link = await t.share({ ...unknown, guests: { allowed: true, max: 1 } });
  const visitor = { ...called('confirms'), phone: '+48 58 555 01 42', details: 'Two ovens' };
  const start = '2026-12-03T09:00:00Z';
  const { id, token } = await held(link, start, visitor, { guests: ['ola@guest.example'] });
  const news = await watch(t);
  const done = await confirm(token);
  assert.deepEqual(
    [done.status, done.body],
    [200, { status: 'scheduled', start, end: '2026-12-03T09:30:00Z' }],
  );
  assert.deepEqual(await news(), {
    mails: [
      'confirmation to confirms@verify.example',
      'confirmation to ola@guest.example',
      'host-new to anna@termika.example',
    ],
    timeline: ['lead: booking made', 'lead: created', 'lead: note'],
    calendar: [`+ Anna ${start}`],
  });
  const [lead] = await leadsOf(visitor.email);
  assert.deepEqual(
    [lead.name, lead.emails, lead.phone, lead.source, lead.ownerId],
    [visitor.name, [{ address: visitor.email, primary: true }], visitor.phone, 'Oven tour', null],
  );
  const [mail] = await itemsOf(t, `/api/mail?to=${visitor.email}`);
  assert.match(mail.attachments[0].text, /METHOD:REQUEST[^]*UID:/);
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  assert.deepEqual([body.status, body.expiresAt, body.party.id], ['scheduled', null, lead.id]);
  assert.deepEqual(
    body.history.map(({ kind }: { kind: string }) => kind),
    ['made', 'confirmed'],
  );
});

test('F5: confirming again, also at the same moment, is answered and does nothing new', async () => {
  const visitor = called('again');
  const { token } = await held(await t.share(unknown), '2026-12-04T09:00:00Z', visitor);
  const news = await watch(t);
  const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(token)));
  for (const { status, body } of answers) assert.deepEqual([status, body], [200, answers[0]!.body]);
  assert.equal((await news()).mails.length, 2);
  assert.deepEqual((await confirm(token)).body.status, 'scheduled');
  assert.deepEqual(await news(), NOTHING);
  assert.equal((await leadsOf(visitor.email)).length, 1);
});

test('F4: known by now: confirming matches again and makes nobody', async () => {
  const visitor = called('known-by-now');
  const { id, token } = await held(await t.share(unknown), '2026-12-07T09:00:00Z', visitor);
  const { body: known } = await know(visitor.email);
  assert.equal((await confirm(token)).status, 200);
  assert.deepEqual(await leadsOf(visitor.email), []);
  assert.equal((await t.call('GET', `/api/bookings/${id}`)).body.party.id, known.id);
});

test('F4: two confirmations of one new address at once make one lead', async () => {
  const visitor = called('twice');
  const first = await held(await t.share(unknown), '2026-12-08T09:00:00Z', visitor);
  t.clock.advance(1);
  const other = await t.share({ ...unknown, hostIds: [t.bo.id] });
  const second = await held(other, '2026-12-08T09:00:00Z', visitor);
  assert.notEqual(first.token, second.token);
  const done = await Promise.all([confirm(first.token), confirm(second.token)]);
  assert.deepEqual(
    done.map(({ status }) => status),
    [200, 200],
  );
  assert.equal((await leadsOf(visitor.email)).length, 1);
});

test('F3: an expired hold gives way to whoever books, before any job has run', async () => {
  const link = await t.share(unknown);
  const start = '2026-12-09T09:00:00Z';
  const { id, token } = await held(link, start, called('expires'));
  await know('ola@verify.example');
  const other = { name: 'Ola', email: 'ola@verify.example' };
  assert.equal((await t.book(link, start, other)).status, 409);
  t.clock.advance(30);
  assert.ok((await t.starts(link, '2026-12-09')).includes(start));
  assert.equal((await t.book(link, start, other)).body.status, 'scheduled');
  assert.equal((await t.call('GET', `/api/bookings/${id}`)).body.status, 'expired');
  assert.equal((await confirm(token)).status, 410);
  await workOff(t);
  const news = await watch(t);
  await letTimeTell(t);
  assert.deepEqual(await news(), NOTHING);
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  assert.deepEqual([body.status, body.history.at(-1).kind], ['expired', 'expired']);
});
