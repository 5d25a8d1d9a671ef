import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../demo/clean-slate.ts';
import { openTermika } from '../../demo/open-termika.ts';
import { staffedHouse } from '../../demo/staff.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const statuses = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, two) => one - two);
const ines = await t.hire('ines', { permissions: ['manage-links'] });
const nobody = '01a1ff00-0000-7000-8000-000000000000';
const plain = { kind: 'personal', title: 'Oven tour', timeZone: 'Europe/Paris', hostIds: [t.bo.id] };

test('N3: everyone sees another’s link; only its owner or manage-links edits or deletes it', async () => {
  const link = await t.share();
  assert.equal((await t.call('GET', `/api/links/${link.id}`, undefined, t.bo)).status, 200);
  const listed = await t.call('GET', '/api/links', undefined, t.bo);
  assert.ok(listed.body.items.some(({ id }: { id: string }) => id === link.id));
  const edited = await t.call('PATCH', `/api/links/${link.id}`, { title: 'Mine now' }, t.bo);
  assert.deepEqual([edited.status, edited.body.type], [403, '/problems/not-allowed']);
  assert.equal((await t.call('DELETE', `/api/links/${link.id}`, undefined, t.bo)).status, 403);
  assert.equal((await t.call('GET', `/api/links/${link.id}`)).body.version, 1);
  assert.equal((await t.call('PATCH', `/api/links/${link.id}`, { title: 'Ours' }, ines)).status, 200);
  assert.equal((await t.call('DELETE', `/api/links/${link.id}`, undefined, ines)).status, 204);
});

test('N3: an owner edits their own; only manage-links makes a link another’s', async () => {
  const { body: own } = await t.call('POST', '/api/links', plain, t.bo);
  assert.equal(own.ownerId, t.bo.id);
  const edit = (change: object, as = t.bo) => t.call('PATCH', `/api/links/${own.id}`, change, as);
  assert.equal((await edit({ title: 'Bo’s tour', ownerId: t.bo.id })).status, 200);
  assert.equal((await edit({ ownerId: t.anna.id })).status, 403);
  const forAnna = await t.call('POST', '/api/links', { ...plain, ownerId: t.anna.id }, t.bo);
  assert.equal(forAnna.status, 403);
  assert.equal((await edit({ ownerId: t.anna.id }, ines)).body.ownerId, t.anna.id);
  assert.equal((await edit({ title: 'No longer mine' })).status, 403);
  assert.equal((await t.call('POST', '/api/links', { ...plain, ownerId: t.anna.id }, ines)).status, 201);
});

test('A right refused writes nothing: the list is as it was', async () => {
  const count = async () => (await t.call('GET', '/api/links?limit=200')).body.items.length;
  const before = await count();
  await t.call('POST', '/api/links', { ...plain, ownerId: t.anna.id }, t.bo);
  assert.equal(await count(), before);
});

test('Without a key every route about links is closed', async () => {
  const link = await t.share();
  for (const [method, path] of [
    ['GET', '/api/links'],
    ['POST', '/api/links'],
    ['GET', `/api/links/${link.id}`],
    ['PATCH', `/api/links/${link.id}`],
    ['DELETE', `/api/links/${link.id}`],
    ['POST', `/api/links/${link.id}/invitations`],
    ['GET', `/api/links/${link.id}/slots`],
    ['GET', `/api/links/${link.id}/explanation`],
  ] as const) {
    const { status } = await t.call(method, path, method === 'GET' ? undefined : {}, null);
    assert.equal(status, 401, `${method} ${path}`);
  }
  assert.equal((await t.call('GET', `/api/links/${link.id}`)).body.version, 1);
});

test('ABUSE 18: a link that never was, is gone, or is another workspace’s is not there, on every verb', async () => {
  const gone = await t.share();
  await t.call('DELETE', `/api/links/${gone.id}`);
  const requests = (id: string) =>
    [
      ['GET', `/api/links/${id}`],
      ['PATCH', `/api/links/${id}`, { title: 'Mine' }],
      ['DELETE', `/api/links/${id}`],
      ['GET', `/api/links/${id}/slots?from=2026-12-01&to=2026-12-01&timeZone=Europe/Paris`],
      ['GET', `/api/links/${id}/explanation?start=2026-12-01T09:00:00Z`],
      [
        'POST',
        `/api/links/${id}/invitations`,
        { record: { kind: 'lead', id: nobody }, email: 'a@b.example' },
      ],
    ] as const;
  for (const id of [nobody, gone.id, 'not-an-id', '..%2Fapi']) {
    for (const [method, path, body] of requests(id)) {
      assert.equal((await t.call(method, path, body)).status, 404, `${method} ${path}`);
    }
  }
  const house = await staffedHouse();
  try {
    const given = { kind: 'personal', title: 'Theirs', timeZone: 'Europe/Paris', hostIds: [house.anna.id] };
    const { body: theirs } = await house.ask(house.anna, 'POST', '/api/links', given);
    for (const [method, path, body] of requests(theirs.id)) {
      assert.equal((await house.ask(house.stranger, method, path, body)).status, 404, `${method} ${path}`);
    }
    const foreign = { ...given, hostIds: [house.stranger.id] };
    const hosted = await house.ask(house.anna, 'POST', '/api/links', foreign);
    assert.deepEqual([hosted.status, hosted.body.errors[0].path], [422, 'hostIds']);
    const { items } = (await house.ask(house.stranger, 'GET', '/api/links')).body;
    assert.ok(items.every((item: { ownerId: string }) => item.ownerId === house.stranger.id));
  } finally {
    await house.close();
  }
});

test('ABUSE 38: of two who edit one link the second gets 412 and the present state, and nothing is lost', async () => {
  const link = await t.share();
  const edit = (title: string, version: string) =>
    t.call('PATCH', `/api/links/${link.id}`, { title }, t.anna, { 'if-match': version });
  const read = await t.call('GET', `/api/links/${link.id}`);
  const tag = read.headers.get('etag')!;
  const first = await edit('First', tag);
  assert.deepEqual([first.status, first.headers.get('etag')], [200, '"2"']);
  const second = await edit('Second', tag);
  assert.deepEqual([second.status, second.body.type], [412, '/problems/changed-meanwhile']);
  assert.deepEqual([second.body.present.title, second.body.present.version], ['First', 2]);
  for (const version of ['W/"1"', '"7"', '"nonsense"', '1'])
    assert.equal((await edit('No', version)).status, 412);
  for (const version of ['W/"2"', '"3"', '*']) assert.equal((await edit('Yes', version)).status, 200);
});

test('ABUSE 38: twenty at once with one version: one is first, the others are told; without a version all take turns', async () => {
  const link = await t.share();
  const at = (title: string, headers = {}) =>
    t.call('PATCH', `/api/links/${link.id}`, { title }, t.anna, headers);
  const titles = Array.from({ length: 20 }, (_, at) => `Title ${at}`);
  const raced = await Promise.all(titles.map((title) => at(title, { 'if-match': '"1"' })));
  assert.deepEqual(statuses(raced), [200, ...Array(19).fill(412)]);
  const turns = await Promise.all(titles.map((title) => at(title)));
  assert.deepEqual(new Set(turns.map(({ status }) => status)), new Set([200]));
  assert.equal((await t.call('GET', `/api/links/${link.id}`)).body.version, 22);
});

test('R1, R10: a link goes by a rotation when whoever says so may use rotations; it stays when others edit it', async () => {
  const members = [{ kind: 'member', id: t.anna.id }];
  const { id } = (await t.call('POST', '/api/rotations', { name: 'Demos', members })).body;
  const wish = { kind: 'round-robin', title: 'Demo', timeZone: 'Europe/Paris', rotationId: id };
  const chairs = [{ candidateIds: [t.anna.id] }, { rotationId: id }];
  for (const body of [
    wish,
    { ...wish, rotationId: nobody },
    { ...plain, kind: 'panel', hostIds: undefined, chairs },
  ])
    assert.equal((await t.call('POST', '/api/links', body, t.bo)).status, 403);
  const own = { ...plain, kind: 'round-robin', rotationId: undefined };
  const { body: link } = await t.call('POST', '/api/links', own, t.bo);
  const edit = (change: object) => t.call('PATCH', `/api/links/${link.id}`, change, t.bo);
  assert.equal((await edit({ rotationId: id })).status, 403);
  await t.call('PATCH', `/api/members/${t.bo.id}`, { permissions: ['book-for-others'] });
  assert.equal((await edit({ rotationId: id })).status, 200);
  await t.call('PATCH', `/api/members/${t.bo.id}`, { permissions: [] });
  assert.deepEqual((await edit({ title: 'Demos' })).body.rotationId, id);
});
