import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type SharedLink } from '../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const statuses = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, two) => one - two);
const day = '2026-12-01';

const asked = async (link: SharedLink) => [
  await t.call('GET', link.path),
  await t.call('GET', `${link.path}/slots?from=${day}&to=${day}&timeZone=Europe/Paris`),
  await t.book(link, `${day}T09:00:00Z`),
];

test('B5: a link edited after it was shared keeps its address and has new times; its bookings stay as made', async () => {
  const link = await t.share();
  const { body: booked } = await t.book(link, `${day}T09:00:00Z`);
  assert.equal(booked.status, 'scheduled');
  const hours = { weekly: [{ day: 2, start: '14:00', end: '16:00' }] };
  const edited = await t.call('PATCH', `/api/links/${link.id}`, { durationsMinutes: [60], hours });
  assert.deepEqual([edited.status, edited.body.url], [200, link.url]);
  assert.deepEqual(await t.starts(link, day), [`${day}T13:00:00Z`, `${day}T14:00:00Z`]);
  const { body: kept } = await t.call('GET', `/api/bookings/${booked.id}`);
  assert.deepEqual([kept.start, kept.end, kept.status], [booked.start, booked.end, 'scheduled']);
});

test('B6: a deleted link answers 410 everywhere, its bookings and their manage links live on', async () => {
  const link = await t.share({ title: 'Short-lived' });
  const { body: booked } = await t.book(link, `${day}T10:00:00Z`);
  assert.equal((await t.call('DELETE', `/api/links/${link.id}`)).status, 204);
  for (const { status, body } of await asked(link)) {
    assert.deepEqual(
      [status, body.type, body.detail],
      [410, '/problems/gone', 'This link is no longer bookable.'],
    );
  }
  const token = booked.manageUrl.split('/').at(-1);
  const managed = await t.call('GET', `/api/public/bookings/${token}`);
  assert.deepEqual([managed.status, managed.body.status], [200, 'scheduled']);
  const cancelled = await t.call('POST', `/api/public/bookings/${token}/cancellation`, {});
  assert.deepEqual([cancelled.status, cancelled.body.status], [200, 'cancelled']);
  assert.equal((await t.call('DELETE', `/api/links/${link.id}`)).status, 404);
  const again = await t.call('POST', '/api/links', {
    kind: 'personal',
    title: 'Again',
    timeZone: 'Europe/Paris',
    hostIds: [t.anna.id],
    slug: link.slug,
  });
  assert.deepEqual([again.status, again.body.type], [409, '/problems/taken'], 'the address stays 410');
});

test('B6: a deleted link comes back at its old address, switched off; only its owner brings it back', async () => {
  const link = await t.share({ title: 'Here again' });
  await t.call('DELETE', `/api/links/${link.id}`);
  const gone = await t.call('GET', '/api/links?deleted=true&q=here%20again');
  assert.deepEqual(
    gone.body.items.map(({ id }: { id: string }) => id),
    [link.id],
  );
  const restore = (by = t.anna) => t.call('POST', `/api/links/${link.id}/restoration`, {}, by);
  assert.equal((await restore(t.bo)).status, 403);
  const back = await restore();
  assert.deepEqual([back.status, back.body.active, back.body.url], [200, false, link.url]);
  assert.deepEqual((await t.call('GET', '/api/links?deleted=true&q=here%20again')).body.items, []);
  await t.call('PATCH', `/api/links/${link.id}`, { active: true });
  assert.equal((await t.call('GET', link.path)).status, 200);
});

test('B6: a link that is switched off says the same and comes back as it was', async () => {
  const link = await t.share({ title: 'Now and then' });
  const before = await t.starts(link, day);
  await t.call('PATCH', `/api/links/${link.id}`, { active: false });
  for (const { status, body } of await asked(link)) {
    assert.deepEqual([status, body.detail], [410, 'This link is no longer bookable.']);
  }
  const why = await t.call('GET', `/api/links/${link.id}/explanation?start=${day}T12:00:00Z`);
  assert.deepEqual([why.body.offered, why.body.hosts[0].free], [false, false]);
  assert.deepEqual(why.body.hosts[0].reasons, [{ code: 'inactive', detail: 'link' }]);
  await t.call('PATCH', `/api/links/${link.id}`, { active: true });
  assert.deepEqual(await t.starts(link, day), before);
});

test('API: an address that never was is 404; a new slug moves the page, a taken one is 409', async () => {
  assert.equal((await t.call('GET', '/api/public/termika/nothing-here')).status, 404);
  assert.equal((await t.call('GET', '/api/public/nobody/oven-tour')).status, 404);
  const link = await t.share({ title: 'Moving' });
  const other = await t.share({ title: 'Standing' });
  const moved = await t.call('PATCH', `/api/links/${link.id}`, { slug: 'moved' });
  assert.equal(moved.body.url, 'http://127.0.0.1:3000/termika/moved');
  assert.equal((await t.call('GET', link.path)).status, 404);
  assert.equal((await t.call('GET', '/api/public/termika/moved')).status, 200);
  const taken = await t.call('PATCH', `/api/links/${link.id}`, { slug: other.slug });
  assert.deepEqual([taken.status, taken.body.type], [409, '/problems/taken']);
  assert.equal((await t.call('GET', '/api/public/termika/moved')).status, 200, 'and nothing moved');
});

test('API: titles that are alike get addresses of their own, also when made at once', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => t.share({ title: 'Śniadanie u Bo' })));
  const slugs = made.map(({ slug }) => slug).toSorted();
  assert.deepEqual(slugs, ['sniadanie-u-bo', ...[2, 3, 4, 5].map((at) => `sniadanie-u-bo-${at}`)]);
});

test('API: the list goes page by page, oldest first, and is filtered', async () => {
  const all = (await t.call('GET', '/api/links?limit=200')).body;
  assert.equal(all.next, null);
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await t.call('GET', `/api/links?limit=4${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === null) break;
    cursor = body.next;
  }
  assert.deepEqual(
    seen,
    all.items.map(({ id }: { id: string }) => id),
  );
  const exact = await t.call('GET', `/api/links?limit=${all.items.length}`);
  assert.equal(exact.body.next, null, 'no empty last page');
  const { items } = (await t.call('GET', `/api/links?q=sniadanie&active=true&ownerId=${t.anna.id}`)).body;
  assert.equal(items.length, 5);
  // Who asks, links, workspace, meetings to come, hosts: however many links there are.
  assert.equal((await t.call('GET', '/api/links')).statements, 5);
});

const plan = (generalLinksPerMember: number | null) =>
  t.call('PATCH', '/api/workspace', { plan: { name: 'Advanced', generalLinksPerMember } });
const general = { kind: 'personal', title: 'One more', timeZone: 'Europe/Paris', hostIds: [t.bo.id] };
const byBo = (link: object) => t.call('POST', '/api/links', link, t.bo);

test('L8: over the plan a link is refused with a sentence; specific times and links that are off do not count', async () => {
  await plan(2);
  const { status, body: second } = await byBo(general);
  assert.equal(status, 201, 'his default link and this one');
  const third = await byBo(general);
  assert.deepEqual([third.status, third.body.type], [409, '/problems/conflict']);
  assert.equal(
    third.body.detail,
    'The plan Advanced allows 2 active links with general availability for each member. Switch one off, or offer specific times.',
  );
  const times = [{ start: `${day}T09:00:00Z`, end: `${day}T09:30:00Z` }];
  assert.equal((await byBo({ ...general, kind: 'specific-times', times })).status, 201);
  const off = await byBo({ ...general, active: false });
  assert.equal(off.status, 201);
  const on = (id: string) => t.call('PATCH', `/api/links/${id}`, { active: true }, t.bo);
  assert.equal((await on(off.body.id)).status, 409, 'switching on counts');
  await t.call('PATCH', `/api/links/${second.id}`, { active: false }, t.bo);
  assert.equal((await on(off.body.id)).status, 200);
  assert.equal((await on(second.id)).status, 409);
  await t.call('DELETE', `/api/links/${off.body.id}`, undefined, t.bo);
  assert.equal((await on(second.id)).status, 200);
  await plan(null);
});

test('L8: a plan that became smaller closes nothing and lets links be edited; giving one away counts', async () => {
  await plan(1);
  const { items } = (await t.call('GET', `/api/links?ownerId=${t.bo.id}&active=true&kind=personal`)).body;
  assert.ok(items.length > 1);
  const edited = await t.call('PATCH', `/api/links/${items[0].id}`, { title: 'Still here' }, t.bo);
  assert.equal(edited.status, 200);
  const tomasz = await t.hire('tomasz');
  const given = await t.call('PATCH', `/api/links/${items[0].id}`, { ownerId: tomasz.id });
  assert.equal(given.status, 409, 'his own default link fills his plan');
  await plan(null);
});

test('L8: of many made at once no more come through than the plan allows', async () => {
  const ines = await t.hire('ines');
  await plan(3);
  // Each with an address of its own, so that finding one does not make them take turns.
  const links = Array.from({ length: 8 }, (_, at) => ({
    ...general,
    hostIds: [ines.id],
    slug: `at-once-${at}`,
  }));
  const made = await Promise.all(links.map((link) => t.call('POST', '/api/links', link, ines)));
  assert.deepEqual(statuses(made), [201, 201, ...Array(6).fill(409)]);
  await plan(null);
});
