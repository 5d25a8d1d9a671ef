import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { hire, mailsTo, PASSWORD, signedIn, staffedOffice, statusesOf } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';

let office: Staffed;

function add(body: Record<string, unknown>, key = office.anna.key): Promise<Answer> {
  return office.ask('POST', '/api/members', body, { key });
}

function change(id: string, body: unknown, key = office.anna.key, ifMatch?: string): Promise<Answer> {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return office.ask('PATCH', `/api/members/${id}`, body, { key, headers });
}

function read(id: string): Promise<Answer> {
  return office.ask('GET', `/api/members/${id}`, undefined, { key: office.anna.key });
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('N1: a new member has a seat, no permissions, and the zone and language of the workspace', async () => {
  const { status, body } = await add({ name: 'Marek Zieliński', email: 'marek@nordwind.example' });
  assert.equal(status, 201);
  const { role, seat, permissions, timeZone, locale, active, invited } = body;
  assert.deepEqual(
    { role, seat, permissions, timeZone, locale, active, invited },
    {
      role: 'member',
      seat: true,
      permissions: [],
      timeZone: 'Europe/Warsaw',
      locale: 'en',
      active: true,
      invited: true,
    },
  );
});

test('a taken address is refused, however it is written, and nothing is mailed', async () => {
  const taken = await add({ name: 'Another Bo', email: 'BO@Nordwind.Example' });
  assert.equal(taken.status, 409);
  assert.equal((await change(office.chloe.id, { email: office.bo.email })).status, 409);
  assert.equal((await read(office.chloe.id)).body.email, office.chloe.email);
  assert.deepEqual(await mailsTo(office, office.bo.email), []);
});

test('two at once with one address: one member, one 409', async () => {
  const twice = await Promise.all([1, 2].map(() => add({ name: 'Zoë', email: 'zoe@nordwind.example' })));
  assert.deepEqual(statusesOf(twice), [201, 409]);
});

test('with a password a member signs in at once, and by their new address after a change', async () => {
  const { body } = await add({ name: 'Zoë', email: 'zoe@nordwind.example', password: PASSWORD });
  await signedIn(office, 'zoe@nordwind.example');
  await change(body.id, { email: 'zoe.berg@nordwind.example' });
  assert.ok(await signedIn(office, 'zoe.berg@nordwind.example'));
  const old = await office.ask('POST', '/api/auth/sign-in/email', {
    email: 'zoe@nordwind.example',
    password: PASSWORD,
  });
  assert.equal(old.status, 401);
});

test('N2: deactivating ends sessions and keys at once, and nobody signs in; reactivating revives neither', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const { body } = await change(office.bo.id, { active: false });
  assert.equal(body.active, false);
  assert.equal(body.deactivatedAt, '2026-11-23T08:00:00.000Z');
  const gone = async (): Promise<number[]> => [
    (await office.ask('GET', '/api/me', undefined, { cookie })).status,
    (await office.ask('GET', '/api/me', undefined, { key: office.bo.key })).status,
  ];
  assert.deepEqual(await gone(), [401, 401]);
  const again = { email: office.bo.email, password: PASSWORD };
  assert.equal((await office.ask('POST', '/api/auth/sign-in/email', again)).status, 401);
  assert.equal((await change(office.bo.id, { active: true })).body.deactivatedAt, null);
  assert.deepEqual(await gone(), [401, 401]);
  assert.equal((await office.ask('POST', '/api/auth/sign-in/email', again)).status, 200);
});

test('C6: every change raises the version, and a stale If-Match gets 412 with what stands', async () => {
  const first = await read(office.bo.id);
  const tag = first.headers.get('etag')!;
  const changed = await change(office.bo.id, { name: 'Bo Berg' }, office.anna.key, tag);
  assert.equal(changed.status, 200);
  assert.notEqual(changed.headers.get('etag'), tag);
  const stale = await change(office.bo.id, { name: 'Bo Dahl' }, office.anna.key, tag);
  assert.equal(stale.status, 412);
  assert.equal(stale.body.present.name, 'Bo Berg');
  assert.equal((await read(office.bo.id)).body.name, 'Bo Berg');
  assert.equal((await change(office.bo.id, { name: 'Bo Dahl' }, office.anna.key, '*')).status, 200);
});

test('N1: the last active owner cannot leave or step down', async () => {
  const { id } = office.anna;
  for (const body of [{ active: false }, { role: 'admin' }, { role: 'member', active: true }]) {
    const answer = await change(id, body);
    assert.equal(answer.status, 409);
    assert.match(answer.body.detail, /last active owner/);
  }
  await change(office.chloe.id, { role: 'owner' });
  assert.equal((await change(id, { role: 'admin' })).status, 200);
});

test('N1: an invited owner does not count until they can sign in', async () => {
  const second = { name: 'Nils', email: 'nils@nordwind.example', role: 'owner' };
  assert.equal((await add(second)).status, 201);
  assert.equal((await change(office.anna.id, { active: false })).status, 409);
});

test('N1: two owners who remove each other at the same moment leave one', async () => {
  await change(office.chloe.id, { role: 'owner' });
  const answers = await Promise.all([
    change(office.chloe.id, { active: false }, office.anna.key),
    change(office.anna.id, { active: false }, office.chloe.key),
  ]);
  const statuses = statusesOf(answers);
  assert.equal(statuses[0], 200);
  assert.ok(statuses[1] === 409 || statuses[1] === 401, String(statuses));
  const rows = await office.platform.db.read.selectFrom('members').select(['role', 'active']).execute();
  assert.equal(rows.filter((row) => row.role === 'owner' && row.active === 1).length, 1);
});

test('ABUSE 19: nobody raises their own role, and only owners make, change or remove owners', async () => {
  const { anna, chloe, bo } = office;
  const attempts: [string, string, unknown][] = [
    [bo.key, bo.id, { role: 'admin' }],
    [bo.key, bo.id, { role: 'owner' }],
    [bo.key, bo.id, { permissions: ['manage-settings'] }],
    [bo.key, bo.id, { seat: false }],
    [bo.key, bo.id, { active: true }],
    [bo.key, bo.id, { email: 'boss@nordwind.example' }],
    [bo.key, bo.id, { name: 'Bo', role: 'admin' }],
    [bo.key, anna.id, { name: 'Eve' }],
    [chloe.key, chloe.id, { role: 'owner' }],
    [chloe.key, bo.id, { role: 'owner' }],
    [chloe.key, anna.id, { role: 'member' }],
    [chloe.key, anna.id, { active: false }],
    [chloe.key, anna.id, { email: 'chloe2@nordwind.example' }],
    [chloe.key, anna.id, { name: 'Eve' }],
  ];
  for (const [key, id, body] of attempts) {
    assert.equal((await change(id, body, key)).status, 403, JSON.stringify(body));
  }
  const owner = { name: 'Eve', email: 'eve@nordwind.example', role: 'owner' };
  assert.equal((await add(owner, chloe.key)).status, 403);
  const { items } = (await office.ask('GET', '/api/members', undefined, { key: anna.key })).body;
  assert.deepEqual(
    items.map((item: { role: string; version: number }) => [item.role, item.version]),
    [
      ['owner', 1],
      ['member', 1],
      ['admin', 1],
    ],
  );
});

test('everyone changes their own name, zone and language; admins the rest of others', async () => {
  const { bo, chloe } = office;
  const own = await change(bo.id, { name: 'Bo B', timeZone: 'Asia/Kathmandu', locale: 'fr' }, bo.key);
  assert.deepEqual([own.status, own.body.timeZone, own.body.locale], [200, 'Asia/Kathmandu', 'fr']);
  const given = await change(bo.id, { role: 'admin', permissions: ['manage-links'] }, chloe.key);
  assert.deepEqual([given.status, given.body.role], [200, 'admin']);
});

test('a change of nothing changes nothing', async () => {
  const before = (await read(office.bo.id)).body;
  assert.equal((await change(office.bo.id, {})).status, 200);
  assert.deepEqual((await read(office.bo.id)).body, before);
});

test('P10: members are listed by name, accents aside, page by page, and found by what they are called', async () => {
  const lukasz = { name: 'Łukasz 100%', email: 'lukasz@nordwind.example', role: 'member' } as const;
  await hire(office, office.workspaceId, lukasz);
  const { key } = office.bo;
  const list = async (query: string): Promise<{ items: { name: string }[]; next: string | null }> =>
    (await office.ask('GET', `/api/members?${query}`, undefined, { key })).body;
  const first = await list('limit=3');
  assert.deepEqual(
    first.items.map((item) => item.name),
    ['Anna Lindqvist', 'Bo Åkesson', 'Chloé Martin'],
  );
  const second = await list(`limit=3&cursor=${first.next}`);
  assert.deepEqual(
    second.items.map((item) => item.name),
    ['Łukasz 100%'],
  );
  assert.equal(second.next, null);
  const found = async (q: string): Promise<number> => (await list(`q=${encodeURIComponent(q)}`)).items.length;
  assert.deepEqual(
    [
      await found('lukasz'),
      await found('CHLOE'),
      await found('%'),
      await found('_'),
      await found("' OR 1=1--"),
    ],
    [1, 1, 1, 0, 0],
  );
  assert.equal((await list('active=false')).items.length, 0);
});

test('strange cursors, limits and filters are refused', async () => {
  const { key } = office.bo;
  for (const query of ['cursor=nonsense', 'limit=0', 'limit=201', 'limit=x', 'active=maybe', 'sort=role']) {
    assert.equal((await office.ask('GET', `/api/members?${query}`, undefined, { key })).status, 422, query);
  }
});
