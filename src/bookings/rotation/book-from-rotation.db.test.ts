import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Person } from '../../../demo/open-termika.ts';
import { namesIn, rotatingTermika } from '#rotations/office.test-support.ts';

const t = await rotatingTermika();
const { anna, bo, ines, tomasz } = t;
after(() => t.close());

const company = (await t.call('POST', '/api/companies', { name: 'Huta Baltica' })).body;
const emails = [{ address: 'ewa@huta.example', primary: true }];
const ewa = (await t.call('POST', '/api/contacts', { name: 'Ewa Lis', emails, companyIds: [company.id] }))
  .body;
const deal = (
  await t.call('POST', '/api/deals', { title: 'Furnace 3', companyId: company.id, contactIds: [ewa.id] })
).body;
const ofDeal = { kind: 'deal', id: deal.id };

/** Every meeting takes an hour of its own, so that nobody is busy unless a test says so. */
let hour = 0;
function nextStart(): string {
  const [day, at] = [Math.floor(hour / 8), 8 + (hour % 8)];
  hour += 1;
  const date = new Date(Date.UTC(2026, 10, 30 + Math.floor(day / 5) * 7 + (day % 5), at));
  return date.toISOString().replace('.000Z', 'Z');
}

const book = async (rotationId: string, more: Record<string, unknown> = {}, as?: Person) => {
  t.clock.advance(1);
  const body = { start: nextStart(), durationMinutes: 30, record: ofDeal, ...more };
  return t.call('POST', `/api/rotations/${rotationId}/bookings`, body, as);
};
const countsIn = async (id: string): Promise<Record<string, number>> => {
  const { queue } = await t.look(id);
  return Object.fromEntries(queue.map(({ name, booked }) => [name.split(' ')[0]!, booked]));
};
const proposed = async (id: string) => (await t.call('GET', `/api/rotations/${id}/proposal`)).body;

const named = ({ id, name }: Person) => ({ id, name });
/** As the list of its meetings says it, the latest first. */
const overridesIn = async (id: string) => {
  const { items } = (await t.call('GET', `/api/bookings?rotationId=${id}&sort=-start`)).body;
  return (items as { override: unknown }[]).map(({ override }) => override);
};

test('R4: the fewest meetings come first, ties to whoever waited longest, the never scheduled before all', async () => {
  const { id } = await t.rotate([anna, bo, ines]);
  assert.equal((await proposed(id)).memberId, anna.id);
  for (const host of [anna, bo, ines, anna, bo, ines]) {
    assert.equal((await proposed(id)).memberId, host.id);
    const { status, body } = await book(id);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(body.hostIds, [host.id]);
  }
  assert.deepEqual(await countsIn(id), { Anna: 2, Bo: 2, Ines: 2 });
});

test('R3: the proposal says why, and the host’s free times can be asked for even when nobody is free', async () => {
  const { id } = await t.rotate([anna, bo]);
  await book(id);
  const { name, sentence, candidates } = await proposed(id);
  assert.equal(name, bo.name);
  assert.match(sentence, /Bo Lindqvist is next: 0 meetings; Anna Nowak 1/);
  assert.equal(candidates.length, 2);
  const query = `memberId=${bo.id}&from=2027-02-01&to=2027-02-01&duration=45&timeZone=Europe/Paris`;
  const { body } = await t.call('GET', `/api/rotations/${id}/slots?${query}`);
  assert.equal(body.durationMinutes, 45);
  assert.ok(body.days[0].slots.length > 10);
  assert.ok(body.days[0].slots.every((slot: { hostIds: string[] }) => slot.hostIds.join() === bo.id));
  const sunday = query.replaceAll('2027-02-01', '2027-02-07');
  assert.deepEqual((await t.call('GET', `/api/rotations/${id}/slots?${sunday}`)).body.days, []);
});

test('R5: choosing another member counts for them alone; the skipped one is proposed again, the choice is kept', async () => {
  const { id } = await t.rotate([anna, bo, ines]);
  const { body } = await book(id, { memberId: ines.id, overrideReason: 'calendar full' });
  assert.deepEqual(body.hostIds, [ines.id]);
  assert.deepEqual(body.assignment.byHand, { by: anna.id, reason: 'calendar full' });
  assert.match(body.assignment.sentence, /Ines .*instead of Anna.*calendar full/);
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 0, Ines: 1 });
  assert.equal((await proposed(id)).memberId, anna.id);
  const taken = await book(id, { memberId: anna.id });
  assert.equal(taken.body.assignment.byHand, undefined);
  assert.deepEqual(await overridesIn(id), [
    null,
    { by: named(anna), reason: 'calendar full', instead: named(anna) },
  ]);
});

test('R6: deleting and cancelling take one away; counting cancelled ones is a switch', async () => {
  const { id } = await t.rotate([anna, bo]);
  const [first, second] = [(await book(id)).body, (await book(id)).body];
  assert.deepEqual(await countsIn(id), { Anna: 1, Bo: 1 });
  await t.call('POST', `/api/bookings/${first.id}/cancellation`, {});
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 1 });
  await t.change(id, { countCancelled: true });
  assert.deepEqual(await countsIn(id), { Anna: 1, Bo: 1 });
  assert.equal((await t.call('DELETE', `/api/bookings/${first.id}`)).status, 204);
  assert.equal((await t.call('DELETE', `/api/bookings/${first.id}`)).status, 404);
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 1 });
  await t.call('DELETE', `/api/bookings/${second.id}`);
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 0 });
});

test('R6: a missed meeting counts unless the rotation says no; a reopened one counts again', async () => {
  const { id } = await t.rotate([anna]);
  const { body } = await book(id);
  await t.call('POST', `/api/bookings/${body.id}/cancellation`, {});
  await t.call('POST', `/api/bookings/${body.id}/reopening`, {});
  assert.deepEqual(await countsIn(id), { Anna: 1 });
  const before = new Date(t.clock.now()).toISOString();
  t.clock.set(body.end);
  await t.call('POST', `/api/bookings/${body.id}/outcome`, { outcome: 'no-show' });
  assert.deepEqual(await countsIn(id), { Anna: 1 });
  await t.change(id, { countNoShows: false });
  assert.deepEqual(await countsIn(id), { Anna: 0 });
  t.clock.set(before);
});

test('R7: a newcomer begins the counting anew; deleting a meeting from before changes nothing, ties remember it', async () => {
  const { id } = await t.rotate([bo, anna]);
  const [ofBo] = [(await book(id)).body, (await book(id)).body];
  await t.change(id, { members: [bo, anna, ines].map((one) => ({ kind: 'member', id: one.id })) });
  assert.deepEqual(await countsIn(id), { Bo: 0, Anna: 0, Ines: 0 });
  assert.deepEqual(namesIn(await t.look(id)), ['Ines', 'Bo', 'Anna']);
  await t.call('DELETE', `/api/bookings/${ofBo.id}`);
  assert.deepEqual(await countsIn(id), { Bo: 0, Anna: 0, Ines: 0 });
});

test('R7: newcomers: level lets them start at the lowest count, and counting goes on', async () => {
  const { id } = await t.rotate([anna, bo], { newcomers: 'level' });
  for (let times = 0; times < 5; times++) await book(id);
  await t.change(id, { members: [anna, bo, ines].map((one) => ({ kind: 'member', id: one.id })) });
  assert.deepEqual(await countsIn(id), { Anna: 3, Bo: 2, Ines: 2 });
  await book(id);
  assert.deepEqual(await countsIn(id), { Anna: 3, Bo: 2, Ines: 3 });
});

test('R8: whoever is switched off is neither proposed nor booked, 409 with the reason; the count stays', async () => {
  const { id } = await t.rotate([anna, bo]);
  await book(id, { memberId: bo.id });
  await t.toggle(id, bo, false);
  const refused = await book(id, { memberId: bo.id });
  assert.deepEqual([refused.status, refused.body.reason], [409, 'switched-off']);
  assert.deepEqual((await book(id)).body.hostIds, [anna.id]);
  assert.deepEqual((await book(id)).body.hostIds, [anna.id]);
  assert.deepEqual(await countsIn(id), { Anna: 2, Bo: 1 });
  await t.toggle(id, bo, true);
  assert.deepEqual((await book(id)).body.hostIds, [bo.id]);
});

test('R9: all off says why; a colleague can be booked plainly all the same, uncounted', async () => {
  const { id } = await t.rotate([anna, bo]);
  await t.toggle(id, anna, false);
  await t.toggle(id, bo, false);
  const { memberId, sentence } = await proposed(id);
  assert.equal(memberId, null);
  assert.match(sentence, /Nobody can host at present: .*switched off/);
  const { why, next } = await t.look(id);
  assert.deepEqual([next, why], [null, sentence]);
  assert.equal((await book(id)).status, 409);
  const plainly = { start: nextStart(), durationMinutes: 30, hostId: bo.id, record: ofDeal };
  const { status, body } = await t.call('POST', '/api/bookings', plainly);
  assert.deepEqual([status, body.rotationId], [201, null]);
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 0 });
});

test('D2: unnamed, the next who is free gets it; named, a busy one is refused with their free times', async () => {
  const { id } = await t.rotate([anna, bo]);
  const start = nextStart();
  await t.call('POST', '/api/bookings', { start, durationMinutes: 30, hostId: anna.id });
  const refused = await book(id, { start, memberId: anna.id });
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/time-taken']);
  assert.ok(refused.body.alternatives.length > 0);
  const { body } = await book(id, { start });
  assert.deepEqual(body.hostIds, [bo.id]);
  assert.equal((await book(id, { start })).status, 409);
});

test('R11: the meeting is on the timelines of its record, contact and company; the contact is the visitor', async () => {
  const { id } = await t.rotate([tomasz]);
  const { body } = await book(id, {
    details: 'Second visit',
    attendees: ['kamil@huta.example', 'ewa@huta.example'],
  });
  assert.equal(body.visitor.email, 'ewa@huta.example');
  assert.deepEqual(body.guests, ['kamil@huta.example']);
  assert.deepEqual([body.details, body.rotation.id, body.party.id], ['Second visit', id, ewa.id]);
  for (const path of [`deals/${deal.id}`, `contacts/${ewa.id}`, `companies/${company.id}`]) {
    const { items } = (await t.call('GET', `/api/${path}/timeline`)).body;
    assert.equal(items[0].bookingId, body.id, path);
  }
  const mails = (await t.call('GET', '/api/mail?to=ewa@huta.example')).body.items;
  assert.equal(mails.filter((mail: { text: string }) => mail.text.includes(tomasz.name)).length, 1);
});

test('R11: from a record without a contact it is a meeting without a visitor, with what it is about', async () => {
  const { id } = await t.rotate([tomasz]);
  const alone = (await t.call('POST', '/api/companies', { name: 'Nobody there' })).body;
  const { status, body } = await book(id, {
    record: { kind: 'company', id: alone.id },
    details: 'First look',
  });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.visitor, body.details], [null, 'First look']);
  const list = await t.call('GET', `/api/bookings?rotationId=${id}`);
  assert.deepEqual(
    list.body.items.map((one: { id: string }) => one.id),
    [body.id],
  );
  const without = await book(id, { visitor: null });
  assert.deepEqual(
    [without.status, without.body.visitor],
    [201, null],
    'null says nobody, though there is a contact',
  );
});

test('R10: a round robin that uses a rotation shares its counts with colleagues, weights and switches included', async () => {
  const { id } = await t.rotate([anna, bo], { weights: { [bo.id]: 2 } });
  const link = await t.share({ kind: 'round-robin', hostIds: undefined, rotationId: id });
  const shown = (await t.call('GET', `/api/links/${link.id}`)).body;
  assert.deepEqual([shown.hostIds, shown.rotationId], [[anna.id, bo.id], id]);
  const hosts: string[] = [];
  for (let times = 0; times < 6; times++) {
    t.clock.advance(1);
    const visitor = { name: 'Marek', email: `marek${times}@one.example` };
    const byVisitor = times % 2 === 0;
    const made = byVisitor ? await t.book(link, nextStart(), visitor) : await book(id);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    hosts.push((await t.call('GET', `/api/bookings/${made.body.id}`)).body.hostIds[0]);
  }
  assert.equal(hosts.filter((host) => host === bo.id).length, 4);
  assert.deepEqual(await countsIn(id), { Anna: 2, Bo: 4 });
  await t.toggle(id, bo, false);
  const open = await t.call('GET', `/api/links/${link.id}/explanation?start=${nextStart()}`);
  const ofBo = open.body.hosts.find((host: { memberId: string }) => host.memberId === bo.id);
  assert.deepEqual([ofBo.free, ofBo.reasons[0].code], [false, 'switched-off']);
  await t.change(id, { members: [{ kind: 'member', id: ines.id }] });
  assert.deepEqual((await t.call('GET', `/api/links/${link.id}`)).body.hostIds, [ines.id]);
  const refused = await t.call('DELETE', `/api/rotations/${id}`);
  assert.deepEqual([refused.status, refused.body.usedBy], [409, [shown.title]]);
});

test('R1: without a seat or the permission book-for-others the API refuses; foreign ids are unknown', async () => {
  const { id } = await t.rotate([anna]);
  const priya = t.priya;
  for (const [method, path, body] of [
    ['GET', 'proposal', undefined],
    ['GET', 'slots?from=2026-12-01&to=2026-12-01&timeZone=Europe/Paris', undefined],
    ['POST', 'bookings', { start: nextStart(), durationMinutes: 30, record: ofDeal }],
  ] as const) {
    assert.equal((await t.call(method, `/api/rotations/${id}/${path}`, body, priya)).status, 403, path);
  }
  const nobody = anna.id.replace(/.{4}$/, '0000');
  assert.equal((await book(nobody)).status, 404);
  assert.equal((await book(id, { memberId: bo.id })).body.errors[0].path, 'memberId');
  assert.equal((await book(id, { record: { kind: 'deal', id: nobody } })).body.errors[0].path, 'record.id');
  assert.equal((await book(id, { start: '2026-11-22T08:00:00Z' })).status, 422);
  assert.deepEqual(await countsIn(id), { Anna: 0 });
});
