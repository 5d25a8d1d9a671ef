import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika } from '../../../demo/open-termika.ts';
import {
  away,
  busyAt,
  companyCalled,
  contactCalled,
  roundRobin,
  shown,
  tokenFor,
  wholeOf,
} from './owner-first.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const ines = await t.hire('ines');
const all = [anna, bo, ines];

const MONDAY = '2026-11-30T08:00:00Z';
const TUESDAY = '2026-12-01T08:00:00Z';

test('C1: with `off` the owner is ignored, with a token and without', async () => {
  const link = await roundRobin(t, all, { ownerFirst: 'off', rule: 'in-order' });
  const chloe = await contactCalled(t, 'Chloe Off', { ownerId: bo.id });
  const c = await tokenFor(t, link, chloe);
  assert.deepEqual(await shown(t, link, { c }), await shown(t, link));
  const booked = await t.book(link, MONDAY, chloe, { c });
  const { hostIds, assignment } = await wholeOf(t, booked);
  assert.deepEqual(hostIds, [anna.id]);
  assert.equal('ownerBranch' in assignment, false);
  assert.deepEqual(booked.body.hosts, [{ name: anna.name }]);
});

test('C2.1, S2 “owner is a paying user, is set up, is in this link and is free”: only the owner’s times, by the link’s hours', async () => {
  const link = await roundRobin(t, all, { hours: { weekly: [{ day: 3, start: '10:00', end: '12:00' }] } });
  const eve = await contactCalled(t, 'Eve One', { ownerId: bo.id });
  const c = await tokenFor(t, link, eve);
  const short = {
    weekly: [{ day: 1, start: '09:00', end: '10:00' }],
    overrides: [],
    timeZone: 'Europe/Paris',
  };
  await t.call('PUT', `/api/members/${bo.id}/hours`, short);
  await busyAt(t, bo, '2026-12-02T09:00:00Z');
  const wednesdays = [
    '2026-12-02T09:00:00Z',
    '2026-12-02T10:00:00Z',
    '2026-12-09T09:00:00Z',
    '2026-12-09T10:00:00Z',
  ];
  assert.deepEqual((await shown(t, link)).starts, wednesdays);
  assert.deepEqual(await shown(t, link, { c }), { starts: wednesdays.slice(1) });
  const taken = await t.book(link, wednesdays[0]!, eve, { c });
  assert.equal(taken.status, 409);
  assert.deepEqual(taken.body.alternatives, [wednesdays[1]], 'his nearest, not the others’');
  const { hostIds, assignment } = await wholeOf(t, await t.book(link, wednesdays[1]!, eve, { c }));
  assert.deepEqual(hostIds, [bo.id]);
  assert.deepEqual([assignment.ownerBranch, assignment.chosen], ['owner', [bo.id]]);
  assert.match(assignment.sentence, /Bo Lindqvist .*owner/);
});

test('C2.2, S2 “owner has no free time”: no times, nobody else is bookable, and the owner can be written to', async () => {
  const link = await roundRobin(t, all);
  const full = await contactCalled(t, 'Full Owner', { ownerId: ines.id });
  const c = await tokenFor(t, link, full);
  await away(t, ines, '2026-11-30', '2026-12-11');
  assert.deepEqual(await shown(t, link, { c }), { starts: [], ownerFull: true });
  const refused = await t.book(link, MONDAY, full, { c });
  assert.deepEqual([refused.status, refused.body.alternatives], [409, []]);
  const written = await t.call('POST', `${link.path}/owner-message`, { c, name: 'Full', text: 'When?' });
  assert.deepEqual([written.status, written.body], [202, { sent: true }]);
  assert.ok((await shown(t, link)).starts.length > 70, 'everybody else sees the others’ times');
});

test('C2.3, S2 “owner is no paying user, is not set up, or not in this link”: the link works as for everybody', async () => {
  const link = await roundRobin(t, all);
  const strangers = await shown(t, link);
  const lucie = await t.hire('lucie');
  const owned = await contactCalled(t, 'Not In', { ownerId: lucie.id });
  const c = await tokenFor(t, link, owned);
  assert.deepEqual(await shown(t, link, { c }), strangers, 'not in this link');
  const { assignment } = await wholeOf(t, await t.book(link, '2026-11-30T09:00:00Z', owned, { c }));
  assert.equal(assignment.ownerBranch, 'owner-cannot');
  const tomasz = await t.hire('tomasz');
  const wider = await roundRobin(t, [...all, tomasz]);
  const without = await contactCalled(t, 'No Seat', { ownerId: tomasz.id });
  const his = await tokenFor(t, wider, without);
  for (const change of [{ seat: false }, { seat: true, active: false }]) {
    assert.equal((await t.call('PATCH', `/api/members/${tomasz.id}`, change)).status, 200);
    assert.deepEqual(await shown(t, wider, { c: his }), await shown(t, wider), JSON.stringify(change));
  }
});

test('C2.4, D0, S2 “several are free”: not owned or unknown, one of them is drawn by lot', async () => {
  const link = await roundRobin(t, all);
  assert.equal((await t.call('GET', `/api/links/${link.id}`)).body.rule, 'random');
  const nobody = await contactCalled(t, 'Nobodys Own');
  const c = await tokenFor(t, link, nobody);
  assert.deepEqual(await shown(t, link, { c }), await shown(t, link));
  const { assignment } = await wholeOf(t, await t.book(link, TUESDAY, nobody, { c }));
  assert.deepEqual([assignment.ownerBranch, assignment.rule], ['not-owned', 'random']);
  assert.equal(assignment.candidates.length, 3);
  const stranger = { name: 'Stranger', email: 'stranger@elsewhere.example' };
  const other = await wholeOf(t, await t.book(link, TUESDAY, stranger));
  assert.deepEqual([other.assignment.ownerBranch, other.assignment.rule], ['unproven', 'random']);
});

test('C2: a person without an owner is their company’s owner’s, of several the most recent one with an owner', async () => {
  const link = await roundRobin(t, all);
  const companies = [
    await companyCalled(t, 'Older Bakery', anna.id),
    await companyCalled(t, 'Later Bakery', bo.id),
    await companyCalled(t, 'Nobodys Bakery', null),
  ];
  const person = await contactCalled(t, 'By Company', { companyIds: companies });
  t.clock.advance(1);
  await t.call('POST', `/api/companies/${companies[0]}/notes`, { html: 'Called' });
  await busyAt(t, anna, '2026-12-03T08:00:00Z');
  const c = await tokenFor(t, link, person);
  assert.ok(!(await shown(t, link, { c })).starts.includes('2026-12-03T08:00:00Z'), 'Anna’s times');
  const { hostIds } = await wholeOf(t, await t.book(link, '2026-12-03T09:00:00Z', person, { c }));
  assert.deepEqual(hostIds, [anna.id]);
  const own = await contactCalled(t, 'By Own', { companyIds: companies, ownerId: bo.id });
  const hisOwn = await t.book(link, '2026-12-03T10:00:00Z', own, { c: await tokenFor(t, link, own) });
  assert.deepEqual((await wholeOf(t, hisOwn)).hostIds, [bo.id], 'the person’s own owner comes first');
});

test('C2: in a panel the first chair that lists the owner is theirs, the others go by their rule', async () => {
  const chairs = [{ candidateIds: [anna.id] }, { candidateIds: [ines.id, bo.id] }];
  const settings = { kind: 'panel', chairs, hostIds: undefined, rule: 'in-order' };
  const link = await roundRobin(t, [], { ...settings, horizon: { from: '2026-12-14', to: '2026-12-18' } });
  const person = await contactCalled(t, 'Panel Owned', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  await busyAt(t, bo, '2026-12-14T08:00:00Z');
  const { starts } = await shown(t, link, { c });
  assert.deepEqual([starts[0], starts.length], ['2026-12-14T09:00:00Z', 39]);
  const { hostIds, assignment } = await wholeOf(t, await t.book(link, starts[0]!, person, { c }));
  assert.deepEqual([hostIds, assignment.ownerBranch], [[anna.id, bo.id], 'owner']);
});

test('C6: an owner deactivated between page and commit is never booked; who is free by then has it', async () => {
  const priya = await t.hire('priya');
  const link = await roundRobin(t, [priya, anna]);
  const person = await contactCalled(t, 'Late News', { ownerId: priya.id });
  const c = await tokenFor(t, link, person);
  const { starts } = await shown(t, link, { c });
  await t.call('PATCH', `/api/members/${priya.id}`, { active: false });
  const { hostIds, assignment } = await wholeOf(t, await t.book(link, starts.at(-1)!, person, { c }));
  assert.deepEqual([hostIds, assignment.ownerBranch], [[anna.id], 'owner-cannot']);
});

test('C6: whose record it is is asked again at commit', async () => {
  const link = await roundRobin(t, all);
  const person = await contactCalled(t, 'Handed Over', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  await t.call('PATCH', `/api/contacts/${person.id}`, { ownerId: anna.id });
  const { hostIds } = await wholeOf(t, await t.book(link, '2026-12-09T08:00:00Z', person, { c }));
  assert.deepEqual(hostIds, [anna.id]);
});

test('C2.1, D6: an invited visitor moves within the times of their owner and of whom they have; others in the whole link', async () => {
  const link = await roundRobin(t, [anna, bo], { rule: 'in-order' });
  const owned = await contactCalled(t, 'Moving Owned', { ownerId: bo.id });
  const c = await tokenFor(t, link, owned);
  const made = await t.book(link, '2026-12-10T08:00:00Z', owned, { c });
  const token = new URL(made.body.manageUrl).pathname.split('/').at(-1);
  await busyAt(t, bo, '2026-12-10T10:00:00Z');
  const manage = `/api/public/bookings/${token}`;
  const dates = 'from=2026-12-10&to=2026-12-10&timeZone=Europe/Paris';
  const { days } = (await t.call('GET', `${manage}/slots?${dates}`)).body;
  assert.ok(!days[0].slots.includes('2026-12-10T10:00:00Z'));
  const refused = await t.call('POST', `${manage}/reschedule`, { start: '2026-12-10T10:00:00Z' });
  assert.equal(refused.status, 409);
  const moved = await t.call('POST', `${manage}/reschedule`, { start: '2026-12-10T11:00:00Z' });
  assert.equal(moved.status, 200);
  assert.deepEqual((await wholeOf(t, made)).hostIds, [bo.id]);
  const stranger = { name: 'Not Invited', email: owned.email };
  const other = await t.book(link, '2026-12-10T09:00:00Z', stranger);
  const whole = new URL(other.body.manageUrl).pathname.split('/').at(-1);
  const all = (await t.call('GET', `/api/public/bookings/${whole}/slots?${dates}`)).body;
  assert.ok(all.days[0].slots.includes('2026-12-10T10:00:00Z'));
});
