import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { tokenMailedTo } from '#bookings/happenings.test-support.ts';
import { bookedAt, names, watchReminders } from './reminders.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const look = watchReminders(t);
const { chloe, marek } = visitors;
const dayBefore = { minutes: 1440, when: 'before', to: 'visitor' };
const hourBefore = { minutes: 60, when: 'before', to: 'both' };
const dayAfter = { minutes: 1440, when: 'after', to: 'visitor' };
const act = (id: string, what: string, body: object = {}) =>
  t.call('POST', `/api/bookings/${id}/${what}`, body);

test('B7: reminders and follow-ups leave at their minute, each to whom it is for, in their language and zone', async () => {
  const link = await t.share({
    title: 'Oven tour',
    reminders: [
      { ...dayBefore, text: 'Bring a <b>plan</b>.\n\nSee https://termika.example/way' },
      hourBefore,
      { ...dayAfter, to: 'both' },
    ],
    location: { kind: 'address', value: '1 Kiln Road' },
  });
  await t.book(link, '2026-12-01T09:00:00Z', marek, {}, { 'accept-language': 'pl' });
  assert.deepEqual(await look('2026-11-30T08:59:00Z'), []);
  const [first, ...others] = await look('2026-11-30T09:00:00Z');
  assert.deepEqual(others, []);
  assert.deepEqual([first!.kind, first!.to, first!.state], ['reminder', marek.email, 'captured']);
  assert.match(first!.subject, /^Przypomnienie: Oven tour, wtorek, 1 grudnia/);
  assert.match(first!.text, /Bring a <b>plan<\/b>\./);
  assert.match(first!.html, /Bring a &lt;b&gt;plan&lt;\/b&gt;\./);
  assert.match(first!.text, /1 Kiln Road[\s\S]*\/bookings\/[A-Za-z0-9_-]{43}/);
  assert.match(first!.text, /Anna Nowak/);
  const hour = await look('2026-12-01T08:00:00Z');
  assert.deepEqual(names(hour), ['host-reminder to anna', `reminder to ${marek.email.split('@')[0]}`]);
  const host = hour.find(({ kind }) => kind === 'host-reminder')!;
  assert.match(host.subject, /^Reminder: Oven tour, Marek/);
  assert.match(host.text, /\/admin\/bookings\?open=/);
  assert.doesNotMatch(host.text, /\/bookings\/[A-Za-z0-9_-]{43}/);
  assert.deepEqual(await look('2026-12-01T12:00:00Z'), []);
  const after = await look('2026-12-02T09:30:00Z');
  assert.deepEqual(names(after), ['follow-up to marek', 'host-follow-up to anna']);
  const own = after.find(({ kind }) => kind === 'follow-up')!;
  assert.match(own.text, new RegExp(`${new URL(link.url).pathname}\n`), 'the way to another meeting');
  assert.deepEqual(await look('2026-12-09T09:30:00Z'), [], 'and never again');
});

test('B7: what would have left before the booking is not made', async () => {
  t.clock.set('2026-12-14T08:00:00Z');
  const link = await t.share({ reminders: [dayBefore, hourBefore] });
  await bookedAt(t, link, '2026-12-14T10:00:00Z');
  assert.deepEqual(names(await look('2026-12-14T09:30:00Z')), ['host-reminder to anna', 'reminder to chloe']);
});

test('E9: a cancelled and a deleted meeting are reminded of no more, and have no follow-up', async () => {
  t.clock.set('2026-12-21T08:00:00Z');
  const link = await t.share({ reminders: [hourBefore, dayAfter] });
  const one = await bookedAt(t, link, '2026-12-22T09:00:00Z');
  const two = await bookedAt(t, link, '2026-12-22T10:00:00Z');
  const held = await bookedAt(t, link, '2026-12-22T11:00:00Z');
  await act(one.id, 'cancellation');
  await t.call('DELETE', `/api/bookings/${two.id}`);
  assert.deepEqual(names(await look('2026-12-22T10:30:00Z')), ['host-reminder to anna', 'reminder to chloe']);
  t.clock.set('2026-12-22T12:00:00Z');
  await t.call('DELETE', `/api/bookings/${held.id}`);
  assert.deepEqual(await look('2026-12-24T12:00:00Z'), [], 'deleted after it took place');
});

test('F3: nobody is reminded of a meeting that nobody confirmed; once confirmed it has its reminders', async () => {
  t.clock.set('2027-01-11T08:00:00Z');
  const link = await t.share({ verification: 'everyone', holdMinutes: 1440, reminders: [hourBefore] });
  await bookedAt(t, link, '2027-01-11T12:00:00Z');
  assert.equal((await t.book(link, '2027-01-11T13:00:00Z', marek)).status, 201);
  const token = await tokenMailedTo(t, marek.email);
  assert.equal((await t.call('POST', `/api/public/bookings/${token}/verification`)).status, 200);
  assert.deepEqual(names(await look('2027-01-11T11:30:00Z')), []);
  assert.deepEqual(names(await look('2027-01-11T12:30:00Z')), ['host-reminder to anna', 'reminder to marek']);
});

test('E8, E10: a moved meeting is reminded of by its new time, a reopened one as before', async () => {
  t.clock.set('2027-01-18T08:00:00Z');
  const link = await t.share({ reminders: [{ ...dayBefore, to: 'both' }] });
  const { id } = await bookedAt(t, link, '2027-01-20T09:00:00Z');
  assert.equal((await look('2027-01-19T09:00:00Z')).length, 2);
  assert.equal((await act(id, 'reschedule', { start: '2027-01-22T09:00:00Z' })).status, 200);
  assert.deepEqual(await look('2027-01-20T12:00:00Z'), []);
  await act(id, 'cancellation');
  await act(id, 'reopening');
  const again = await look('2027-01-21T09:00:00Z');
  assert.deepEqual(names(again), ['host-reminder to anna', 'reminder to chloe']);
  assert.match(again[0]!.text, /22/);
  await act(id, 'cancellation');
  await act(id, 'reopening');
  assert.deepEqual(await look('2027-01-22T12:00:00Z'), [], 'not twice for one time');
});

test('E11: whoever has the meeting then is reminded, with the visitor told whom they meet', async () => {
  t.clock.set('2027-01-25T08:00:00Z');
  const link = await t.share({
    kind: 'round-robin',
    hostIds: [t.anna.id, t.bo.id],
    rule: 'in-order',
    reminders: [{ ...hourBefore, text: 'See you' }],
  });
  const { id } = await bookedAt(t, link, '2027-01-26T09:00:00Z');
  const handed = await act(id, 'reassignment', { hostId: t.bo.id, reason: 'Anna is at a fair' });
  assert.equal(handed.status, 200, JSON.stringify(handed.body));
  const sent = await look('2027-01-26T08:00:00Z');
  assert.deepEqual(names(sent), ['host-reminder to bo', 'reminder to chloe']);
  assert.match(sent.find(({ kind }) => kind === 'reminder')!.text, /Bo Lindqvist/);
});

test('E12: who did not come is not thanked; the host is asked all the same', async () => {
  t.clock.set('2027-02-01T08:00:00Z');
  const link = await t.share({ reminders: [{ minutes: 60, when: 'after', to: 'both' }] });
  const { id } = await bookedAt(t, link, '2027-02-01T10:00:00Z');
  t.clock.set('2027-02-01T10:40:00Z');
  assert.equal((await act(id, 'outcome', { outcome: 'no-show' })).status, 200);
  assert.deepEqual(names(await look('2027-02-01T12:00:00Z')), ['host-follow-up to anna']);
});

test('B7: what nobody sent in time is of no use once the meeting has begun; a follow-up still leaves', async () => {
  t.clock.set('2027-02-08T08:00:00Z');
  const link = await t.share({ reminders: [hourBefore, { minutes: 0, when: 'after', to: 'visitor' }] });
  await bookedAt(t, link, '2027-02-09T09:00:00Z');
  assert.deepEqual(names(await look('2027-02-09T15:00:00Z')), ['follow-up to chloe']);
});

test('E13: a colleague’s meeting has its link’s reminders when the visitor is told of it, else none', async () => {
  t.clock.set('2027-02-15T08:00:00Z');
  const link = await t.share({ reminders: [{ ...dayAfter, minutes: 30 }] });
  const changed = { appointmentPage: { enabled: true, linkId: link.id } };
  assert.equal((await t.call('PATCH', '/api/workspace', changed)).status, 200);
  const visitor = { name: chloe.name, email: chloe.email };
  for (const [start, notify] of [
    ['2027-02-16T09:00:00Z', true],
    ['2027-02-16T11:00:00Z', false],
  ] as const) {
    const wish = { start, durationMinutes: 30, status: 'scheduled', visitor, notify };
    const { status, body } = await t.call('POST', '/api/bookings', wish);
    assert.equal(status, 201, JSON.stringify(body));
  }
  assert.deepEqual(names(await look('2027-02-17T09:00:00Z')), ['follow-up to chloe']);
});

test('L8, B8: the follow-up leads to no page that is closed', async () => {
  t.clock.set('2027-02-22T08:00:00Z');
  const link = await t.share({ reminders: [{ ...dayAfter, minutes: 0 }] });
  const hours = ['09', '10', '11'].map((hour) => `2027-02-22T${hour}`);
  for (const hour of hours) await bookedAt(t, link, `${hour}:00:00Z`);
  const leads = async (hour: string, change: object) => {
    assert.equal((await t.call('PATCH', '/api/workspace', change)).status, 200);
    const [mail] = await look(`${hour}:45:00Z`);
    return mail!.text.includes(new URL(link.url).pathname);
  };
  const plan = { name: 'P', generalLinksPerMember: null };
  assert.equal(await leads(hours[0]!, { plan: { ...plan, scheduler: false } }), false);
  const page = (enabled: boolean) => ({ plan, appointmentPage: { enabled, linkId: link.id } });
  assert.equal(await leads(hours[1]!, page(false)), false);
  assert.equal(await leads(hours[2]!, page(true)), true);
});

test('B7: a meeting whose mails cannot be written does not keep those of others back', async () => {
  t.clock.set('2027-02-24T08:00:00Z');
  const link = await t.share({ reminders: [{ ...dayAfter, minutes: 0 }] });
  const { id } = await bookedAt(t, link, '2027-02-24T09:00:00Z');
  await t.book(link, '2027-02-24T10:00:00Z', marek);
  await t.platform.db.transact((tx) =>
    tx.updateTable('bookings').set({ visitor_time_zone: 'No/Where' }).where('booking_id', '=', id).execute(),
  );
  assert.deepEqual(names(await look('2027-02-24T11:00:00Z')), ['follow-up to marek']);
  assert.deepEqual(await look('2027-02-24T12:00:00Z'), [], 'and is not tried for ever');
});

test('F7: reminders of meetings that nobody proved to have booked count to the limits of their address', async () => {
  t.clock.set('2027-03-01T08:00:00Z');
  const link = await t.share({
    hours: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, start: '00:00', end: '24:00' })) },
    reminders: [{ minutes: 4320, when: 'before', to: 'visitor' }],
  });
  const victim = { name: 'Victim', email: 'victim@elsewhere.example' };
  for (let day = 8; day <= 12; day++)
    for (const hour of ['09', '14'])
      await t.book(link, `2027-03-${`${day}`.padStart(2, '0')}T${hour}:00:00Z`, victim);
  const { platform } = t;
  // All of them due at once, an hour after all mails of the bookings.
  await platform.db.transact(async (tx) => {
    const due = Date.parse('2027-03-05T09:00:00Z') / 60_000;
    await tx
      .updateTable('booking_reminders')
      .set({ due_minute: due })
      .where('due_minute', 'is not', null)
      .execute();
  });
  const sent = await look('2027-03-05T09:00:00Z');
  const states = Map.groupBy(sent, ({ state }) => state);
  assert.deepEqual([states.get('captured')?.length, states.get('queued')?.length], [6, 4]);
});
