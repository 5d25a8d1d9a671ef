import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { officeWeek, visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { strangerTo } from './stranger.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const priya = await t.hire('priya', { seat: false });
const dates = { from: '2026-12-01', to: '2026-12-03', timeZone: 'Europe/Paris' };

const preview = async (link: object, more: object = {}, as = anna) => {
  const { status, body, statements } = await t.call(
    'POST',
    '/api/links/preview',
    { ...dates, ...more, link },
    as,
  );
  assert.equal(status, 200, JSON.stringify(body));
  return { ...body, statements };
};
const linkRows = async (): Promise<string> =>
  JSON.stringify(await t.platform.db.read.selectFrom('links').selectAll().orderBy('link_id').execute());
const draft = { kind: 'round-robin', timeZone: 'Europe/Paris', hostIds: [anna.id, bo.id] };

test('A10: a draft offers what the saved link offers, and nothing is written before', async () => {
  const settings = {
    ...draft,
    hours: { weekly: officeWeek.slice(0, 3) },
    durationsMinutes: [30, 45],
    incrementMinutes: 15,
    caps: { perDay: 3 },
    minimumNoticeMinutes: 600,
  };
  const before = await linkRows();
  const drafted = await preview(settings);
  assert.equal(await linkRows(), before);
  const { id } = await t.share({ ...settings, title: 'Saved' });
  const { body: saved } = await t.call('GET', `/api/links/${id}/slots?${new URLSearchParams(dates)}`);
  assert.deepEqual(drafted.days, saved.days);
  assert.deepEqual([drafted.durationMinutes, drafted.errors], [30, []]);
  assert.equal((await preview(settings, { duration: 45 })).durationMinutes, 45);
});

test('A10: changes are laid over the link that stands, with its caps and its bookings', async () => {
  const link = await t.share({ title: 'Standing', slug: 'standing', durationsMinutes: [60] });
  await t.book(link, '2026-12-02T09:00:00Z', visitors.chloe);
  const starts = (found: { days: { date: string; slots: { start: string }[] }[] }, date: string) =>
    found.days.find((day) => day.date === date)?.slots.map(({ start }) => start.slice(11, 16)) ?? [];
  const same = await preview({}, { id: link.id });
  assert.ok(starts(same, '2026-12-02').includes('08:00') && !starts(same, '2026-12-02').includes('09:00'));
  const buffered = await preview({ bufferAfterMinutes: 15 }, { id: link.id });
  assert.ok(!starts(buffered, '2026-12-02').includes('08:00'));
  assert.deepEqual(starts(await preview({ caps: { perDay: 1 } }, { id: link.id }), '2026-12-02'), []);
  const paused = await preview({ active: false }, { id: link.id });
  assert.deepEqual(paused.days, same.days);
});

test('what is wrong with a draft is named, and what can be shown is shown', async () => {
  const errors = async (link: object, more?: object) =>
    (await preview(link, more)).errors.map(({ path }: { path: string }) => path);
  assert.deepEqual(await errors({}), ['kind']);
  assert.deepEqual(await errors({ kind: 'personal' }), ['timeZone']);
  assert.deepEqual(await errors({ ...draft, hostIds: [] }), ['hostIds']);
  assert.deepEqual(await errors({ ...draft, incrementMinutes: 7 }), ['incrementMinutes']);
  assert.deepEqual(await errors({ ...draft, bufferAfterMinutes: 7, oops: 1 }), [
    'bufferAfterMinutes',
    'oops',
  ]);
  assert.deepEqual(await errors({ ...draft, embedOrigins: ['x y'] }), ['embedOrigins.0']);
  const taken = await preview({ ...draft, slug: 'standing', hours: { weekly: officeWeek } });
  assert.deepEqual([taken.errors[0].path, taken.days.length], ['slug', 3]);
  const unseated = await preview({ ...draft, hostIds: [anna.id, priya.id] });
  assert.deepEqual(unseated.errors[0].message, 'Priya Nair cannot host: no seat.');
  assert.deepEqual(unseated.hosts[1].bookable, { ok: false, reasons: ['no-seat'] });
});

test('B8: a draft’s holiday list that ends early is a warning, one that is not there an error', async () => {
  const days = [{ date: '2026-12-02', name: 'A day' }];
  const { body: list } = await t.call('POST', '/api/holiday-lists', { name: 'Short', days });
  const found = await preview({ ...draft, holidayListId: list.id });
  assert.deepEqual([found.warnings[0].code, found.days.length], ['holidays-end-early', 2]);
  const lost = await preview({ ...draft, holidayListId: anna.id });
  assert.equal(lost.errors[0].path, 'holidayListId');
});

test('a preview costs nine statements at most; other houses’ links are not there', async () => {
  const { body } = await t.call('GET', '/api/links');
  const stranger = await strangerTo(t);
  const ask = (id: string, as = anna) => t.call('POST', '/api/links/preview', { ...dates, id, link: {} }, as);
  assert.equal((await ask(body.items[0].id, stranger)).status, 404);
  const { statements } = await ask(body.items[0].id);
  assert.ok(statements <= 9, `${statements} statements`);
  const year = { ...dates, to: '2027-12-01', link: draft };
  assert.equal((await t.call('POST', '/api/links/preview', year)).status, 422);
});

test('B4: a link tells for each host whether they are bookable, in one go, and lists who is not', async () => {
  const ines = await t.hire('ines');
  const link = await t.share({ kind: 'group', title: 'Both', hostIds: [anna.id, ines.id], hours: null });
  await t.call('PATCH', `/api/members/${ines.id}`, { seat: false });
  await t.call('PUT', `/api/members/${ines.id}/hours`, {
    timeZone: 'Europe/Paris',
    weekly: [],
    overrides: [],
  });
  const { body, statements } = await t.call('GET', `/api/links/${link.id}`);
  assert.equal(statements, 6, 'the link, its hosts, and what decides about their times');
  const reasons = ['no-seat', 'no-hours'];
  const gone = { memberId: ines.id, name: ines.name, bookable: { ok: false, reasons } };
  assert.deepEqual(body.hosts, [
    { memberId: anna.id, name: anna.name, bookable: { ok: true, reasons: [] } },
    gone,
  ]);
  const listed = await t.call('GET', '/api/links?limit=200');
  assert.equal(listed.statements, 5);
  const of = (id: string) => listed.body.items.find((one: { id: string }) => one.id === id);
  assert.deepEqual([of(link.id).notBookable, of(link.id).upcoming], [[gone], 0]);
  const standing = listed.body.items.find(({ slug }: { slug: string }) => slug === 'standing');
  assert.deepEqual([standing.upcoming, standing.notBookable], [1, []]);
});

test('D3: a link’s shares count what counts, by weight, for those concerned', async () => {
  const link = await t.share({
    kind: 'round-robin',
    hostIds: [anna.id, bo.id],
    rule: 'in-order',
    weights: { [anna.id]: 3 },
  });
  for (const hour of ['09', '10', '11', '12'])
    await t.book(link, `2026-12-08T${hour}:00:00Z`, visitors.marek);
  const path = `/api/links/${link.id}/shares?from=2026-12-07T00:00:00Z&to=2026-12-14T00:00:00Z`;
  const { body } = await t.call('GET', path, undefined, bo);
  assert.deepEqual(
    [
      body.rule,
      body.total,
      body.hosts.map((host: { count: number; fair: number }) => [host.count, host.fair]),
    ],
    [
      'in-order',
      4,
      [
        [4, 3],
        [0, 1],
      ],
    ],
  );
  assert.equal((await t.call('GET', path, undefined, priya)).status, 403);
  assert.equal((await t.call('GET', path.replace('2026-12-07', '2027-12-07'))).status, 422);
});

test('B1: of a time that is closed for want of hosts a panel tells who is free then', async () => {
  const lucie = await t.hire('lucie');
  const event = { title: 'Fair', start: '2026-12-03T08:00:00Z', end: '2026-12-03T12:00:00Z' };
  assert.equal(
    (await t.call('POST', `/api/members/${bo.id}/events`, { ...event, transparency: 'busy' })).status,
    201,
  );
  const chairs = [{ candidateIds: [anna.id, lucie.id] }, { candidateIds: [bo.id] }];
  const hours = { weekly: officeWeek };
  const panel = { kind: 'panel', timeZone: 'Europe/Paris', chairs, hours, durationsMinutes: [60] };
  const { days, partly, hosts } = await preview(panel, { from: '2026-12-03', to: '2026-12-03' });
  const named = (places: number[]) => new Set(places.map((place) => hosts[place].memberId));
  assert.deepEqual(
    partly.map(({ start }: { start: string }) => start.slice(11, 16)),
    ['08:00', '09:00', '10:00', '11:00'],
  );
  for (const { hosts: places } of partly) assert.deepEqual(named(places), new Set([anna.id, lucie.id]));
  assert.equal(days[0].slots[0].start, '2026-12-03T12:00:00Z');
  const robin = await preview({ ...panel, kind: 'round-robin', chairs: chairs.slice(1) });
  assert.deepEqual(robin.partly, []);
});
