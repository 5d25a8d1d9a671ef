import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { replay, type Decision } from '#engine/decide.ts';
import { visitors } from '../../../demo/cast.ts';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';
import { itemsOf, NOTHING, watch, workOff } from '#bookings/happenings.test-support.ts';
import { readAssignment } from '#bookings/store-lists.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;
const ines = await t.hire('ines');
const reason = 'On leave';

const give = (id: string, wish: object, as: Person = t.anna) =>
  t.call('POST', `/api/bookings/${id}/reassignment`, { reason, ...wish }, as);
const bookingOf = async (id: string) => (await t.call('GET', `/api/bookings/${id}`)).body;
async function decisionOf(id: string): Promise<Decision> {
  const row = await readAssignment(t.platform.db.read, t.workspaceId, id);
  return JSON.parse(row!.decision) as Decision;
}

async function filesMailedTo(address: string): Promise<string[]> {
  await workOff(t);
  const mails = await itemsOf(t, `/api/mail?to=${encodeURIComponent(address)}`);
  return mails.flatMap((mail) => mail.attachments.map((file: { text: string }) => file.text));
}
const lineOf = (file: string, name: string) => new RegExp(`^${name}[:;].*$`, 'm').exec(file)?.[0].trim();

test('E11: to a named host: claims, calendars and counts follow, everybody hears once, the reason is kept', async () => {
  const link = await t.share({
    kind: 'round-robin',
    hostIds: [t.anna.id, t.bo.id],
    rule: 'in-order',
    guests: { allowed: true, max: 1 },
  });
  const { body: made } = await t.book(link, '2026-12-01T09:00:00Z', chloe, { guests: ['ola@guest.example'] });
  const news = await watch(t);
  const given = await give(made.id, { hostId: t.bo.id });
  assert.deepEqual([given.status, given.body.hostIds, given.body.sequence], [200, [t.bo.id], 1]);
  assert.equal(given.headers.get('etag'), `"${given.body.version}"`);
  assert.deepEqual(await news(), {
    mails: [
      'host-new to bo@termika.example',
      'host-removed to anna@termika.example',
      'rescheduled to chloe@girard-pains.example',
      'rescheduled to ola@guest.example',
    ],
    timeline: ['lead: booking reassigned'],
    calendar: ['+ Bo 2026-12-01T09:00:00Z', '- Anna 2026-12-01T09:00:00Z'],
  });
  assert.deepEqual(given.body.assignment.byHand, { by: t.anna.id, reason });
  const { kind, from, to, by, ...told } = given.body.history.at(-1);
  assert.deepEqual([kind, from, to, by.id], ['reassigned', t.anna.id, t.bo.id, t.anna.id]);
  assert.deepEqual([told.reason, told.byRule, told.fromName], [reason, false, t.anna.name]);
  const [now, before] = await filesMailedTo(chloe.email);
  assert.equal(lineOf(now!, 'UID'), lineOf(before!, 'UID'));
  assert.deepEqual([lineOf(now!, 'SEQUENCE'), lineOf(now!, 'METHOD')], ['SEQUENCE:1', 'METHOD:REQUEST']);
  assert.equal((await t.book(link, '2026-12-01T09:00:00Z', marek)).status, 201, 'Anna’s time is free');
  assert.equal((await t.book(link, '2026-12-01T09:00:00Z', marek)).status, 409, 'Bo’s is not');
});

test('E11: the reason is for colleagues: the visitor’s mail names who comes, not why', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [t.anna.id, t.bo.id], rule: 'in-order' });
  const { body: made } = await t.book(link, '2026-12-02T09:00:00Z', marek);
  await give(made.id, { hostId: t.bo.id, reason: 'Anna quarrelled with them' });
  await workOff(t);
  const mailTo = async (address: string) =>
    (await itemsOf(t, `/api/mail?to=${encodeURIComponent(address)}`))[0].text as string;
  assert.match(await mailTo(marek.email), /Bo Lindqvist/);
  assert.match(await mailTo(marek.email), /Anna Nowak/);
  assert.doesNotMatch(await mailTo(marek.email), /quarrelled/);
  assert.match(await mailTo(t.bo.email), /quarrelled/);
  assert.match(await mailTo(t.anna.email), /quarrelled/);
});

test('E11: by the rule: among the other candidates, not counting itself, never back to whom it is taken from', async () => {
  const hostIds = [t.anna.id, t.bo.id, ines.id];
  const link = await t.share({ kind: 'round-robin', hostIds, rule: 'fewest-booked' });
  const { body: first } = await t.book(link, '2026-12-03T09:00:00Z', chloe);
  await t.book(link, '2026-12-03T10:00:00Z', marek);
  assert.deepEqual((await bookingOf(first.id)).hostIds, [t.anna.id]);
  const { status, body } = await give(first.id, { hostId: null });
  assert.deepEqual([status, body.hostIds], [200, [ines.id]], 'Bo has one, Ines none, Anna gives it away');
  assert.equal(body.assignment.byHand, undefined);
  assert.match(body.assignment.sentence, /Ines Caron: 0/);
  assert.equal(body.history.at(-1).reason, reason);
  assert.deepEqual(replay(await decisionOf(first.id)), body.hostIds, 'D5: and again');
  const { body: next } = await t.book(link, '2026-12-03T11:00:00Z', marek);
  assert.deepEqual(
    (await bookingOf(next.id)).hostIds,
    [t.anna.id],
    'D3: it counts for Ines now, not for Anna',
  );
});

test('E11: grid, notice and horizon do not matter, hours do, and open eyes go over them', async () => {
  const link = await t.share({
    kind: 'round-robin',
    hostIds: [t.anna.id, t.bo.id],
    rule: 'in-order',
    minimumNoticeMinutes: 60,
    bufferAfterMinutes: 15,
  });
  const { body: made } = await t.book(link, '2026-12-04T09:00:00Z', chloe);
  await t.call('PATCH', `/api/links/${link.id}`, {
    durationsMinutes: [45],
    minimumNoticeMinutes: 40_000,
    bufferAfterMinutes: 60,
  });
  await t.call('POST', `/api/members/${t.bo.id}/absences`, { from: '2026-12-04', to: '2026-12-04' });
  const away = await give(made.id, { hostId: t.bo.id });
  assert.deepEqual([away.status, away.body.errors[0].path], [422, 'outsideHours']);
  assert.equal((await give(made.id, {})).status, 409, 'a rule never chooses who is away');
  assert.equal((await give(made.id, { outsideHours: true })).status, 409);
  const taken = await give(made.id, { hostId: t.bo.id, outsideHours: true });
  assert.deepEqual([taken.status, taken.body.hostIds], [200, [t.bo.id]]);
  assert.equal(taken.body.end, '2026-12-04T09:30:00Z', 'B5: its length stays');
  const busy = await t.call('POST', `/api/bookings/${made.id}/reassignment`, { reason, hostId: t.anna.id });
  assert.equal(busy.status, 200);
  const { body: other } = await t.call('POST', '/api/bookings', {
    start: '2026-12-04T09:45:00Z',
    durationMinutes: 30,
    hostId: t.anna.id,
  });
  assert.ok(other.id, 'E6: the buffer is the booking’s own quarter of an hour');
});

test('E11: never over another claim, and it says what to do', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [t.anna.id, t.bo.id], rule: 'in-order' });
  const { body: made } = await t.book(link, '2026-12-07T09:00:00Z', chloe);
  await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-07T09:00:00Z', marek);
  const news = await watch(t);
  for (const wish of [{ hostId: t.bo.id }, { hostId: t.bo.id, outsideHours: true }, { hostId: null }]) {
    const { status, body } = await give(made.id, wish);
    assert.deepEqual([status, body.reason], [409, 'busy']);
    assert.match(body.detail, /or move the meeting/);
  }
  assert.deepEqual(await news(), NOTHING);
  assert.deepEqual((await bookingOf(made.id)).hostIds, [t.anna.id]);
});

test('E11: who lacks what a host of a team’s link needs is refused by name of it (B4)', async () => {
  const tomasz = await t.hire('tomasz', { seat: false });
  const link = await t.share({ kind: 'round-robin', hostIds: [t.anna.id, t.bo.id], rule: 'in-order' });
  const { body: made } = await t.book(link, '2026-12-08T09:00:00Z', chloe);
  const noSeat = await give(made.id, { hostId: tomasz.id });
  assert.deepEqual([noSeat.status, noSeat.body.reason], [409, 'no-seat']);
  await t.call('PATCH', `/api/members/${tomasz.id}`, { active: false });
  const gone = await give(made.id, { hostId: tomasz.id });
  assert.deepEqual([gone.status, gone.body.reason], [409, 'inactive']);
});

test('E11: a meeting of several: the one who goes is named, the others keep theirs and hear of it', async () => {
  const group = await t.share({ kind: 'group', hostIds: [t.anna.id, t.bo.id] });
  const { body: made } = await t.book(group, '2026-12-09T09:00:00Z', chloe);
  const which = await give(made.id, { hostId: ines.id });
  assert.deepEqual([which.status, which.body.errors[0].path], [422, 'fromHostId']);
  const stranger = await give(made.id, { hostId: t.anna.id, fromHostId: ines.id });
  assert.deepEqual([stranger.status, stranger.body.errors[0].path], [422, 'fromHostId']);
  const twice = await give(made.id, { hostId: t.anna.id, fromHostId: t.bo.id });
  assert.deepEqual([twice.status, twice.body.errors[0].path], [422, 'hostId']);
  assert.equal((await give(made.id, { fromHostId: t.bo.id })).body.reason, 'nobody-else');
  const news = await watch(t);
  const given = await give(made.id, { hostId: ines.id, fromHostId: t.bo.id });
  assert.deepEqual([given.status, given.body.hostIds], [200, [t.anna.id, ines.id]]);
  assert.deepEqual((await news()).mails, [
    'host-new to ines@termika.example',
    'host-partner to anna@termika.example',
    'host-removed to bo@termika.example',
    'rescheduled to chloe@girard-pains.example',
  ]);
  assert.deepEqual(replay(await decisionOf(made.id)), given.body.hostIds);
  const back = await give(made.id, { hostId: t.bo.id, fromHostId: t.anna.id });
  assert.deepEqual(back.body.hostIds, [t.bo.id, ines.id], 'each in their chair');
});

test('E11: of a panel the rule of that very chair decides; who cannot host any more goes without being named', async () => {
  const lucie = await t.hire('lucie', { role: 'member' });
  const chairs = [
    { candidateIds: [t.anna.id] },
    { candidateIds: [lucie.id, t.bo.id, ines.id], rule: 'in-order' },
  ];
  const panel = await t.share({ kind: 'panel', chairs });
  const { body: made } = await t.book(panel, '2026-12-10T09:00:00Z', chloe);
  assert.deepEqual((await bookingOf(made.id)).hostIds, [t.anna.id, lucie.id]);
  await t.call('PATCH', `/api/members/${lucie.id}`, { active: false });
  assert.deepEqual((await bookingOf(made.id)).needsHost, { hostId: lucie.id, why: 'inactive' });
  const news = await watch(t);
  const given = await give(made.id, {});
  assert.deepEqual([given.status, given.body.hostIds], [200, [t.anna.id, t.bo.id]]);
  assert.equal(given.body.needsHost, null);
  assert.deepEqual(
    (await news()).mails,
    [
      'host-new to bo@termika.example',
      'host-partner to anna@termika.example',
      `rescheduled to ${chloe.email}`,
    ],
    'who has left gets no more mail',
  );
});

test('E11: without a rule a host is to be named; nothing changes for whom has it; only what is to come changes hands', async () => {
  const byHand = { start: '2026-12-11T09:00:00Z', durationMinutes: 30, hostId: t.anna.id };
  const { body: made } = await t.call('POST', '/api/bookings', byHand);
  const unnamed = await give(made.id, { hostId: null });
  assert.deepEqual([unnamed.status, unnamed.body.reason], [409, 'name-a-host']);
  assert.match(unnamed.body.detail, /Name a host/);
  const news = await watch(t);
  const same = await give(made.id, { hostId: t.anna.id });
  assert.deepEqual([same.status, same.body.sequence], [200, 0]);
  assert.deepEqual(await news(), NOTHING);
  for (const wrong of [
    { reason: '  ' },
    { reason: undefined },
    { hostId: '0198c0de-0000-7000-8000-000000000000' },
    { hostId: 'x' },
    { oops: 1 },
  ])
    assert.equal((await give(made.id, wrong)).status, 422, JSON.stringify(wrong));
  await t.call('POST', `/api/bookings/${made.id}/cancellation`, {});
  assert.equal((await give(made.id, { hostId: t.bo.id })).body.reason, 'not-scheduled');
});

test('ABUSE 19: taking a meeting over is everybody’s who sees it, giving it to others needs the permission', async () => {
  const { body: own } = await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-14T09:00:00Z', chloe);
  assert.equal((await give(own.id, { hostId: ines.id }, t.bo)).status, 403);
  assert.equal((await give(own.id, { hostId: null }, t.bo)).status, 403);
  assert.equal((await give(own.id, { hostId: ines.id }, ines)).status, 404);
  const owned = await t.share({ hostIds: [t.anna.id] }, t.bo);
  const { body: annas } = await t.book(owned, '2026-12-14T10:00:00Z', chloe);
  const taken = await give(annas.id, { hostId: t.bo.id }, t.bo);
  assert.deepEqual([taken.status, taken.body.hostIds], [200, [t.bo.id]]);
  const many = { bookingIds: [own.id], reason };
  assert.equal((await t.call('POST', '/api/bookings/reassignments', many, t.bo)).status, 403);
});

test('E11: two at once: one after the other, each whole', async () => {
  const hostIds = [t.anna.id, t.bo.id, ines.id];
  const link = await t.share({ kind: 'round-robin', hostIds, rule: 'in-order' });
  const { body: made } = await t.book(link, '2026-12-15T09:00:00Z', chloe);
  const answers = await Promise.all([
    give(made.id, { hostId: t.bo.id }),
    give(made.id, { hostId: ines.id }),
    give(made.id, {}),
    give(made.id, { hostId: t.bo.id }),
  ]);
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const { hostIds: now, sequence, history } = await bookingOf(made.id);
  const acts = history.filter(({ kind }: { kind: string }) => kind === 'reassigned');
  assert.equal(acts.length, sequence);
  assert.equal(acts.at(-1).to, now[0]);
  const events = await Promise.all(
    hostIds.map(async (id) =>
      itemsOf(t, `/api/members/${id}/events?from=2026-12-15T09:00:00Z&to=2026-12-15T09:30:00Z`),
    ),
  );
  assert.equal(events.flat().length, 1);
});
