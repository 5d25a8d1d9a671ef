import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { signedIn, staffedOffice } from './office.test-support.ts';
import type { Answer, Staffed } from './office.test-support.ts';

let office: Staffed;

function make(key: string, permissions?: string[]): Promise<Answer> {
  return office.ask('POST', '/api/api-keys', { name: 'Robot', permissions }, { key });
}

async function may(key: string): Promise<string[]> {
  return (await office.ask('GET', '/api/me', undefined, { key })).body.permissions;
}

beforeEach(async () => {
  office = await staffedOffice();
});
afterEach(() => office.close());

test('a key is shown once, kept as a hash, and works until it is deleted', async () => {
  const { status, body } = await make(office.bo.key);
  assert.equal(status, 201);
  assert.deepEqual(Object.keys(body).toSorted(), ['id', 'key']);
  const { items } = (await office.ask('GET', '/api/api-keys', undefined, { key: body.key })).body;
  assert.ok(!JSON.stringify(items).includes(body.key));
  const rows = await office.platform.db.read.selectFrom('api_keys').selectAll().execute();
  assert.ok(!JSON.stringify(rows).includes(body.key));
  const gone = await office.ask('DELETE', `/api/api-keys/${body.id}`, undefined, { key: body.key });
  assert.equal(gone.status, 204);
  assert.equal((await office.ask('GET', '/api/me', undefined, { key: body.key })).status, 401);
});

test('N1: a key holds at most what its maker holds, now and later', async () => {
  const { anna, bo } = office;
  assert.equal((await make(bo.key, ['manage-links'])).status, 403);
  const patch = { permissions: ['manage-links', 'book-for-others'] };
  await office.ask('PATCH', `/api/members/${bo.id}`, patch, { key: anna.key });
  const limited = (await make(bo.key, ['manage-links'])).body.key;
  assert.deepEqual(await may(limited), ['manage-links']);
  assert.equal((await make(limited, ['book-for-others'])).status, 403);
  const child = (await make(limited)).body.key;
  assert.deepEqual(await may(child), ['manage-links']);
  await office.ask('PATCH', `/api/members/${bo.id}`, { permissions: [] }, { key: anna.key });
  assert.deepEqual([await may(limited), await may(child), await may(bo.key)], [[], [], []]);
});

test('N1: a limited key of the owner is no admin', async () => {
  const limited = (await make(office.anna.key, ['manage-links'])).body.key;
  const nobody = { name: 'Eve', email: 'eve@nordwind.example' };
  assert.equal((await office.ask('POST', '/api/members', nobody, { key: limited })).status, 403);
  assert.equal((await office.ask('GET', '/api/mail', undefined, { key: limited })).status, 403);
  const raise = await office.ask(
    'PATCH',
    `/api/members/${office.bo.id}`,
    { role: 'owner' },
    { key: limited },
  );
  assert.equal(raise.status, 403);
  assert.deepEqual(await may((await make(limited)).body.key), ['manage-links']);
});

test('ABUSE 18: members see and delete their own keys, admins everybody’s', async () => {
  const { anna, bo, chloe } = office;
  const list = async (key: string): Promise<{ id: string; memberId: string }[]> =>
    (await office.ask('GET', '/api/api-keys', undefined, { key })).body.items;
  assert.ok((await list(bo.key)).every((item) => item.memberId === bo.id));
  const all = await list(chloe.key);
  assert.equal(all.length, 3);
  const annas = all.find((item) => item.memberId === anna.id)!;
  const bos = all.find((item) => item.memberId === bo.id)!;
  const remove = async (id: string, key: string): Promise<number> =>
    (await office.ask('DELETE', `/api/api-keys/${id}`, undefined, { key })).status;
  assert.equal(await remove(annas.id, bo.key), 404);
  assert.equal(await remove(bos.id, chloe.key), 204);
  assert.equal((await office.ask('GET', '/api/me', undefined, { key: bo.key })).status, 401);
  assert.equal(await remove(bos.id, chloe.key), 404);
});

test('fifty keys are enough for one member', async () => {
  for (let i = 1; i < 50; i++) assert.equal((await make(office.bo.key)).status, 201);
  assert.equal((await make(office.bo.key)).status, 409);
});

test('bad input makes no key', async () => {
  const cookie = await signedIn(office, office.bo.email);
  const bad = [
    {},
    { name: '' },
    { name: 'x', permissions: ['all'] },
    { name: 'x', memberId: office.anna.id },
  ];
  for (const body of bad) {
    assert.equal((await office.ask('POST', '/api/api-keys', body, { cookie })).status, 422);
  }
  const nobody = await office.ask('POST', '/api/api-keys', { name: 'x' });
  assert.equal(nobody.status, 401);
});
