import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

test('P3: a contact has several addresses and numbers with one primary each', async () => {
  const given = {
    name: 'Łucja Żak',
    emails: [{ address: 'l@sopot.example' }, { address: 'zak@sopot.example', primary: true }],
    phones: [{ number: '+48 58 000 00 00' }, { number: '+48 600 000 000' }],
    jobTitle: 'Head of purchasing',
    companyIds: [],
    ownerId: house.bo.id,
  };
  const { status, body } = await house.ask(house.bo, 'POST', '/api/contacts', given);
  assert.equal(status, 201);
  const { id, version: _v, createdAt: _c, activeAt: _a, ...kept } = body;
  assert.deepEqual(kept, {
    ...given,
    custom: {},
    emails: [{ address: 'l@sopot.example', primary: false }, given.emails[1]],
    phones: [
      { ...given.phones[0], primary: true },
      { ...given.phones[1], primary: false },
    ],
  });
  assert.deepEqual((await house.ask(house.bo, 'GET', `/api/contacts/${id}`)).body, body);
});

test('P8: a contact’s timeline keeps what its addresses and numbers were', async () => {
  const { body: contact } = await house.ask(house.anna, 'POST', '/api/contacts', { name: 'Marek' });
  const phones = [{ number: '1' }];
  const changed = await house.ask(house.anna, 'PATCH', `/api/contacts/${contact.id}`, { phones });
  assert.deepEqual([changed.body.phones, changed.etag], [[{ number: '1', primary: true }], '"2"']);
  const { body } = await house.ask(house.anna, 'GET', `/api/contacts/${contact.id}/timeline`);
  assert.deepEqual(body.items[0].data, {
    changes: [{ field: 'phones', from: [], to: [{ number: '1', primary: true }] }],
  });
});

test('P9: a contact goes to the trash and comes back; an address may be used by somebody else meanwhile', async () => {
  const emails = [{ address: 'shared@sopot.example' }];
  const make = (name: string) => house.ask(house.anna, 'POST', '/api/contacts', { name, emails });
  const { body: first } = await make('First');
  await house.ask(house.anna, 'DELETE', `/api/contacts/${first.id}`);
  assert.equal((await make('Second')).status, 201);
  const { status, body } = await house.ask(house.anna, 'POST', `/api/contacts/${first.id}/restoration`);
  assert.deepEqual([status, body.emails[0].address], [200, 'shared@sopot.example']);
  const found = await house.ask(house.anna, 'GET', '/api/contacts?q=shared@sopot&sort=name');
  assert.deepEqual(
    found.body.items.map((contact: { name: string }) => contact.name),
    ['First', 'Second'],
  );
});
