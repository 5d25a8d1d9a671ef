import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import { itemsOf, tokenOf, watch, workOff } from '#bookings/happenings.test-support.ts';
import { busyAt, contactCalled, roundRobin, shown, tokenFor, wholeOf } from './owner-first.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const ines = await t.hire('ines');
const all = [anna, bo, ines];

const MONDAY = '2026-11-30T08:00:00Z';
const hour = (n: number) => new Date(Date.parse(MONDAY) + n * 3_600_000).toISOString().replace('.000Z', 'Z');

test('C4: a link mailed to somebody needs no confirmation, names the host, and hands out the manage link', async () => {
  const link = await roundRobin(t, all, { verification: 'everyone' });
  const person = await contactCalled(t, 'Known One', { ownerId: bo.id });
  const { body: deal } = await t.call('POST', '/api/deals', { title: 'Ovens', contactIds: [person.id] });
  const record = { kind: 'deal', id: deal.id };
  const c = await tokenFor(t, link, person, record);
  const news = await watch(t);
  const booked = await t.book(link, MONDAY, person, { c });
  assert.deepEqual([booked.body.status, booked.body.hosts], ['scheduled', [{ name: bo.name }]]);
  const { hostIds, ...whole } = await wholeOf(t, booked);
  assert.deepEqual(hostIds, [bo.id]);
  assert.deepEqual([whole.record.kind, whole.record.id], ['deal', deal.id]);
  assert.deepEqual([whole.party.kind, whole.party.id], ['contact', person.id]);
  assert.deepEqual(await news(), {
    mails: [`confirmation to ${person.email}`, 'host-new to bo@termika.example'],
    timeline: ['contact: booking made'],
    calendar: [`+ Bo ${MONDAY}`],
  });
  const { items } = (await t.call('GET', `/api/deals/${deal.id}/timeline`)).body;
  assert.equal(items[0].bookingId, booked.body.id);
  const token = tokenOf(booked);
  const meeting = (await t.call('GET', `/api/public/bookings/${token}`)).body;
  assert.deepEqual(meeting.hosts, [{ name: bo.name }]);
  assert.match((await t.call('GET', `/api/public/bookings/${token}/invite.ics`)).body, /Bo Lindqvist/);
  await shown(t, link, { c });
  assert.ok(
    t.logged.length > 0 && !t.logged.some((line) => line.includes(c.slice(0, 40))),
    'logs know no token',
  );
});

test('C4: the same link with another address proves nothing of it', async () => {
  const link = await roundRobin(t, all, { verification: 'everyone' });
  const person = await contactCalled(t, 'Known Two', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  const { status, body } = await t.book(
    link,
    hour(1),
    { name: 'Friend', email: 'friend@else.example' },
    { c },
  );
  assert.deepEqual(
    [status, body.status, 'hosts' in body, 'manageUrl' in body],
    [201, 'unverified', false, false],
  );
  const whole = (await t.call('GET', `/api/bookings/${body.id}`)).body;
  assert.deepEqual([whole.party, whole.record, whole.hostIds], [null, null, [bo.id]]);
});

test('C4, E15: an expired, altered, cut or foreign token is a stranger’s, on every route alike', async () => {
  const link = await roundRobin(t, all);
  const other = await roundRobin(t, all);
  const person = await contactCalled(t, 'Known Three', { ownerId: bo.id });
  await busyAt(t, bo, '2026-12-01T08:00:00Z');
  const c = await tokenFor(t, link, person);
  const strangers = await shown(t, link);
  assert.notDeepEqual(await shown(t, link, { c }), strangers);
  const swapped = c.startsWith('A') ? `B${c.slice(1)}` : `A${c.slice(1)}`;
  const foreign = await tokenFor(t, other, person);
  for (const bad of [swapped, c.slice(0, -4), `${c}AAAA`, foreign, 'x', 'é\u0000', '0'.repeat(1900)]) {
    assert.deepEqual(await shown(t, link, { c: bad }), strangers, bad.slice(0, 20));
  }
  const booked = await t.book(link, '2026-12-01T08:00:00Z', person, { c: swapped });
  assert.equal(booked.status, 201);
  assert.equal('hosts' in booked.body, false);
});

test('C4: a mailed link knows its reader for ninety days', async () => {
  const link = await roundRobin(t, all, { horizon: { rollingDays: 5 } });
  const c = await tokenFor(t, link, await contactCalled(t, 'Known Late', { ownerId: bo.id }));
  await busyAt(t, bo, '2027-02-22T08:00:00Z');
  const week = { from: '2027-02-21', to: '2027-02-26' };
  t.clock.advance(90 * 1440 - 1);
  assert.equal((await shown(t, link, { c, ...week })).starts[0], '2027-02-22T09:00:00Z');
  t.clock.advance(1);
  assert.equal((await shown(t, link, { c, ...week })).starts[0], '2027-02-22T08:00:00Z');
  t.clock.advance(-90 * 1440);
});

test('C4, ABUSE 7: a raw owner or host id in address or body has no effect', async () => {
  const link = await roundRobin(t, all, { rule: 'in-order' });
  const person = await contactCalled(t, 'Known Four', {});
  const more = { hostId: ines.id, hostIds: [ines.id], ownerId: ines.id, host: ines.id, owner: ines.id };
  const answer = await t.book(link, hour(2), person, {
    ...more,
    status: 'completed',
    invited: true,
    record: more,
  });
  const { hostIds, status, record } = await wholeOf(t, answer);
  assert.deepEqual([hostIds, status, record], [[anna.id], 'scheduled', null]);
  const query = new URLSearchParams({ ...DATES, ownerId: ines.id, hostId: ines.id, owner: ines.id });
  const asked = await t.call('GET', `${link.path}/slots?${query}`);
  assert.deepEqual(
    asked.body,
    (await t.call('GET', `${link.path}/slots?${new URLSearchParams(DATES)}`)).body,
  );
});

const DATES = { from: '2026-11-30', to: '2026-12-11', timeZone: 'Europe/Paris' };

test('C4: only a link with `identify: email` takes a typed address for it, the same for known and unknown', async () => {
  const asks = await roundRobin(t, all, { identify: 'email' });
  const plain = await roundRobin(t, all);
  const person = await contactCalled(t, 'Known Five', { ownerId: bo.id });
  await busyAt(t, bo, '2026-12-02T08:00:00Z');
  const identify = (link: typeof asks, email: string) =>
    t.call('POST', `${link.path}/identification`, { email });
  assert.equal((await identify(plain, person.email)).status, 404);
  const [known, unknown] = [await identify(asks, person.email), await identify(asks, 'not@known.example')];
  assert.deepEqual([known.status, unknown.status], [200, 200]);
  assert.deepEqual([Object.keys(known.body), Object.keys(unknown.body)], [['c'], ['c']]);
  assert.equal(known.body.c.length, unknown.body.c.length);
  assert.equal(known.statements, unknown.statements);
  const own = await shown(t, asks, { c: known.body.c });
  assert.ok(!own.starts.includes('2026-12-02T08:00:00Z'));
  assert.deepEqual(await shown(t, asks, { c: unknown.body.c }), await shown(t, asks));
  const mailed = await tokenFor(t, asks, person);
  assert.equal(mailed.length, known.body.c.length);
  const booked = await t.book(asks, '2026-12-02T09:00:00Z', person, { c: known.body.c });
  assert.deepEqual((await wholeOf(t, booked)).hostIds, [bo.id]);
  assert.equal('hosts' in booked.body, false, 'a typed address proves nothing');
});

test('C4: a typed address counts for whoever typed it, not for another one on the form', async () => {
  const link = await roundRobin(t, all, { identify: 'email', rule: 'in-order' });
  const person = await contactCalled(t, 'Known Six', { ownerId: bo.id });
  const { c } = (await t.call('POST', `${link.path}/identification`, { email: person.email })).body;
  const booked = await t.book(link, '2026-12-03T08:00:00Z', { name: 'Else', email: 'else@x.example' }, { c });
  assert.deepEqual((await wholeOf(t, booked)).hostIds, [anna.id]);
});

test('C5: an unproven address gets the owner when they are free then, and somebody else when not', async () => {
  const link = await roundRobin(t, all, { rule: 'in-order' });
  const person = await contactCalled(t, 'Known Seven', { ownerId: ines.id });
  const first = await t.book(link, '2026-12-04T08:00:00Z', {
    ...person,
    email: ` ${person.email.toUpperCase()} `,
  });
  const theirs = await wholeOf(t, first);
  assert.deepEqual([theirs.hostIds, theirs.assignment.ownerBranch], [[ines.id], 'unproven-owner']);
  assert.match(theirs.assignment.sentence, /Ines Caron .*owner/);
  await busyAt(t, ines, '2026-12-04T09:00:00Z');
  const other = await wholeOf(t, await t.book(link, '2026-12-04T09:00:00Z', person));
  assert.deepEqual([other.hostIds, other.assignment.ownerBranch], [[anna.id], 'unproven']);
});

test('C5: neither page, answer, meeting, file nor new time tells who holds it; the mail does', async () => {
  const link = await roundRobin(t, all);
  assert.deepEqual((await t.call('GET', link.path)).body.hosts, []);
  const person = await contactCalled(t, 'Known Eight', { ownerId: bo.id });
  const booked = await t.book(link, '2026-12-08T08:00:00Z', person);
  assert.deepEqual(Object.keys(booked.body), ['id', 'status', 'start', 'end', 'timeZone', 'manageUrl']);
  const path = `/api/public/bookings/${tokenOf(booked)}`;
  const meeting = await t.call('GET', path);
  assert.equal('hosts' in meeting.body, false);
  const file = await t.call('GET', `${path}/invite.ics`);
  assert.equal(file.status, 200);
  await busyAt(t, bo, '2026-12-08T09:00:00Z');
  const slots = await t.call('GET', `${path}/slots?${new URLSearchParams(DATES)}`);
  const everybodys = await t.call('GET', `${link.path}/slots?${new URLSearchParams(DATES)}`);
  assert.deepEqual(slots.body.days, everybodys.body.days);
  const moved = await t.call('POST', `${path}/reschedule`, { start: '2026-12-08T09:00:00Z' });
  assert.deepEqual([moved.status, Object.keys(moved.body)], [200, ['start', 'end']]);
  const told = JSON.stringify([meeting.body, file.body, slots.body, moved.body, booked.body]);
  assert.doesNotMatch(told, /Bo Lindqvist|Anna|Ines|termika\.example/);
  assert.doesNotMatch(told, new RegExp(all.map(({ id }) => id).join('|')));
  const { items } = (await t.call('GET', `/api/mail?to=${encodeURIComponent(person.email)}`)).body;
  assert.ok(items.some((mail: { text: string }) => mail.text.includes('Bo Lindqvist')));
});

test('C5: whoever types an address and names themselves as a guest is not told whose person that is', async () => {
  const link = await roundRobin(t, all, { guests: { allowed: true, max: 2 } });
  const person = await contactCalled(t, 'Known Ten', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  const mailTo = async (guest: string) => {
    await workOff(t);
    return itemsOf(t, `/api/mail?to=${encodeURIComponent(guest)}`);
  };
  const booked = await t.book(link, '2026-12-10T08:00:00Z', person, { guests: ['curious@mail.example'] });
  const path = `/api/public/bookings/${tokenOf(booked)}`;
  await t.call('POST', `${path}/reschedule`, { start: '2026-12-10T09:00:00Z' });
  await t.call('POST', `/api/bookings/${booked.body.id}/reassignment`, { hostId: anna.id, reason: 'Ill' });
  await t.call('POST', `${path}/cancellation`, {});
  const mails = await mailTo('curious@mail.example');
  assert.deepEqual(
    new Set(mails.map(({ kind }) => kind)),
    new Set(['cancelled', 'confirmation', 'rescheduled']),
  );
  assert.equal(mails.length, 3);
  assert.doesNotMatch(JSON.stringify(mails), /Bo Lindqvist|Anna Nowak|termika\.example/);
  const guests = ['friend@mail.example'];
  await t.book(link, '2026-12-10T10:00:00Z', person, { c, guests });
  assert.match(
    JSON.stringify(await mailTo('friend@mail.example')),
    /Bo Lindqvist/,
    'a proven visitor’s guests are told',
  );
});

test('A10: without a token the owner rule asks nothing of the database, with it little', async () => {
  const plain = await roundRobin(t, all, { ownerFirst: 'off' });
  const strict = await roundRobin(t, all);
  const person = await contactCalled(t, 'Known Nine', { ownerId: bo.id });
  const c = await tokenFor(t, strict, person);
  const cost = async (path: string, more = {}) =>
    (await t.call('GET', `${path}/slots?${new URLSearchParams({ ...DATES, ...more })}`)).statements;
  const usual = await cost(plain.path);
  assert.equal(await cost(strict.path), usual);
  assert.equal(await cost(plain.path, { c: 'nonsense' }), usual);
  assert.ok((await cost(strict.path, { c })) <= usual + 6);
});
