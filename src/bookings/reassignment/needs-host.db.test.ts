import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';
import { itemsOf, NOTHING, watch } from '#bookings/happenings.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;
const priya = await t.hire('priya');
const ines = await t.hire('ines');

/** What needs a host, as the list, the counts and each booking say it. */
async function inNeed(): Promise<Record<string, string>> {
  const listed = await itemsOf(t, '/api/bookings?needsHost=true');
  const { body } = await t.call('POST', '/api/bookings/counts', { filters: [{ needsHost: 'true' }] });
  assert.deepEqual(body.counts, [listed.length]);
  const all = await itemsOf(t, '/api/bookings');
  const told = all.filter(({ needsHost }) => needsHost !== null);
  assert.deepEqual(
    told.map(({ id }) => id),
    listed.map(({ id }) => id),
    'the list and the bookings agree',
  );
  return Object.fromEntries(told.map(({ id, needsHost }) => [id, `${needsHost.why} ${needsHost.hostId}`]));
}

async function byHand(host: Person, start: string, durationMinutes = 30): Promise<string> {
  const wish = { start, durationMinutes, hostId: host.id, outsideHours: true };
  const { status, body } = await t.call('POST', '/api/bookings', wish);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

async function absence(host: Person, from: string, to = from): Promise<() => Promise<unknown>> {
  const { status, body } = await t.call('POST', `/api/members/${host.id}/absences`, { from, to });
  assert.equal(status, 201);
  return () => t.call('DELETE', `/api/members/${host.id}/absences/${body.id}`);
}

test('N2: an absence in Kolkata closes its dates there: five and a half hours before they begin in UTC', async () => {
  const before = await byHand(priya, '2026-12-01T18:00:00Z', 30);
  const into = await byHand(priya, '2026-12-01T18:30:00Z', 30);
  const over = await byHand(priya, '2026-12-02T18:00:00Z', 30);
  const after = await byHand(priya, '2026-12-02T18:30:00Z', 30);
  const back = await absence(priya, '2026-12-02');
  const why = `absence ${priya.id}`;
  assert.deepEqual(await inNeed(), { [into]: why, [over]: why });
  await back();
  assert.deepEqual(await inNeed(), {});
  const reaching = await byHand(priya, '2026-12-03T18:00:00Z', 60);
  const late = await absence(priya, '2026-12-04', '2026-12-05');
  assert.deepEqual(await inNeed(), { [reaching]: why }, 'a meeting that reaches into it is met');
  await late();
  assert.ok(before !== after);
});

test('N2: the date is that of the zone of the host’s hours, when they keep hours elsewhere', async () => {
  const id = await byHand(ines, '2026-12-08T09:30:00Z');
  const back = await absence(ines, '2026-12-07');
  assert.deepEqual(await inNeed(), {});
  await t.call('PUT', `/api/members/${ines.id}/hours`, {
    timeZone: 'Pacific/Pago_Pago',
    weekly: [],
    overrides: [],
  });
  assert.deepEqual(
    await inNeed(),
    { [id]: `absence ${ines.id}` },
    'eleven hours behind it is still the seventh',
  );
  await back();
});

test('N2: a lost seat matters to meetings of teams, not to one’s own', async () => {
  const tomasz = await t.hire('tomasz');
  const robin = await t.share({ kind: 'round-robin', hostIds: [tomasz.id, t.bo.id], rule: 'in-order' });
  const times = [
    { start: '2026-12-09T09:00:00Z', end: '2026-12-09T09:30:00Z' },
    { start: '2026-12-09T10:00:00Z', end: '2026-12-09T10:30:00Z' },
  ];
  const picked = { kind: 'specific-times', hours: null, singleUse: false, times };
  const shared = await t.share({ ...picked, hostIds: [tomasz.id, t.bo.id], rule: 'in-order' });
  const own = await t.share({ hostIds: [tomasz.id] });
  const { body: ofTeam } = await t.book(robin, '2026-12-10T09:00:00Z', chloe);
  const { body: ofTwo } = await t.book(shared, '2026-12-09T09:00:00Z', marek);
  await t.book(own, '2026-12-10T10:00:00Z', chloe);
  const news = await watch(t);
  await t.call('PATCH', `/api/members/${tomasz.id}`, { seat: false });
  const why = `no-seat ${tomasz.id}`;
  assert.deepEqual(await inNeed(), { [ofTwo.id]: why, [ofTeam.id]: why });
  await t.call('PATCH', `/api/members/${tomasz.id}`, { seat: true });
  assert.deepEqual(await inNeed(), {});
  assert.deepEqual(await news(), NOTHING, 'a question, never an event');
});

test('N2: only what is scheduled and still to come; who left comes before who is away', async () => {
  const lucie = await t.hire('lucie', { role: 'member' });
  const made = await byHand(lucie, '2026-12-11T09:00:00Z');
  const off = await byHand(lucie, '2026-12-11T10:00:00Z');
  await t.call('POST', `/api/bookings/${off}/cancellation`, {});
  await absence(lucie, '2026-12-11');
  assert.deepEqual(await inNeed(), { [made]: `absence ${lucie.id}` });
  await t.call('PATCH', `/api/members/${lucie.id}`, { active: false });
  assert.deepEqual(await inNeed(), { [made]: `inactive ${lucie.id}` });
  t.clock.set('2026-12-11T09:00:00Z');
  assert.deepEqual(await inNeed(), {}, 'it has begun');
  t.clock.set('2026-11-23T08:00:00Z');
});

test('E11: many at once, each an act of its own: one mail to each visitor, and what became of each', async () => {
  const gone = await t.hire('tomasz', { email: 'left@termika.example', name: 'Left Already' });
  const robin = await t.share({ kind: 'round-robin', hostIds: [gone.id, t.bo.id], rule: 'in-order' });
  const alone = await t.share({ hostIds: [gone.id] });
  const { body: one } = await t.book(robin, '2026-12-14T09:00:00Z', chloe);
  const { body: two } = await t.book(robin, '2026-12-14T10:00:00Z', marek);
  const { body: three } = await t.book(alone, '2026-12-14T11:00:00Z', chloe);
  await t.call('PATCH', `/api/members/${gone.id}`, { active: false });
  assert.equal(Object.keys(await inNeed()).length, 4);
  const news = await watch(t);
  const nowhere = '0198c0de-0000-7000-8000-000000000000';
  const bookingIds = [one.id, two.id, one.id, three.id, nowhere];
  const { status, body } = await t.call('POST', '/api/bookings/reassignments', {
    bookingIds,
    reason: 'Left Already has left',
  });
  assert.equal(status, 200);
  assert.deepEqual(body.done, [
    { id: one.id, hostIds: [t.bo.id] },
    { id: two.id, hostIds: [t.bo.id] },
  ]);
  assert.deepEqual(
    body.refused.map(({ id, reason }: { id: string; reason: string }) => [id, reason]),
    [
      [three.id, 'nobody-else'],
      [nowhere, 'not-found'],
    ],
  );
  assert.match(body.refused[0].message, /Name one/);
  assert.deepEqual((await news()).mails, [
    'host-new to bo@termika.example',
    'host-new to bo@termika.example',
    `rescheduled to ${chloe.email}`,
    `rescheduled to ${marek.email}`,
  ]);
});

test('E11: many to one colleague; none, too many or no ids are refused whole', async () => {
  const { body: three } = await t.book(await t.share(), '2026-12-17T09:00:00Z', chloe);
  const nowhere = '0198c0de-0000-7000-8000-000000000000';
  const named = { bookingIds: [three.id], hostId: t.bo.id, reason: 'x' };
  assert.deepEqual((await t.call('POST', '/api/bookings/reassignments', named)).body.refused, []);
  for (const wrong of [[], Array.from({ length: 201 }, () => nowhere), ['x']]) {
    const answer = await t.call('POST', '/api/bookings/reassignments', { bookingIds: wrong, reason: 'x' });
    assert.equal(answer.status, 422);
  }
});

test('E11: a proposal says whom the rule would choose, who else is free, and what keeps a named one from it', async () => {
  const hostIds = [t.anna.id, t.bo.id, priya.id];
  const link = await t.share({ kind: 'round-robin', hostIds, rule: 'in-order', minimumNoticeMinutes: 60 });
  const { body: made } = await t.book(link, '2026-12-15T09:00:00Z', chloe);
  await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-15T09:00:00Z', marek);
  const ask = async (query = '') =>
    (await t.call('GET', `/api/bookings/${made.id}/reassignment${query}`)).body;
  const found = await ask(`?hostId=${t.bo.id}`);
  assert.deepEqual([found.from, found.byRule.memberId], [t.anna.id, priya.id]);
  assert.match(found.byRule.sentence, /^Priya Nair/);
  assert.deepEqual(found.named, { memberId: t.bo.id, obstacle: 'busy', obstacles: ['busy'] });
  assert.deepEqual(
    found.candidates.map(({ memberId, free }: { memberId: string; free: boolean }) => [memberId, free]),
    [
      [t.bo.id, false],
      [priya.id, true],
    ],
  );
  assert.equal((await bookingHosts(made.id)).join(), t.anna.id, 'looking changes nothing');
  const group = await t.share({ kind: 'group', hostIds: [t.anna.id, t.bo.id] });
  const { body: both } = await t.book(group, '2026-12-16T09:00:00Z', marek);
  const { body } = await t.call('GET', `/api/bookings/${both.id}/reassignment`);
  assert.deepEqual([body.from, body.hosts.length, body.byRule], [null, 2, null]);
});

const bookingHosts = async (id: string): Promise<string[]> =>
  (await t.call('GET', `/api/bookings/${id}`)).body.hostIds;
