import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

interface Item {
  kind: string;
  record: { kind: string; id: string; name?: string };
}

test('P8: a company’s timeline says whose it is what happened, to those who may see them (P9)', async () => {
  const eve = await house.hire('Eve');
  const make = async (path: string, body: object) =>
    (await house.ask(house.anna, 'POST', path, body)).body.id as string;
  const company = await make('/api/companies', { name: 'Garonne' });
  await make('/api/contacts', { name: 'Hélène', companyIds: [company], ownerId: house.anna.id });
  await make('/api/leads', { name: 'Yanis', companyId: company });
  const path = `/api/companies/${company}/timeline`;
  const told = async (who = house.anna, query = '') =>
    ((await house.ask(who, 'GET', `${path}${query}`)).body.items as Item[]).map(({ kind, record }) => [
      kind,
      record.kind,
      record.name,
    ]);
  assert.deepEqual(await told(), [
    ['created', 'lead', 'Yanis'],
    ['created', 'contact', 'Hélène'],
    ['created', 'company', 'Garonne'],
  ]);
  assert.deepEqual((await told(eve))[1], ['created', 'contact', undefined]);
  await house.ask(house.anna, 'PATCH', `/api/companies/${company}`, { industry: 'Food' });
  await make(`/api/companies/${company}/addresses`, { city: 'Toulouse' });
  assert.deepEqual(await told(house.anna, '?kind=changed'), [['changed', 'company', 'Garonne']]);
  const both = await told(house.anna, '?kind=changed,address&limit=1');
  assert.deepEqual(both, [['address', 'company', 'Garonne']]);
  assert.equal((await house.ask(house.anna, 'GET', `${path}?kind=No'te`)).status, 422);
});
