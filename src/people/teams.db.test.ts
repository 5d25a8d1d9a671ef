import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { staffedOffice, type Answer, type Staffed } from './office.test-support.ts';

let office: Staffed;
let told: string[];
const NO_ID = '01a1ff9d-0000-7000-8000-000000000000';

function ask(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Answer> {
  return office.ask(method, `/api/teams${path}`, body, { key: office.anna.key, headers });
}

async function sales(): Promise<{ id: string }> {
  return (await ask('POST', '', { name: 'Sales', memberIds: [office.bo.id, office.chloe.id] })).body;
}

beforeEach(async () => {
  office = await staffedOffice();
  told = [];
  const names = { [office.anna.id]: 'Anna', [office.bo.id]: 'Bo', [office.chloe.id]: 'Chloé' };
  office.platform.announcer.on('team-changed', async (_tx, { left, joined }) => {
    const went = left.map((id) => `${names[id]} left`);
    told.push([...went, ...joined.map((id) => `${names[id]} joined`)].join(', '));
  });
});
afterEach(() => office.close());

test('R2: who joins and who leaves is told, once for all of them', async () => {
  const { id } = await sales();
  assert.deepEqual(told.splice(0), ['Bo joined, Chloé joined']);
  const place = `/${id}/members/${office.anna.id}`;
  assert.equal((await ask('PUT', place)).status, 200);
  assert.equal((await ask('PUT', place)).status, 200);
  assert.deepEqual(told.splice(0), ['Anna joined']);
  assert.equal((await ask('DELETE', `/${id}/members/${office.bo.id}`)).status, 204);
  assert.equal((await ask('DELETE', `/${id}/members/${office.bo.id}`)).status, 204);
  assert.deepEqual(told.splice(0), ['Bo left']);
  await ask('PATCH', `/${id}`, { memberIds: [office.bo.id, office.anna.id] });
  assert.deepEqual(told.splice(0), ['Chloé left, Bo joined']);
  assert.equal((await ask('DELETE', `/${id}`)).status, 204);
  assert.deepEqual(told.splice(0)[0]!.split(', ').toSorted(), ['Anna left', 'Bo left']);
  assert.equal((await ask('GET', `/${id}`)).status, 404);
});

test('a team is listed by name, renamed, and stale changes get 412', async () => {
  const { id } = await sales();
  await ask('POST', '', { name: 'Ärzte' });
  const first = (await ask('GET', '?limit=1')).body;
  assert.deepEqual([first.items[0].name, first.items.length], ['Ärzte', 1]);
  const second = (await ask('GET', `?limit=1&cursor=${first.next}`)).body;
  assert.deepEqual(second.items[0].memberIds.toSorted(), [office.bo.id, office.chloe.id].toSorted());
  const tag = (await ask('GET', `/${id}`)).headers.get('etag')!;
  const renamed = await ask('PATCH', `/${id}`, { name: 'Vertrieb' }, { 'if-match': tag });
  assert.deepEqual([renamed.status, renamed.body.name, renamed.body.memberIds.length], [200, 'Vertrieb', 2]);
  const stale = await ask('PATCH', `/${id}`, { name: 'Vente' }, { 'if-match': tag });
  assert.deepEqual([stale.status, stale.body.present.name], [412, 'Vertrieb']);
});

test('a taken name is 409, an unknown member 422 in a body and 404 in an address; nothing is written', async () => {
  const { id } = await sales();
  told = [];
  assert.equal((await ask('POST', '', { name: ' sÁles ' })).status, 409);
  const unknown = await ask('POST', '', { name: 'Support', memberIds: [office.bo.id, NO_ID] });
  assert.equal(unknown.status, 422);
  assert.equal(unknown.body.errors[0].path, 'memberIds.1');
  assert.equal((await ask('PATCH', `/${id}`, { name: 'New', memberIds: [NO_ID] })).status, 422);
  assert.equal((await ask('PUT', `/${id}/members/${NO_ID}`)).status, 404);
  assert.equal((await ask('PUT', `/${NO_ID}/members/${office.bo.id}`)).status, 404);
  assert.equal((await ask('PATCH', `/${NO_ID}`, { name: 'x' })).status, 404);
  assert.equal((await ask('DELETE', `/${NO_ID}`)).status, 404);
  const { items } = (await ask('GET', '')).body;
  assert.deepEqual(
    items.map((item: { name: string }) => item.name),
    ['Sales'],
  );
  assert.deepEqual(told, []);
});

test('bad input: names and members', async () => {
  const bad = [
    {},
    { name: '' },
    { name: 'x'.repeat(121) },
    { name: 'x', memberIds: ['me'] },
    { name: 'x', memberIds: null },
    { name: 'x', ownerId: office.bo.id },
  ];
  for (const body of bad) assert.equal((await ask('POST', '', body)).status, 422, JSON.stringify(body));
});

test('members see teams; only manage-settings changes them', async () => {
  const { id } = await sales();
  const { key } = office.bo;
  const asBo = async (method: string, path: string, body?: unknown): Promise<number> =>
    (await office.ask(method, `/api/teams${path}`, body, { key })).status;
  assert.deepEqual([await asBo('GET', ''), await asBo('GET', `/${id}`)], [200, 200]);
  const changes = [
    await asBo('POST', '', { name: 'Mine' }),
    await asBo('PATCH', `/${id}`, { name: 'Mine' }),
    await asBo('DELETE', `/${id}`),
    await asBo('PUT', `/${id}/members/${office.bo.id}`),
    await asBo('DELETE', `/${id}/members/${office.chloe.id}`),
  ];
  assert.deepEqual(changes, [403, 403, 403, 403, 403]);
  const permissions = ['manage-settings'];
  await office.ask('PATCH', `/api/members/${office.bo.id}`, { permissions }, { key: office.anna.key });
  assert.equal(await asBo('PATCH', `/${id}`, { name: 'Ours' }), 200);
});
