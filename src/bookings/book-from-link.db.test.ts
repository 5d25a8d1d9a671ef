import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { breakTable, NOTHING, rowCounts, tokenOf, watch } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;

const keyed = (key: string) => ({ 'idempotency-key': key });

test('E2: a booking is one act: claim, booking, lead, reasons, mails to both sides, calendar', async () => {
  const link = await t.share();
  const news = await watch(t);
  const booked = await t.book(link, '2026-12-01T08:00:00Z', chloe);
  assert.equal(booked.status, 201);
  const { id, manageUrl, ...told } = booked.body;
  assert.deepEqual(told, {
    status: 'scheduled',
    start: '2026-12-01T08:00:00Z',
    end: '2026-12-01T09:00:00Z'.replace('09:00', '08:30'),
    timeZone: 'Europe/Paris',
    hosts: [{ name: 'Anna Nowak' }],
  });
  assert.match(manageUrl, /^http:\/\/127\.0\.0\.1:3000\/bookings\/[\w-]{43}$/);
  assert.deepEqual(await news(), {
    mails: ['confirmation to chloe@girard-pains.example', 'host-new to anna@termika.example'],
    timeline: ['lead: booking made', 'lead: created'],
    calendar: ['+ Anna 2026-12-01T08:00:00Z'],
  });
  const { body } = await t.call('GET', `/api/bookings/${id}`);
  assert.equal(body.assignment.sentence, 'Anna Nowak is the only host');
  assert.deepEqual(
    body.history.map((change: { kind: string; by: { kind: string } }) => [change.kind, change.by.kind]),
    [['made', 'visitor']],
  );
});

test('E2: when anything fails, however late, nothing is left and the same words work afterwards', async () => {
  const link = await t.share({ guests: { allowed: true, max: 2 } });
  const more = { guests: ['ola@guest.example'], answers: {} };
  const visitor = { name: 'Ewa', email: 'ewa@late.example' };
  const book = () => t.book(link, '2026-12-01T10:00:00Z', visitor, more, keyed('late'));
  const places = [
    ['claims', 'insert'],
    ['bookings', 'insert'],
    ['assignments', 'insert'],
    ['timeline_records', 'insert'],
    ['outbox', 'insert'],
    ['idempotency_keys', 'update'],
  ] as const;
  const before = await rowCounts(t);
  for (const [table, act] of places) {
    const mend = await breakTable(t, table, act);
    const refused = await book();
    await mend();
    assert.equal(refused.status, 500, table);
    assert.doesNotMatch(JSON.stringify(refused.body), /broken|at \/|ewa@/);
    assert.deepEqual(await rowCounts(t), before, `${table}: something was left behind`);
  }
  assert.ok((await t.starts(link, '2026-12-01')).includes('2026-12-01T10:00:00Z'));
  assert.equal((await book()).status, 201);
});

test('E3: the same key and words twenty times at once are one booking and twenty equal answers', async () => {
  const link = await t.share();
  const news = await watch(t);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => t.book(link, '2026-12-02T08:00:00Z', marek, {}, keyed('double-click'))),
  );
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body]),
    Array.from({ length: 20 }, () => [201, answers[0]!.body]),
  );
  const { mails, calendar } = await news();
  assert.deepEqual(mails, [
    'confirmation to marek@piekarnia-zielinski.example',
    'host-new to anna@termika.example',
  ]);
  assert.deepEqual(calendar, ['+ Anna 2026-12-02T08:00:00Z']);
  const later = await t.book(link, '2026-12-02T08:00:00Z', marek, {}, keyed('double-click'));
  assert.deepEqual([later.status, later.body], [201, answers[0]!.body]);
  assert.deepEqual(await news(), NOTHING);
});

test('E3: sent again while the first is on its way, however far it is, it is answered like the first', async () => {
  const link = await t.share({ hostIds: [t.bo.id], durationsMinutes: [5] });
  const starts = await t.starts(link, '2026-12-15');
  for (let delay = 0; delay < 25; delay++) {
    const send = () => t.book(link, starts[delay]!, marek, {}, keyed(`impatient-${delay}`));
    const [one, other] = await Promise.all([send(), sleep(delay).then(send)]);
    assert.deepEqual([other.status, other.body], [201, one.body], `after ${delay} ms`);
  }
});

test('E3: a key with other words is refused, wherever it was used', async () => {
  const link = await t.share();
  await t.book(link, '2026-12-02T09:00:00Z', chloe, {}, keyed('mine'));
  const news = await watch(t);
  for (const [start, visitor] of [
    ['2026-12-02T10:00:00Z', chloe],
    ['2026-12-02T09:00:00Z', { ...chloe, name: 'Chloe' }],
  ] as const) {
    const refused = await t.book(link, start, visitor, {}, keyed('mine'));
    assert.equal(refused.status, 422);
    assert.equal(refused.body.type, '/problems/key-reused');
  }
  assert.deepEqual(await news(), NOTHING);
});

test('E3: a key belongs to its link, and only a booking stays under it', async () => {
  const [one, other] = [await t.share(), await t.share({ hostIds: [t.bo.id], kind: 'personal' })];
  const start = '2026-12-02T11:00:00Z';
  const first = await t.book(one, start, chloe, {}, keyed('shared'));
  const second = await t.book(other, start, chloe, {}, keyed('shared'));
  assert.deepEqual([first.status, second.status], [201, 201]);
  assert.notEqual(first.body.id, second.body.id);

  const refused = await t.book(one, start, marek, {}, keyed('again'));
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/time-taken']);
  const free = refused.body.alternatives[0];
  assert.equal((await t.book(one, free, marek, {}, keyed('again'))).status, 201);
});

test('E3: a key that is no key is refused, and without one two requests are two', async () => {
  const link = await t.share();
  const bad = await t.book(link, '2026-12-02T12:00:00Z', chloe, {}, keyed('ü'.repeat(3)));
  assert.deepEqual([bad.status, bad.body.errors[0].path], [422, 'Idempotency-Key']);
  assert.equal((await t.book(link, '2026-12-02T12:00:00Z', chloe)).status, 201);
  assert.equal((await t.book(link, '2026-12-02T12:00:00Z', chloe)).status, 409);
});

test('E6: what a visitor typed stays on the booking and never overwrites the contact', async () => {
  const contact = { name: 'Chloé Girard', emails: [{ address: 'c.girard@known.example', primary: true }] };
  const { body: known } = await t.call('POST', '/api/contacts', contact);
  const link = await t.share({
    questions: [{ id: 'firm', label: 'Firm', kind: 'text', required: false, field: 'companyName' }],
  });
  const visitor = {
    name: 'CHLOE!!',
    email: 'C.Girard@KNOWN.example',
    phone: '+33 4 00 00 00 00',
    details: 'hi',
  };
  const booked = await t.book(link, '2026-12-03T08:00:00Z', visitor, { answers: { firm: 'Other Ltd' } });
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  assert.deepEqual(body.visitor, visitor);
  assert.deepEqual(body.answers, [{ id: 'firm', label: 'Firm', value: 'Other Ltd' }]);
  assert.deepEqual(body.party, { kind: 'contact', id: known.id, name: 'Chloé Girard' });
  const { body: after } = await t.call('GET', `/api/contacts/${known.id}`);
  assert.deepEqual({ ...after, activeAt: 0 }, { ...known, activeAt: 0 });
});

test('E6: the booking keeps its time, length, title and place when its link changes (B5)', async () => {
  const link = await t.share({ location: { kind: 'phone', value: '+33 1 00 00 00 00' }, title: 'Oven tour' });
  const booked = await t.book(link, '2026-12-03T09:00:00Z', { ...marek, timeZone: 'Asia/Kathmandu' });
  const changes = { title: 'Other', durationsMinutes: [60], location: null, hours: { weekly: [] } };
  assert.equal((await t.call('PATCH', `/api/links/${link.id}`, changes)).status, 200);
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  const { start, end, title, location, timeZone } = body;
  assert.deepEqual(
    { start, end, title, location, timeZone },
    {
      start: '2026-12-03T09:00:00Z',
      end: '2026-12-03T09:30:00Z',
      title: 'Oven tour',
      location: { kind: 'phone', value: '+33 1 00 00 00 00' },
      timeZone: 'Asia/Kathmandu',
    },
  );
  assert.equal((await t.call('GET', `/api/public/bookings/${tokenOf(booked)}`)).body.title, 'Oven tour');
});

test('E14: a booking shows its person, link and record; P11: and stands on the timeline of each', async () => {
  const link = await t.share();
  const booked = await t.book(link, '2026-12-03T10:00:00Z', { name: 'Zoé', email: 'zoe@new.example' });
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  assert.equal(body.linkId, link.id);
  const { body: lead } = await t.call('GET', `/api/leads/${body.party.id}`);
  assert.deepEqual([lead.name, lead.source], ['Zoé', 'Oven tour']);
  const deal = { name: 'Zoé’s baker', emails: [{ address: 'baker@zoe.example', primary: true }] };
  const { body: contact } = await t.call('POST', '/api/contacts', deal);
  const news = await watch(t);
  const record = { kind: 'contact', id: contact.id };
  const linked = await t.call('PATCH', `/api/bookings/${booked.body.id}`, { record });
  assert.deepEqual([linked.status, linked.body.record], [200, { ...record, name: deal.name }]);
  assert.deepEqual(await news(), { ...NOTHING, timeline: ['contact: booking linked'] });
  await t.call('PATCH', `/api/bookings/${booked.body.id}`, { record });
  assert.deepEqual(await news(), NOTHING);
});

test('E15: a colleague who books is internal: known, and nobody’s lead', async () => {
  const link = await t.share({ verification: 'unknown' });
  const news = await watch(t);
  const booked = await t.book(link, '2026-12-03T11:00:00Z', { name: 'Bo', email: 'BO@termika.example' });
  assert.deepEqual([booked.status, booked.body.status], [201, 'scheduled']);
  const { body } = await t.call('GET', `/api/bookings/${booked.body.id}`);
  assert.deepEqual([body.internal, body.party], [true, null]);
  assert.deepEqual(await news(), {
    mails: ['confirmation to bo@termika.example', 'host-new to anna@termika.example'],
    timeline: [],
    calendar: ['+ Anna 2026-12-03T11:00:00Z'],
  });
});
