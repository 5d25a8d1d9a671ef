import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/tickets';
const make = (body: object, as = house.anna) => house.ask(as, 'POST', path, body);
const list = async (query: string): Promise<string[]> => {
  const { body } = await house.ask(house.anna, 'GET', `${path}?${query}`);
  return body.items.map((one: { subject: string }) => one.subject);
};

test('P5: a ticket has a subject, a contact, a company, a status, a priority and an owner', async () => {
  const company = await house.ask(house.anna, 'POST', '/api/companies', { name: 'Piekarnia Grota' });
  const companyId = company.body.id as string;
  const person = { name: 'Łucja Grot', companyIds: [companyId] };
  const contact = await house.ask(house.anna, 'POST', '/api/contacts', person);
  const contactId = contact.body.id as string;
  const given = { subject: 'The oven is cold', contactId, priority: 'high', ownerId: house.bo.id };
  const { status, body } = await make(given);
  assert.equal(status, 201, JSON.stringify(body));
  const { id, version, createdAt, activeAt, ...fields } = body;
  assert.deepEqual(fields, { ...given, companyId: null, status: 'open', custom: {} });
  assert.deepEqual([version, createdAt], [1, activeAt]);
  const bare = await make({ subject: 'No heat' });
  assert.deepEqual([bare.body.status, bare.body.priority, bare.body.ownerId], ['open', 'normal', null]);

  const changed = await house.ask(house.bo, 'PATCH', `${path}/${id}`, { status: 'solved', subject: 'Warm' });
  assert.deepEqual([changed.status, changed.body.subject, changed.body.status], [200, 'Warm', 'solved']);
  assert.deepEqual(await list('status=solved'), ['Warm']);
  assert.deepEqual(await list(`ownerId=${house.bo.id}`), ['Warm']);
  assert.deepEqual(await list(`contactId=${contactId}`), ['Warm']);
  assert.deepEqual(await list(`companyId=${companyId}`), ['Warm'], 'its contact is of this company');

  const { body: history } = await house.ask(house.anna, 'GET', `/api/companies/${companyId}/timeline`);
  const tickets = history.items.filter((item: { record: { kind: string } }) => item.record.kind === 'ticket');
  assert.deepEqual(
    tickets.map((item: { kind: string }) => item.kind),
    ['changed', 'created'],
    'P8: shows on the company',
  );
});

test('P5, P9: what is no status, no priority, no subject or no record of mine is refused by field', async () => {
  const eve = await house.hire('Eve');
  const annas = await house.ask(house.anna, 'POST', '/api/contacts', {
    name: 'Hers',
    ownerId: house.anna.id,
  });
  const wrong: [string, unknown][] = [
    ['status', 'lost'],
    ['priority', 'urgent'],
    ['subject', ' '],
    ['contactId', annas.body.id],
    ['companyId', '0192f0c0-0000-7000-8000-000000000000'],
    ['ownerId', '0192f0c0-0000-7000-8000-000000000000'],
  ];
  for (const [field, value] of wrong) {
    const { status, body } = await make({ subject: 'Wrong', [field]: value }, eve);
    assert.deepEqual([status, body.errors?.[0].path], [422, field], field);
  }
  assert.deepEqual(await list('q=wrong'), []);
});

test('P9: a ticket of another is not there; the trash gives it back', async () => {
  const eve = await house.hire('Ewa');
  const { body } = await make({ subject: 'Of Anna', ownerId: house.anna.id });
  const own = `${path}/${body.id}`;
  for (const method of ['GET', 'DELETE'] as const)
    assert.equal((await house.ask(eve, method, own)).status, 404, method);
  assert.equal((await house.ask(house.anna, 'DELETE', own)).status, 204);
  assert.equal((await house.ask(house.anna, 'GET', own)).status, 404);
  const back = await house.ask(house.anna, 'POST', `${own}/restoration`);
  assert.deepEqual([back.status, back.body.subject], [200, 'Of Anna']);
});
