import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const ask = (method: string, path: string, body?: object, as = house.anna) =>
  house.ask(as, method, path, body);
const make = async (path: string, fields: object): Promise<string> => {
  const { status, body } = await ask('POST', `/api/${path}`, fields);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};
const merge = (kind: string, into: string, from: string, more: object = {}, as = house.anna) =>
  ask('POST', `/api/${kind}/${into}/merge`, { from, ...more }, as);
const emails = (...addresses: string[]) => addresses.map((address, at) => ({ address, primary: at === 0 }));

test('P4: a converted lead is not merged', async () => {
  const [into, from] = [await make('leads', { name: 'Done' }), await make('leads', { name: 'Open' })];
  await ask('POST', `/api/leads/${into}/conversion`, { company: null });
  assert.equal((await merge('leads', into, from)).status, 409);
  assert.equal((await merge('leads', from, into)).status, 409);
  assert.equal((await ask('GET', `/api/leads/${from}/merge?from=${into}`)).status, 409);
});

test('a merge needs both as they were read (412), and two of them (422); unknown fields are refused', async () => {
  const [into, from] = [await make('contacts', { name: 'Cut' }), await make('contacts', { name: 'Cat' })];
  const path = `/api/contacts/${into}/merge`;
  await ask('PATCH', `/api/contacts/${from}`, { jobTitle: 'New' });
  const old = await ask('POST', path, { from, fromVersion: 1 });
  assert.deepEqual([old.status, old.body.present.from.jobTitle], [412, 'New']);
  const stale = await house.ask(house.anna, 'POST', path, { from, fromVersion: 2 }, { 'if-match': '"7"' });
  assert.equal(stale.status, 412);
  assert.deepEqual((await ask('POST', path, { from: into })).body.errors[0].path, 'from');
  assert.deepEqual(
    (await ask('POST', path, { from, take: ['name', 'nonsense'] })).body.errors[0].path,
    'take.1',
  );
  for (const body of [{}, { from: 'x' }, { from, nonsense: 1 }, { from, take: 'name' }]) {
    assert.equal((await ask('POST', path, body)).status, 422, JSON.stringify(body));
  }
  assert.equal((await ask('GET', `/api/contacts/${from}`)).status, 200, 'nothing was done');
  const done = await house.ask(house.anna, 'POST', path, { from, fromVersion: 2 }, { 'if-match': '"1"' });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.equal(done.etag, '"2"');
});

test('P9: only who may edit both merges them; what one may not see is not there', async () => {
  const eve = await house.hire('Eve');
  const seer = await house.hire('Seer', { permissions: ['see-all-records'] });
  const hers = await make('contacts', { name: 'Hers', ownerId: eve.id });
  const annas = await make('contacts', { name: 'Anna’s', ownerId: house.anna.id });
  const nobodys = await make('contacts', { name: 'Nobody’s' });
  const { body: foreign } = await ask('POST', '/api/contacts', { name: 'Far' }, house.stranger);
  const tries: [string, string, typeof eve, number][] = [
    [hers, annas, eve, 404],
    [annas, hers, eve, 404],
    [hers, annas, seer, 403],
    [nobodys, annas, seer, 403],
    [hers, foreign.id, house.anna, 404],
    [foreign.id, hers, house.anna, 404],
    [hers, annas, house.stranger, 404],
  ];
  for (const [into, from, who, status] of tries) {
    assert.equal((await merge('contacts', into, from, {}, who)).status, status);
    assert.equal(
      (await ask('GET', `/api/contacts/${into}/merge?from=${from}`, undefined, who)).status,
      status,
    );
  }
  assert.equal((await merge('contacts', hers, nobodys, {}, eve)).status, 200);
});

test('a list that would be too long is refused, and nothing is done', async () => {
  const many = (host: string) => Array.from({ length: 11 }, (_, at) => `${at}@${host}.example`);
  const into = await make('contacts', { name: 'Many', emails: emails(...many('one')) });
  const from = await make('contacts', { name: 'More', emails: emails(...many('two')) });
  assert.equal((await merge('contacts', into, from)).status, 409);
  assert.equal((await ask('GET', `/api/contacts/${from}`)).status, 200);
});
