import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { itemsOf, NOTHING, tokenOf, watch } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;

const cancelAs = (token: string, body?: object) =>
  t.call('POST', `/api/public/bookings/${token}/cancellation`, body);
const staff = (method: string, id: string, noun: string, body?: object) =>
  t.call(method, `/api/bookings/${id}${noun}`, body);

test('E9: a visitor cancels: free at once in every link, both sides told once, history stays', async () => {
  const [tour, talk] = [await t.share(), await t.share({ durationsMinutes: [60], incrementMinutes: 30 })];
  const group = await t.share({ kind: 'group', hostIds: [t.anna.id, t.bo.id] });
  const booked = await t.book(tour, '2026-12-01T09:00:00Z', chloe);
  const offersIt = async () =>
    Promise.all(
      [tour, talk, group].map(async (one) =>
        (await t.starts(one, '2026-12-01')).includes('2026-12-01T09:00:00Z'),
      ),
    );
  assert.deepEqual(await offersIt(), [false, false, false]);
  const news = await watch(t);
  const done = await cancelAs(tokenOf(booked), { reason: 'The oven broke.' });
  assert.deepEqual([done.status, done.body], [200, { status: 'cancelled' }]);
  assert.deepEqual(await news(), {
    mails: ['cancelled to chloe@girard-pains.example', 'host-cancelled to anna@termika.example'],
    timeline: ['lead: booking cancelled'],
    calendar: ['- Anna 2026-12-01T09:00:00Z'],
  });
  assert.deepEqual(await offersIt(), [true, true, true]);
  const { body } = await staff('GET', booked.body.id, '');
  assert.deepEqual([body.status, body.sequence, body.version], ['cancelled', 1, 2]);
  assert.deepEqual(
    body.history.map((one: { kind: string; reason?: string }) => [one.kind, one.reason]),
    [
      ['made', undefined],
      ['cancelled', 'The oven broke.'],
    ],
  );
  assert.equal((await t.book(group, '2026-12-01T09:00:00Z', marek)).status, 201);
});

test('E9: the mail takes the meeting out of calendars: METHOD CANCEL, the UID, a higher SEQUENCE', async () => {
  const booked = await t.book(await t.share(), '2026-12-02T09:00:00Z', chloe);
  await cancelAs(tokenOf(booked));
  await (
    await watch(t)
  )();
  for (const to of [chloe.email, t.anna.email]) {
    const [mail] = await itemsOf(t, `/api/mail?to=${to}`);
    const file = mail.attachments[0].text;
    assert.match(file, /METHOD:CANCEL/);
    assert.match(file, new RegExp(`UID:${booked.body.id}@`));
    assert.match(file, /SEQUENCE:1/);
    assert.match(file, /STATUS:CANCELLED/);
  }
});

test('E9: cancelling twice, or in two ways at once, happens once', async () => {
  const booked = await t.book(await t.share(), '2026-12-03T09:00:00Z', chloe);
  const news = await watch(t);
  const answers = await Promise.all([
    cancelAs(tokenOf(booked)),
    staff('POST', booked.body.id, '/cancellation', { reason: 'Ill.' }),
    cancelAs(tokenOf(booked)),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.equal((await news()).mails.length, 2);
  await cancelAs(tokenOf(booked));
  assert.deepEqual(await news(), NOTHING);
});

test('E7: a visitor cancels until the start and not from then on; staff also what has begun, nobody what is over', async () => {
  const later = await openTermika(await cleanSlate());
  const link = await later.share();
  const [one, two] = [
    await later.book(link, '2026-11-23T10:00:00Z', chloe),
    await later.book(link, '2026-11-23T12:00:00Z', marek),
  ];
  const path = (booked: typeof one) => `/api/public/bookings/${tokenOf(booked)}/cancellation`;
  later.clock.set('2026-11-23T09:59:59Z');
  assert.equal((await later.call('POST', path(one))).status, 200);
  later.clock.set('2026-11-23T12:00:00Z');
  const news = await watch(later);
  const late = await later.call('POST', path(two));
  assert.deepEqual([late.status, late.body.detail], [409, 'This meeting has begun; write to its host.']);
  assert.deepEqual(await news(), NOTHING);
  const asStaff = () => later.call('POST', `/api/bookings/${two.body.id}/cancellation`, {});
  later.clock.set('2026-11-23T12:31:00Z');
  assert.deepEqual([(await asStaff()).status, (await asStaff()).body.reason], [409, 'over']);
  later.clock.set('2026-11-23T12:15:00Z');
  assert.equal((await asStaff()).status, 200);
  await later.close();
});

test('E9: a hold is let go without a word to anybody', async () => {
  const link = await t.share({ verification: 'everyone' });
  const { body: held } = await t.book(link, '2026-12-04T09:00:00Z', chloe);
  const news = await watch(t);
  assert.equal((await staff('POST', held.id, '/cancellation')).body.status, 'cancelled');
  assert.deepEqual(await news(), NOTHING);
  assert.ok((await t.starts(link, '2026-12-04')).includes('2026-12-04T09:00:00Z'));
});

test('E9: deleting cancels what is to come, leaves the lists, and frees the time whatever the status', async () => {
  const link = await t.share();
  const { body: made } = await t.book(link, '2026-12-07T09:00:00Z', chloe);
  const news = await watch(t);
  assert.equal((await staff('DELETE', made.id, '')).status, 204);
  assert.deepEqual(await news(), {
    mails: ['cancelled to chloe@girard-pains.example', 'host-cancelled to anna@termika.example'],
    timeline: ['lead: booking cancelled', 'lead: booking deleted'],
    calendar: ['- Anna 2026-12-07T09:00:00Z'],
  });
  for (const [method, noun] of [
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/cancellation'],
  ] as const) {
    assert.equal((await staff(method, made.id, noun)).status, 404, method);
  }
  assert.equal((await t.call('GET', `/api/public/bookings/${tokenOf({ body: made })}`)).status, 404);
  assert.equal(
    (await itemsOf(t, '/api/bookings?q=girard')).some(({ id }) => id === made.id),
    false,
  );
  const done = { start: '2026-12-07T10:00:00Z', durationMinutes: 30, status: 'completed', hostId: t.anna.id };
  const { body: closed } = await t.call('POST', '/api/bookings', done);
  assert.equal((await t.starts(link, '2026-12-07')).includes(done.start), false);
  await staff('DELETE', closed.id, '');
  assert.ok((await t.starts(link, '2026-12-07')).includes(done.start));
});

test('E9, D3: counts go down: who was next is next again', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [t.anna.id, t.bo.id] });
  const hostOf = async (id: string) => (await staff('GET', id, '')).body.hostIds[0];
  const first = await t.book(link, '2026-12-08T09:00:00Z', chloe);
  assert.equal(await hostOf(first.body.id), t.anna.id);
  await staff('POST', first.body.id, '/cancellation');
  const second = await t.book(link, '2026-12-08T10:00:00Z', marek);
  assert.equal(await hostOf(second.body.id), t.anna.id, 'the cancelled one counts no more');
  const third = await t.book(link, '2026-12-08T11:00:00Z', chloe);
  assert.equal(await hostOf(third.body.id), t.bo.id);
  await staff('DELETE', third.body.id, '');
  const fourth = await t.book(link, '2026-12-08T12:00:00Z', chloe);
  assert.equal(await hostOf(fourth.body.id), t.bo.id, 'nor the deleted one');
});
