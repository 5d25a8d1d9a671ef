import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { staffedHouse, type Colleague } from '../../demo/staff.ts';

const house = await staffedHouse();
after(() => house.close());
const { anna, bo, stranger } = house;
const priya = await house.hire('Priya');

const noShows = {
  list: 'bookings',
  name: 'No-shows in November',
  filter: { status: 'no-show', from: '2026-11-01T00:00:00Z' },
};
const save = async (who: Colleague, more: object = {}) => {
  const { status, body } = await house.ask(who, 'POST', '/api/views', { ...noShows, ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const names = async (who: Colleague, query = '') =>
  (await house.ask(who, 'GET', `/api/views${query}`)).body.items.map(({ name }: { name: string }) => name);

test('P10: a view is private until it is shared, and comes back as it was saved', async () => {
  const own = await save(bo);
  assert.deepEqual([own.filter, own.shared, own.editable], [noShows.filter, false, true]);
  await save(bo, { name: 'Ours', shared: true, list: 'leads' });
  assert.deepEqual(await names(bo), ['No-shows in November', 'Ours']);
  assert.deepEqual(await names(bo, '?list=leads'), ['Ours']);
  assert.deepEqual(await names(anna), ['Ours']);
  assert.deepEqual(await names(stranger), []);
  for (const who of [anna, priya, stranger]) {
    assert.equal((await house.ask(who, 'GET', `/api/views/${own.id}`)).status, 404);
    assert.equal((await house.ask(who, 'PATCH', `/api/views/${own.id}`, { name: 'Mine' })).status, 404);
    assert.equal((await house.ask(who, 'DELETE', `/api/views/${own.id}`)).status, 404);
  }
});

test('P10: a shared view is changed by its maker or with manage-settings, and by nobody else', async () => {
  const { id } = await save(bo, { shared: true, name: 'Everybody’s' });
  const rename = (who: Colleague) => house.ask(who, 'PATCH', `/api/views/${id}`, { name: 'Renamed' });
  assert.equal((await rename(priya)).status, 403);
  assert.equal((await house.ask(priya, 'GET', `/api/views/${id}`)).body.editable, false);
  assert.equal((await rename(anna)).status, 200);
  assert.equal((await house.ask(bo, 'GET', `/api/views/${id}`)).body.name, 'Renamed');
  assert.equal((await house.ask(priya, 'DELETE', `/api/views/${id}`)).status, 403);
  assert.equal((await house.ask(anna, 'DELETE', `/api/views/${id}`)).status, 204);
  assert.equal((await house.ask(bo, 'GET', `/api/views/${id}`)).status, 404);
});

test('P10: each member chooses which view a list opens with, among those they see', async () => {
  const [own, other] = [
    await save(bo, { name: 'Mornings' }),
    await save(bo, { name: 'Shared', shared: true }),
  ];
  const open = (who: Colleague, id: string, method = 'PUT') =>
    house.ask(who, method, `/api/views/${id}/default`);
  const opensWith = async (who: Colleague) => {
    const { body } = await house.ask(who, 'GET', '/api/views?list=bookings');
    return body.items.flatMap((one: { name: string; default: boolean }) => (one.default ? [one.name] : []));
  };
  assert.equal((await open(bo, own.id)).status, 204);
  assert.equal((await open(bo, other.id)).status, 204);
  assert.equal((await open(priya, other.id)).status, 204);
  assert.equal((await open(priya, own.id)).status, 404);
  assert.deepEqual(
    [await opensWith(bo), await opensWith(priya), await opensWith(anna)],
    [['Shared'], ['Shared'], []],
  );
  assert.equal((await open(bo, other.id, 'DELETE')).status, 204);
  assert.deepEqual([await opensWith(bo), await opensWith(priya)], [[], ['Shared']]);
  assert.equal((await house.ask(bo, 'DELETE', `/api/views/${other.id}`)).status, 204);
  assert.deepEqual(await opensWith(priya), []);
});

test('two tabs: the slower change of one view gets 412 with what stands now', async () => {
  const { id } = await save(bo, { name: 'First' });
  const change = (name: string) =>
    house.ask(bo, 'PATCH', `/api/views/${id}`, { name }, { 'if-match': '"1"' });
  const faster = await change('Second');
  assert.deepEqual([faster.status, faster.etag], [200, '"2"']);
  const slower = await change('Third');
  assert.deepEqual([slower.status, slower.body.present.name], [412, 'Second']);
});

test('a view needs a name, a list we know, and filters that are texts', async () => {
  const wrong = [
    { name: ' ' },
    { list: 'weather' },
    { filter: { status: 7 } },
    { filter: { 'a b': 'x' } },
    { filter: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`a${'b'.repeat(at)}`, 'x'])) },
    { ownerId: anna.id },
  ];
  for (const more of wrong) {
    const { status } = await house.ask(bo, 'POST', '/api/views', { ...noShows, ...more });
    assert.equal(status, 422, JSON.stringify(more));
  }
});
