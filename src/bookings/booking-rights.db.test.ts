import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { visitors } from '../../demo/cast.ts';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../demo/open-termika.ts';
import { itemsOf, NOTHING, rowCounts, watch, workOff } from './happenings.test-support.ts';
import { strangerTo } from './stranger.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { chloe, marek } = visitors;
const stranger = await strangerTo(t);
const ines = await t.hire('ines', { permissions: ['see-all-records'] });

const START = '2026-12-01T10:00:00Z';
const ROUTES = [
  ['GET', '', undefined],
  ['PATCH', '', { title: 'Mine now' }],
  ['POST', '/cancellation', { reason: 'x' }],
  ['POST', '/reschedule', { start: START }],
  ['POST', '/reassignment', { reason: 'x' }],
  ['POST', '/outcome', { outcome: 'completed' }],
  ['POST', '/reopening', undefined],
  ['DELETE', '', undefined],
] as const;

async function allRefuse(id: string, as: Person | null, status: number): Promise<void> {
  for (const [method, noun, body] of ROUTES) {
    const answer = await t.call(method, `/api/bookings/${id}${noun}`, body, as);
    assert.equal(answer.status, status, `${method} ${noun}`);
    assert.doesNotMatch(JSON.stringify(answer.body), /Chloé|girard|Oven/);
  }
}

test('ABUSE 18: another workspace’s booking, another person’s, and one that never was are the same 404', async () => {
  const { body: annas } = await t.book(await t.share(), '2026-12-01T09:00:00Z', chloe);
  await workOff(t);
  const before = await rowCounts(t);
  const news = await watch(t);
  await allRefuse(annas.id, stranger, 404);
  await allRefuse(annas.id, t.bo, 404);
  await allRefuse('0198c0de-0000-7000-8000-000000000000', t.anna, 404);
  await allRefuse('not-an-id', t.anna, 404);
  await allRefuse(annas.id, null, 401);
  assert.deepEqual(await rowCounts(t), before);
  assert.deepEqual(await news(), NOTHING);
});

test('ABUSE 18: a list holds what is one’s own: as host, as maker, as owner of the link; or all with the right', async () => {
  const mine = async (as: Person) =>
    (
      await t.call('GET', '/api/bookings?from=2026-12-02T00:00:00Z&to=2026-12-03T00:00:00Z', undefined, as)
    ).body.items.map(({ start }: { start: string }) => start.slice(11, 16));
  await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-02T09:00:00Z', chloe);
  await t.book(await t.share({ title: 'Owned by Bo' }, t.bo), '2026-12-02T10:00:00Z', chloe);
  const byHand = { start: '2026-12-02T11:00:00Z', durationMinutes: 30, hostId: t.bo.id };
  assert.equal((await t.call('POST', '/api/bookings', byHand, t.bo)).status, 201);
  await t.book(await t.share(), '2026-12-02T12:00:00Z', marek);
  assert.deepEqual(await mine(t.bo), ['09:00', '10:00', '11:00']);
  assert.deepEqual(await mine(ines), ['09:00', '10:00', '11:00', '12:00']);
  assert.deepEqual(await mine(t.anna), ['09:00', '10:00', '11:00', '12:00']);
  assert.deepEqual(await mine(stranger), []);
});

test('P9: a record that the caller may not see cannot be linked', async () => {
  const lead = {
    name: 'Secret',
    emails: [{ address: 's@secret.example', primary: true }],
    ownerId: t.anna.id,
  };
  const { body: hidden } = await t.call('POST', '/api/leads', lead);
  const { body: own } = await t.book(await t.share({ hostIds: [t.bo.id] }), '2026-12-03T09:00:00Z', chloe);
  const link = (as: Person) =>
    t.call('PATCH', `/api/bookings/${own.id}`, { record: { kind: 'lead', id: hidden.id } }, as);
  const refused = await link(t.bo);
  assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'record.id']);
  assert.equal((await link(t.anna)).status, 200);
});

test('N2: deactivated: bookable nowhere at once, what was booked needs a host, history stays', async () => {
  const tomasz = await t.hire('tomasz');
  const link = await t.share({ hostIds: [tomasz.id] });
  const robin = await t.share({ kind: 'round-robin', hostIds: [tomasz.id, t.bo.id], rule: 'in-order' });
  const { body: made } = await t.book(link, '2026-12-04T09:00:00Z', chloe);
  const { body: off } = await t.book(link, '2026-12-04T10:00:00Z', marek);
  await t.call('POST', `/api/bookings/${off.id}/cancellation`, {});
  const needing = async () => (await itemsOf(t, '/api/bookings?needsHost=true')).map(({ id }) => id);
  assert.deepEqual(await needing(), []);
  const news = await watch(t);
  assert.equal((await t.call('PATCH', `/api/members/${tomasz.id}`, { active: false })).status, 200);
  assert.deepEqual(await news(), NOTHING);
  assert.deepEqual(await needing(), [made.id]);
  assert.deepEqual(await t.starts(link, '2026-12-04'), []);
  assert.equal((await t.book(link, '2026-12-04T11:00:00Z', marek)).status, 409);
  const next = await t.book(robin, '2026-12-04T11:00:00Z', marek);
  assert.deepEqual((await t.call('GET', `/api/bookings/${next.body.id}`)).body.hostIds, [t.bo.id]);
  const { body } = await t.call('GET', `/api/bookings/${made.id}`);
  assert.deepEqual([body.status, body.assignment.sentence], ['scheduled', 'Tomasz Wrona is the only host']);
  const given = { start: '2026-12-04T13:00:00Z', hostId: t.bo.id };
  assert.equal((await t.call('POST', `/api/bookings/${made.id}/reschedule`, given)).status, 200);
  assert.deepEqual(await needing(), []);
});

test('a list is filtered, searched and turned page by page; a filter that cannot be is refused', async () => {
  const link = await t.share({ hostIds: [t.bo.id] });
  for (const at of ['09:00', '09:30', '10:00'])
    await t.book(link, `2026-12-07T${at}:00Z`, { name: 'Łucja Éclair', email: 'l@list.example' });
  const first = (await t.call('GET', `/api/bookings?linkId=${link.id}&limit=2`)).body;
  const second = (await t.call('GET', `/api/bookings?linkId=${link.id}&limit=2&cursor=${first.next}`)).body;
  const starts = [...first.items, ...second.items].map(({ start }) => start.slice(11, 16));
  assert.deepEqual([starts, second.next], [['09:00', '09:30', '10:00'], null]);
  assert.equal((await itemsOf(t, '/api/bookings?q=lucja%20ECLAIR')).length, 3);
  assert.equal((await itemsOf(t, '/api/bookings?q=%25')).length, 0);
  assert.equal(
    (await itemsOf(t, `/api/bookings?hostId=${t.bo.id}&from=2026-12-07T09:30:00Z&to=2026-12-07T10:00:00Z`))
      .length,
    1,
  );
  assert.equal(first.items[0].party.name, 'Łucja Éclair');
  for (const query of [
    'cursor=x',
    `cursor=${Buffer.from(`${link.id}9999999999`).toString('base64url')}`,
    'from=today',
    'status=open',
    'hostId=x',
    'limit=0',
    'sort=name',
    'rotationId=x',
    'needsHost=yes',
  ]) {
    assert.equal((await t.call('GET', `/api/bookings?${query}`)).status, 422, query);
  }
});

test('a change names the version it was made for: 412 with what stands now', async () => {
  const { body: made } = await t.book(await t.share(), '2026-12-08T09:00:00Z', chloe);
  const path = `/api/bookings/${made.id}`;
  const tag = (await t.call('GET', path)).headers.get('etag')!;
  const change = (body: object, etag = tag) => t.call('PATCH', path, body, t.anna, { 'if-match': etag });
  const changed = await change({ title: 'Kiln visit', details: 'bring gloves' });
  assert.deepEqual(
    [changed.status, changed.body.title, changed.body.visitor.details],
    [200, 'Kiln visit', 'bring gloves'],
  );
  const stale = await change({ title: 'Other' });
  assert.deepEqual([stale.status, stale.body.present.title], [412, 'Kiln visit']);
  assert.equal((await change({}, changed.headers.get('etag')!)).body.version, changed.body.version);
  for (const wrong of [
    { status: 'completed' },
    { hostIds: [] },
    { start: START },
    { title: '' },
    { location: { kind: 'moon' } },
  ]) {
    assert.equal((await t.call('PATCH', path, wrong)).status, 422, JSON.stringify(wrong));
  }
});
