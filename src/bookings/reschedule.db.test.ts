import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Answer } from '../../demo/open-termika.ts';
import { itemsOf, NOTHING, tokenOf, watch, workOff } from './happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;

const move = (token: string, start: string) =>
  t.call('POST', `/api/public/bookings/${token}/reschedule`, { start });
const moveByStaff = (id: string, wish: object, as = t.anna) =>
  t.call('POST', `/api/bookings/${id}/reschedule`, wish, as);

async function filesMailedTo(address: string): Promise<string[]> {
  await workOff(t);
  const mails = await itemsOf(t, `/api/mail?to=${encodeURIComponent(address)}`);
  return mails.flatMap((mail) => mail.attachments.map((file: { text: string }) => file.text));
}

const lineOf = (file: string, name: string) => new RegExp(`^${name}[:;].*$`, 'm').exec(file)?.[0].trim();

test('E8: a move tells both sides once, keeps the UID, raises SEQUENCE and stands on the timeline', async () => {
  const link = await t.share({ guests: { allowed: true, max: 1 } });
  const booked = await t.book(link, '2026-12-01T09:00:00Z', chloe, { guests: ['ola@guest.example'] });
  const news = await watch(t);
  const moved = await move(tokenOf(booked), '2026-12-02T13:00:00Z');
  assert.deepEqual(
    [moved.status, moved.body],
    [200, { start: '2026-12-02T13:00:00Z', end: '2026-12-02T13:30:00Z' }],
  );
  assert.deepEqual(await news(), {
    mails: [
      'host-rescheduled to anna@termika.example',
      'rescheduled to chloe@girard-pains.example',
      'rescheduled to ola@guest.example',
    ],
    timeline: ['lead: booking rescheduled'],
    calendar: ['+ Anna 2026-12-02T13:00:00Z', '- Anna 2026-12-01T09:00:00Z'],
  });
  for (const address of [chloe.email, t.anna.email, 'ola@guest.example']) {
    const [now, before] = await filesMailedTo(address);
    assert.equal(lineOf(now!, 'UID'), lineOf(before!, 'UID'));
    assert.deepEqual([lineOf(before!, 'SEQUENCE'), lineOf(now!, 'SEQUENCE')], ['SEQUENCE:0', 'SEQUENCE:1']);
    assert.deepEqual(
      [lineOf(before!, 'METHOD'), lineOf(now!, 'METHOD')],
      ['METHOD:REQUEST', 'METHOD:REQUEST'],
    );
    assert.equal(lineOf(now!, 'DTSTART'), 'DTSTART:20261202T130000Z');
  }
  assert.ok((await t.starts(link, '2026-12-01')).includes('2026-12-01T09:00:00Z'), 'the old time is free');
  assert.equal((await t.call('GET', `/api/public/bookings/${tokenOf(booked)}`)).body.start, moved.body.start);
});

test('E8: moving to where it is changes nothing', async () => {
  const booked = await t.book(await t.share(), '2026-12-03T09:00:00Z', chloe);
  const news = await watch(t);
  assert.equal((await move(tokenOf(booked), '2026-12-03T09:00:00Z')).status, 200);
  assert.deepEqual(await news(), NOTHING);
  assert.equal((await t.call('GET', `/api/bookings/${booked.body.id}`)).body.sequence, 0);
});

test('E8: a booking does not stand in its own way: it may move into its own time, buffers and caps included', async () => {
  const link = await t.share({
    durationsMinutes: [60],
    incrementMinutes: 15,
    bufferBeforeMinutes: 15,
    bufferAfterMinutes: 15,
    caps: { perDay: 1, perHostPerDay: 1 },
  });
  const booked = await t.book(link, '2026-12-04T10:00:00Z', chloe);
  const query = 'from=2026-12-04&to=2026-12-04&timeZone=Europe/Paris';
  const { body } = await t.call('GET', `/api/public/bookings/${tokenOf(booked)}/slots?${query}`);
  assert.ok(body.days[0].slots.includes('2026-12-04T10:15:00Z'));
  assert.equal((await move(tokenOf(booked), '2026-12-04T10:15:00Z')).status, 200);
  const [event] = await itemsOf(
    t,
    `/api/members/${t.anna.id}/events?from=2026-12-04T00:00:00Z&to=2026-12-05T00:00:00Z`,
  );
  assert.equal(event.start, '2026-12-04T10:15:00Z');
});

test('E8: everything else is looked at again: taken 409 with other times, off the grid 422, too soon 409', async () => {
  const link = await t.share({ minimumNoticeMinutes: 120, hostIds: [t.bo.id] });
  await t.book(link, '2026-12-07T10:00:00Z', marek);
  const booked = await t.book(link, '2026-12-07T09:00:00Z', chloe);
  const news = await watch(t);
  const token = tokenOf(booked);
  const taken = await move(token, '2026-12-07T10:00:00Z');
  assert.deepEqual([taken.status, taken.body.type], [409, '/problems/time-taken']);
  assert.deepEqual(taken.body.alternatives, [
    '2026-12-07T09:00:00Z',
    '2026-12-07T09:30:00Z',
    '2026-12-07T10:30:00Z',
  ]);
  for (const [start, status] of [
    ['2026-12-07T10:10:00Z', 422],
    ['2026-12-05T10:00:00Z', 422],
    ['2026-11-20T10:00:00Z', 422],
    ['2027-12-06T10:00:00Z', 422],
    ['2026-02-30T10:00:00Z', 422],
    ['2026-11-23T09:00:00Z', 409],
  ] as const) {
    assert.equal((await move(token, start)).status, status, start);
  }
  assert.deepEqual(await news(), NOTHING);
  assert.equal((await t.call('GET', `/api/public/bookings/${token}`)).body.start, '2026-12-07T09:00:00Z');
});

test('D6: the host stays when free; when not, the rule chooses, and all three sides hear of it', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [t.anna.id, t.bo.id], rule: 'in-order' });
  const booked = await t.book(link, '2026-12-08T09:00:00Z', chloe);
  const hosts = async () => (await t.call('GET', `/api/bookings/${booked.body.id}`)).body;
  await move(tokenOf(booked), '2026-12-08T10:00:00Z');
  assert.deepEqual((await hosts()).hostIds, [t.anna.id]);
  assert.equal((await hosts()).assignment.sentence, 'Anna Nowak keeps the meeting');
  await t.call('POST', `/api/members/${t.anna.id}/absences`, { from: '2026-12-09', to: '2026-12-09' });
  const news = await watch(t);
  await move(tokenOf(booked), '2026-12-09T10:00:00Z');
  assert.deepEqual((await hosts()).hostIds, [t.bo.id]);
  assert.deepEqual(await news(), {
    mails: [
      'host-new to bo@termika.example',
      'host-removed to anna@termika.example',
      'rescheduled to chloe@girard-pains.example',
    ],
    timeline: ['lead: booking rescheduled'],
    calendar: ['+ Bo 2026-12-09T10:00:00Z', '- Anna 2026-12-08T10:00:00Z'],
  });
  const [told] = await itemsOf(t, `/api/mail?to=${encodeURIComponent(chloe.email)}`);
  assert.match(told.text, /With: Bo Lindqvist[^]*Until now with: Anna Nowak/);
  assert.match((await hosts()).assignment.sentence, /Bo Lindqvist/);
});

test('E7: moving ends at the cut-off, to the minute, and says whom to write to', async () => {
  const later = await openTermika(await cleanSlate());
  const link = await later.share({ cutOffMinutes: 60 });
  const token = tokenOf(await later.book(link, '2026-11-23T11:00:00Z', chloe));
  const path = `/api/public/bookings/${token}`;
  later.clock.set('2026-11-23T10:00:00Z');
  assert.equal((await later.call('GET', path)).body.canReschedule, true);
  const moved = await later.call('POST', `${path}/reschedule`, { start: '2026-11-23T12:00:00Z' });
  assert.equal(moved.status, 200);
  later.clock.set('2026-11-23T11:01:00Z');
  const news = await watch(later);
  const { body } = await later.call('GET', path);
  assert.deepEqual([body.canReschedule, body.canCancel], [false, true]);
  const late = await later.call('POST', `${path}/reschedule`, { start: '2026-11-24T12:00:00Z' });
  assert.deepEqual([late.status, late.body.type], [409, '/problems/too-late']);
  assert.match(late.body.detail, /Write to its host/);
  assert.deepEqual(await news(), NOTHING);
  await later.close();
});

test('E8: staff move within hours, or outside them when they say so, and may name the host', async () => {
  const link = await t.share({ minimumNoticeMinutes: 10_000, horizon: { rollingDays: 30 } });
  const { body: made } = await t.book(link, '2026-12-10T09:00:00Z', chloe);
  const move = (wish: object): Promise<Answer> => moveByStaff(made.id, wish);
  assert.equal((await move({ start: '2026-11-24T09:05:00Z' })).status, 200, 'sooner and off the grid');
  const outside = await move({ start: '2026-12-12T20:00:00Z' });
  assert.deepEqual([outside.status, outside.body.errors[0].path], [422, 'outsideHours']);
  const open = await move({ start: '2026-12-12T20:00:00Z', outsideHours: true });
  assert.deepEqual([open.status, open.body.start, open.body.sequence], [200, '2026-12-12T20:00:00Z', 2]);
  const given = await move({ start: '2026-12-14T09:00:00Z', hostId: t.bo.id });
  assert.deepEqual([given.status, given.body.hostIds], [200, [t.bo.id]]);
  assert.deepEqual(given.body.assignment.byHand, { by: t.anna.id, reason: null });
  const nobody = await move({
    start: '2026-12-14T10:00:00Z',
    hostId: '0198c0de-0000-7000-8000-000000000000',
  });
  assert.deepEqual([nobody.status, nobody.body.errors[0].path], [422, 'hostId']);
  assert.equal((await move({ start: '2026-12-14T10:02:00Z' })).status, 422);
});

test('E8: giving a meeting to a colleague needs the permission; a meeting of several keeps its hosts', async () => {
  const { body: own } = await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-15T09:00:00Z', chloe);
  const away = { start: '2026-12-15T10:00:00Z', hostId: t.anna.id };
  assert.equal((await moveByStaff(own.id, away, t.bo)).status, 403);
  assert.equal((await moveByStaff(own.id, { ...away, hostId: t.bo.id }, t.bo)).status, 200);
  const group = await t.share({ kind: 'group', hostIds: [t.anna.id, t.bo.id] });
  const { body: both } = await t.book(group, '2026-12-15T12:00:00Z', marek);
  const refused = await moveByStaff(both.id, { start: '2026-12-15T13:00:00Z', hostId: t.bo.id });
  assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'hostId']);
  const moved = await moveByStaff(both.id, { start: '2026-12-15T13:00:00Z' });
  assert.deepEqual([moved.status, moved.body.hostIds], [200, [t.anna.id, t.bo.id]]);
});
