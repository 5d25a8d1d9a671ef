import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const UNLIMITED = { name: 'Unlimited', generalLinksPerMember: null };
const ADVANCED = { name: 'Advanced', generalLinksPerMember: 1 };
const ESSENTIAL = { name: 'Essential', generalLinksPerMember: null, scheduler: false };
const boost = (on: boolean, unlimited = true) => ({ addOns: [{ name: 'LeadBooster', unlimited, on }] });
const plan = (given: object) => t.call('PATCH', '/api/workspace', { plan: given });
afterEach(() => plan(UNLIMITED));

const general = { kind: 'personal', title: 'One more', timeZone: 'Europe/Paris', hostIds: [t.bo.id] };
const byBo = (link: object) => t.call('POST', '/api/links', link, t.bo);
const turn = (id: string, active: boolean, by = t.bo) => t.call('PATCH', `/api/links/${id}`, { active }, by);
const usage = async (query = '') => (await t.call('GET', `/api/workspace/plan-usage${query}`)).body;
const defaultLink = async (of: Person) =>
  (await t.call('GET', `/api/links?ownerId=${of.id}&kind=personal`)).body.items[0];

test('L8: a body of name and limit means what it always did; the plan stands as a whole', async () => {
  const { body } = await plan(ADVANCED);
  assert.deepEqual(body.plan, { ...ADVANCED, scheduler: true, addOns: [] });
  assert.deepEqual((await plan({ ...ESSENTIAL, ...boost(false) })).body.plan, {
    ...ESSENTIAL,
    ...boost(false),
  });
  assert.deepEqual((await plan(UNLIMITED)).body.plan, { ...UNLIMITED, scheduler: true, addOns: [] });
});

test('L8: a plan that was kept before add-ons reads as one with the scheduler and without them', async () => {
  const settings = { appointmentPage: { enabled: false, linkId: null }, plan: ADVANCED };
  const { db } = t.platform;
  await db.transact((tx) =>
    tx
      .updateTable('workspaces')
      .set({ settings: JSON.stringify(settings) })
      .execute(),
  );
  const { body } = await t.call('GET', '/api/workspace');
  assert.deepEqual(body.plan, { ...ADVANCED, scheduler: true, addOns: [] });
  assert.equal((await byBo(general)).status, 409, 'and limits as it did');
});

test('L8: bad input of a plan: every field', async () => {
  const bad: [string, object][] = [
    ['plan.name', { ...ADVANCED, name: '' }],
    ['plan.generalLinksPerMember', { ...ADVANCED, generalLinksPerMember: 1.5 }],
    ['plan.generalLinksPerMember', { name: 'Advanced' }],
    ['plan.scheduler', { ...ADVANCED, scheduler: 'no' }],
    ['plan.addOns', { ...ADVANCED, addOns: [{ name: 'A' }, { name: 'á' }] }],
    ['plan.addOns', { ...ADVANCED, addOns: Array.from({ length: 11 }, (_, at) => ({ name: `A${at}` })) }],
    ['plan.addOns.0.name', { ...ADVANCED, addOns: [{ name: 'a'.repeat(61) }] }],
    ['plan.addOns.0.price', { ...ADVANCED, addOns: [{ name: 'A', price: 1 }] }],
  ];
  for (const [path, body] of bad) {
    const { status, body: said } = await plan(body);
    assert.deepEqual([status, said.errors[0].path], [422, path]);
  }
});

test('L8: an add-on that is on and unlimited lifts the limit, and only then', async () => {
  await plan({ ...ADVANCED, ...boost(false) });
  assert.equal((await byBo(general)).status, 409);
  await plan({ ...ADVANCED, ...boost(true, false) });
  assert.equal((await byBo(general)).status, 409);
  await plan({ ...ADVANCED, ...boost(true) });
  const { status, body } = await byBo(general);
  assert.equal(status, 201);
  await plan(ADVANCED);
  assert.equal((await t.call('GET', `/api/links/${body.id}`)).body.active, true, 'nothing is switched off');
  await turn(body.id, false);
  assert.equal((await turn(body.id, true)).status, 409);
});

test('L8: a restored link comes back off and counts when it is switched on; so does a copy', async () => {
  await plan({ name: 'Two', generalLinksPerMember: 2 });
  const { body: second } = await byBo({ ...general, title: 'Comes and goes' });
  await t.call('DELETE', `/api/links/${second.id}`, undefined, t.bo);
  assert.equal((await byBo({ ...general, title: 'In its place' })).status, 201);
  const back = await t.call('POST', `/api/links/${second.id}/restoration`, {}, t.bo);
  assert.deepEqual([back.status, back.body.active], [200, false]);
  const refused = await turn(second.id, true);
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/conflict']);
  const copy = await byBo({ ...general, title: 'Copy', active: false });
  assert.equal(copy.status, 201, 'a copy that is off does not count');
  assert.equal((await turn(copy.body.id, true)).status, 409);
});

test('L8: without the scheduler no link is made or switched on; edits and other plans are as before', async () => {
  const link = await t.share({ title: 'Stays open' });
  const off = await t.share({ title: 'Off', active: false });
  const times = [{ start: '2026-12-01T09:00:00Z', end: '2026-12-01T09:30:00Z' }];
  await plan(ESSENTIAL);
  const tries = [
    await byBo(general),
    await byBo({ ...general, active: false }),
    await byBo({ ...general, kind: 'specific-times', times }),
    await turn(off.id, true, t.anna),
  ];
  for (const { status, body } of tries) {
    assert.deepEqual(
      [status, body.detail],
      [
        409,
        'The plan Essential is without the scheduler: no link can be made or switched on. Ask an admin for another plan or an add-on.',
      ],
    );
  }
  assert.equal((await t.call('PATCH', `/api/links/${link.id}`, { title: 'Edited' })).status, 200);
  await plan({ ...ESSENTIAL, ...boost(true) });
  assert.equal((await turn(off.id, true, t.anna)).status, 200, 'LeadBooster brings the scheduler');
});

test('L8: without the scheduler pages answer 410 closed; bookings and their manage links live on', async () => {
  const link = await t.share({ title: 'Closed by plan' });
  const { body: booked } = await t.book(link, '2026-12-01T09:00:00Z');
  await t.call('PATCH', '/api/workspace', { appointmentPage: { enabled: true, linkId: link.id } });
  await plan(ESSENTIAL);
  const query = '/slots?from=2026-12-01&to=2026-12-01&timeZone=Europe/Paris';
  for (const path of [link.path, '/api/public/book_appointment']) {
    const answers = [await t.call('GET', path), await t.call('GET', path + query)];
    const body = {
      start: '2026-12-01T10:00:00Z',
      timeZone: 'Europe/Paris',
      visitor: { name: 'M', email: 'm@unknown.example' },
    };
    answers.push(await t.call('POST', `${path}/bookings`, body, null));
    for (const { status, body: said } of answers)
      assert.deepEqual([status, said.type], [410, '/problems/closed']);
  }
  for (const path of ['/book_appointment', new URL(link.url).pathname]) {
    const page = await t.call('GET', path, undefined, null);
    assert.equal(page.status, 410);
    assert.match(page.body, /Booking is closed at the moment/);
  }
  const manage = `/api/public/bookings/${booked.manageUrl.split('/').at(-1)}`;
  assert.equal((await t.call('GET', manage)).status, 200);
  const moved = await t.call('POST', `${manage}/reschedule`, { start: '2026-12-01T13:00:00Z' });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  const page = await t.call('GET', new URL(booked.manageUrl).pathname, undefined, null);
  assert.equal(page.status, 200);
  assert.equal((await t.call('POST', `${manage}/cancellation`, {})).status, 200);
  await t.call('PATCH', '/api/workspace', { appointmentPage: { enabled: false, linkId: null } });
  await plan(UNLIMITED);
  assert.equal((await t.call('GET', link.path)).status, 200, 'all is there again');
});

test('L1, L8: a new member has a default link under every plan; on as far as the plan allows', async () => {
  await plan({ name: 'None', generalLinksPerMember: 0 });
  const ines = await t.hire('ines');
  const hers = await defaultLink(ines);
  assert.deepEqual([hers.kind, hers.active, hers.hostIds], ['personal', false, [ines.id]]);
  assert.equal((await turn(hers.id, true, ines)).status, 409);
  await plan(ADVANCED);
  assert.equal((await turn(hers.id, true, ines)).status, 200);
  const tomasz = await t.hire('tomasz');
  assert.equal((await defaultLink(tomasz)).active, true);
  const second = await t.call('POST', '/api/links', { ...general, hostIds: [tomasz.id] }, tomasz);
  assert.equal(second.status, 409, 'it is the one that the plan allows');
});

/** Acts at once need connections that are open: else they would take turns while each opens its own. */
const openConnections = () =>
  Promise.all(Array.from({ length: 12 }, () => t.platform.db.transact(() => sleep(30))));

test('L8: of switches, gifts and new links at once no more come through than the plan allows', async () => {
  const priya = await t.hire('priya');
  const own = { ...general, hostIds: [priya.id], active: false };
  const waiting = await Promise.all(
    [1, 2, 3].map((at) => t.call('POST', '/api/links', { ...own, slug: `waits-${at}` }, priya)),
  );
  const gifts = await Promise.all([1, 2].map((at) => t.share({ slug: `gift-${at}` })));
  await plan({ name: 'Three', generalLinksPerMember: 3 });
  await openConnections();
  const answers = await Promise.all([
    ...waiting.map(({ body }) => turn(body.id, true, priya)),
    ...gifts.map(({ id }) => t.call('PATCH', `/api/links/${id}`, { ownerId: priya.id })),
    ...[1, 2].map((at) => t.call('POST', '/api/links', { ...own, active: true, slug: `new-${at}` }, priya)),
  ]);
  const through = answers.filter(({ status }) => status < 300);
  assert.deepEqual(
    [through.length, answers.length - through.length],
    [2, 5],
    'her default link is the third',
  );
  for (const { status } of answers) assert.ok([200, 201, 409].includes(status), String(status));
  const { items } = await usage(`?memberId=${priya.id}`);
  assert.deepEqual([items[0].generalLinks, items[0].over], [3, false]);
});

test('L8: who uses how many is asked in one statement, those with the most first; who is over is said', async () => {
  await plan(ADVANCED);
  const before = await t.call('GET', '/api/workspace/plan-usage', undefined, t.bo);
  assert.equal(before.status, 200, 'everybody sees everybody’s links anyway');
  const { limit, scheduler, openLinks, items } = before.body;
  assert.deepEqual([limit, scheduler], [1, true]);
  const counts = items.map(({ generalLinks }: { generalLinks: number }) => generalLinks);
  assert.deepEqual(
    counts,
    counts.toSorted((one: number, other: number) => other - one),
  );
  for (const { generalLinks, over } of items) assert.equal(over, generalLinks > 1);
  const listed = (await t.call('GET', '/api/links?active=true&limit=200')).body.items;
  assert.equal(openLinks, listed.length);
  const annas = items.find(({ memberId }: { memberId: string }) => memberId === t.anna.id);
  const isAnnas = (link: { ownerId: string; kind: string }) =>
    link.ownerId === t.anna.id && link.kind !== 'specific-times';
  assert.equal(annas.generalLinks, listed.filter(isAnnas).length);
  // Who asks, the workspace, and members with their counts, however many they are.
  assert.equal(before.statements, 3);
  await plan({ ...ADVANCED, ...boost(true) });
  assert.equal((await usage('?memberId=me')).limit, null);
  assert.equal((await usage('?memberId=me')).items.length, 1);
});
