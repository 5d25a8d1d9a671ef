import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import type { Attention, Home } from './home-fields.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const { chloe, marek } = visitors;

const home = async (as: Person = anna, date?: string): Promise<Home & { statements: number }> => {
  const path = `/api/home${date ? `?date=${date}` : ''}`;
  const { status, body, statements } = await t.call('GET', path, undefined, as);
  assert.equal(status, 200, JSON.stringify(body));
  return { ...body, statements };
};
const codes = ({ attention }: Home): string[] => attention.map(({ code }) => code);
const the = <C extends Attention['code']>(found: Home, code: C) =>
  found.attention.find((one) => one.code === code) as Extract<Attention, { code: C }> | undefined;
const done = ({ steps }: Home): string[] => steps.filter((step) => step.done).map(({ code }) => code);

test('N5: a new house says what is missing, to those who may change it', async () => {
  const found = await home();
  assert.deepEqual([found.date, found.timeZone], ['2026-11-23', 'Europe/Paris']);
  assert.deepEqual(done(found), ['member-hours', 'calendars', 'colleague']);
  assert.deepEqual(codes(found), ['mail-captured']);
  assert.deepEqual([found.shares, found.bookings], [null, []]);
  const member = await home(bo);
  const own = [{ code: 'own-calendar', done: false }];
  assert.deepEqual([member.steps, member.attention, member.mails], [own, [], null]);
});

test('N5: what was done is done', async () => {
  const link = await t.share({ kind: 'round-robin', hostIds: [anna.id, bo.id], slug: 'appointment' });
  await t.call('PATCH', '/api/workspace', { appointmentPage: { enabled: true, linkId: link.id } });
  await t.call('POST', '/api/holiday-lists', {
    name: 'France',
    days: [{ date: '2026-12-25', name: 'Noël' }],
  });
  await t.book(await t.share({ slug: 'tour' }), '2026-11-24T09:00:00Z', chloe);
  const hours = { timeZone: 'Europe/Paris', weekly: [], overrides: [] };
  await t.call('PUT', `/api/members/${bo.id}/hours`, hours);
  const found = await home();
  const step = found.steps.find(({ code }) => code === 'member-hours');
  assert.deepEqual(step, { code: 'member-hours', done: false, missing: 1 });
  assert.deepEqual(done(found), [
    'appointment-page',
    'holiday-list',
    'calendars',
    'first-booking',
    'colleague',
  ]);
});

test('the day is the member’s own, and holds what they may see', async () => {
  await t.book(await t.share({ hostIds: [bo.id], slug: 'bo' }), '2026-11-25T09:00:00Z', marek);
  const starts = async (as: Person, date: string) =>
    (await home(as, date)).bookings.map(({ start }) => start);
  assert.deepEqual(await starts(anna, '2026-11-24'), ['2026-11-24T09:00:00Z']);
  assert.deepEqual(await starts(bo, '2026-11-24'), []);
  assert.deepEqual(await starts(bo, '2026-11-25'), ['2026-11-25T09:00:00Z']);
  const priya = await t.hire('priya');
  const late = { start: '2026-11-26T18:45:00Z', durationMinutes: 30, hostId: priya.id, outsideHours: true };
  assert.equal((await t.call('POST', '/api/bookings', late)).status, 201);
  assert.deepEqual(await starts(priya, '2026-11-27'), ['2026-11-26T18:45:00Z']);
  assert.deepEqual(await starts(anna, '2026-11-26'), ['2026-11-26T18:45:00Z']);
});

test('a day says which meeting is the next one after it, cancelled ones aside', async () => {
  const { next } = await home();
  assert.deepEqual([next?.start, next?.visitor?.name], ['2026-11-24T09:00:00Z', chloe.name]);
  assert.equal((await home(anna, '2026-11-30')).next, null);
  assert.equal((await home(bo)).next?.start, '2026-11-25T09:00:00Z', 'of those one may see');
  const sooner = await t.book(await t.share({ slug: 'sooner' }), '2026-11-24T08:00:00Z', marek);
  assert.equal((await home()).next?.start, '2026-11-24T08:00:00Z');
  await t.call('POST', `/api/bookings/${sooner.body.id}/cancellation`, {});
  assert.equal((await home()).next?.start, '2026-11-24T09:00:00Z');
});

test('B8: a holiday list that knows nothing of a bookable year is named with the year and its links', async () => {
  const { body: lists } = await t.call('GET', '/api/holiday-lists');
  const [list] = lists.items;
  const far = await t.share({
    slug: 'far',
    title: 'Far',
    holidayListId: list.id,
    horizon: { rollingDays: 60 },
  });
  await t.share({ slug: 'near', title: 'Near', holidayListId: list.id, horizon: { rollingDays: 20 } });
  const ends = the(await home(), 'holidays-end')!;
  assert.deepEqual(ends, {
    code: 'holidays-end',
    holidayListId: list.id,
    name: 'France',
    endsOn: '2026-12-25',
    lastBookableDay: '2027-01-22',
    missingYears: [2027],
    links: [{ id: far.id, title: 'Far' }],
  });
  const days = [...list.days, { date: '2027-01-01', name: 'Jour de l’an' }];
  await t.call('PATCH', `/api/holiday-lists/${list.id}`, { days });
  assert.equal(the(await home(), 'holidays-end'), undefined);
});

test('N2 and B4: a deactivated host leaves meetings that need one, and links that say so', async () => {
  const ines = await t.hire('ines');
  const link = await t.share({ kind: 'group', hostIds: [anna.id, ines.id], slug: 'both', title: 'Both' });
  const { body: booked } = await t.book(link, '2026-12-16T09:00:00Z', chloe);
  await t.call('PATCH', `/api/members/${ines.id}`, { active: false });
  const found = await home();
  const needs = the(found, 'needs-host')!;
  assert.deepEqual([needs.booking.id, needs.booking.hostIds], [booked.id, [anna.id, ines.id]]);
  const gone = found.attention.filter((one) => one.code === 'host-not-bookable');
  const ofInes = gone.find(({ memberId }) => memberId === ines.id)!;
  assert.deepEqual(ofInes.reasons, ['inactive']);
  assert.ok(ofInes.links.some(({ id }) => id === link.id));
  assert.equal(the(await home(bo), 'needs-host'), undefined);
  assert.ok(
    (await home(bo)).attention.every((one) => one.code !== 'host-not-bookable' || one.memberId === bo.id),
  );
});

test('D3: the busiest team link of the week shows its hosts beside the fair share', async () => {
  const team = await t.share({
    kind: 'round-robin',
    hostIds: [anna.id, bo.id],
    slug: 'team',
    rule: 'in-order',
  });
  for (const hour of ['09', '10', '11']) await t.book(team, `2026-12-08T${hour}:00:00Z`, marek);
  const { body: off } = await t.book(team, '2026-12-09T09:00:00Z', chloe);
  await t.call('POST', `/api/bookings/${off.id}/cancellation`, {});
  const { shares } = await home(anna, '2026-12-10');
  assert.deepEqual([shares!.link.id, shares!.total, shares!.rule], [team.id, 3, 'in-order']);
  assert.deepEqual(
    shares!.hosts.map(({ memberId, count, fair }) => [memberId, count, fair]),
    [
      [anna.id, 3, 1.5],
      [bo.id, 0, 1.5],
    ],
  );
  assert.equal((await home(anna, '2026-12-18')).shares, null);
});

test('mails since Monday and work that was given up are for admins', async () => {
  const before = (await home()).mails!;
  await t.platform.db.transact(async (tx) => {
    const mail = await tx
      .selectFrom('mails')
      .selectAll()
      .where('secret', '=', 0)
      .limit(1)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('mails')
      .set({ state: 'failed', error: 'mailbox full' })
      .where('id', '=', mail.id)
      .execute();
    const dead = {
      id: 'dead',
      payload: '{}',
      attempts: 1,
      run_at: mail.created_at,
      created_at: mail.created_at,
    };
    const job = { ...dead, workspace_id: t.workspaceId, kind: 'x', dead_at: mail.created_at };
    await tx.insertInto('outbox').values(job).execute();
  });
  const found = await home();
  assert.deepEqual(
    [found.mails!.failed, found.mails!.waiting, found.mails!.since],
    [1, before.waiting - 1, '2026-11-22T23:00:00Z'],
  );
  assert.equal(the(found, 'mails-failed')!.error, 'mailbox full');
  assert.equal(the(found, 'jobs-dead')!.count, 1);
  const member = codes(await home(bo));
  assert.ok(!member.includes('mails-failed') && !member.includes('jobs-dead'));
});

test('P6: one’s own overdue tasks need attention, the longest waiting first, until they are done', async () => {
  const { body: lead } = await t.call('POST', '/api/leads', { name: 'Chloé' });
  const path = `/api/leads/${lead.id}/tasks`;
  const add = (title: string, given = {}) =>
    t.call('POST', path, { title, dueAt: '2026-11-23T08:00:00Z', ...given });
  await add('late');
  const { body: later } = await add('later', { dueAt: '2026-11-22T08:00:00Z' });
  await add('to come', { dueAt: '2026-11-30T08:00:00Z' });
  await add('Bo’s', { assigneeId: bo.id });
  const overdue = async () =>
    (await home()).attention.flatMap((one) => (one.code === 'task-overdue' ? [one.task] : []));
  assert.deepEqual(
    (await overdue()).map(({ title, record }) => [title, record.name]),
    [
      ['later', 'Chloé'],
      ['late', 'Chloé'],
    ],
  );
  await t.call('PATCH', `${path}/${later.id}`, { done: true });
  assert.equal((await overdue()).length, 1);
});

test('home costs twelve statements at most, whatever stands in the house', async () => {
  const { statements } = await home();
  assert.ok(statements <= 12, `${statements} statements`);
  assert.equal((await t.call('GET', '/api/home?date=2026-02-30')).status, 422);
});
