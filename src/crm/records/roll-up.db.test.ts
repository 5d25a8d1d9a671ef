import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

async function make(kind: string, body: object): Promise<string> {
  const answer = await house.ask(house.anna, 'POST', `/api/${kind}`, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}

async function told(kind: string, id: string): Promise<string[]> {
  const { body } = await house.ask(house.anna, 'GET', `/api/${kind}/${id}/timeline?limit=200`);
  return body.items.map(
    (item: { kind: string; record: { kind: string } }) => `${item.record.kind} ${item.kind}`,
  );
}

test('P8: what happens to a lead, contact or deal of a company also shows on the company', async () => {
  const company = await make('companies', { name: 'Fournil' });
  const contact = await make('contacts', { name: 'Chloé', companyIds: [company] });
  const lead = await make('leads', { name: 'Marek', companyId: company });
  await house.ask(house.anna, 'PATCH', `/api/contacts/${contact}`, { jobTitle: 'Buyer' });
  await house.ask(house.anna, 'DELETE', `/api/leads/${lead}`);
  assert.deepEqual(await told('companies', company), [
    'lead deleted',
    'contact changed',
    'lead created',
    'contact created',
    'company created',
  ]);
  assert.deepEqual(await told('contacts', contact), ['contact changed', 'contact created']);
});

test('P8: a deal of a company’s contact shows on the company, two steps away', async () => {
  const company = await make('companies', { name: 'Two steps' });
  const contact = await make('contacts', { name: 'Zoé', companyIds: [company] });
  await make('deals', { title: 'An oven', contactIds: [contact] });
  assert.deepEqual(await told('companies', company), ['deal created', 'contact created', 'company created']);
  assert.deepEqual(await told('contacts', contact), ['deal created', 'contact created']);
});

test('P8: who comes to a company brings what happened before', async () => {
  const company = await make('companies', { name: 'Later' });
  const contact = await make('contacts', { name: 'Adam' });
  await house.ask(house.anna, 'PATCH', `/api/contacts/${contact}`, { companyIds: [company] });
  assert.deepEqual(await told('companies', company), [
    'contact changed',
    'contact created',
    'company created',
  ]);
});

test('P9: a prospect stands when its last lead, contact and deal are in the trash, and each comes back', async () => {
  const company = await make('companies', { name: 'Stays' });
  const records = [
    `/api/leads/${await make('leads', { name: 'Last lead', companyId: company })}`,
    `/api/contacts/${await make('contacts', { name: 'Last contact', companyIds: [company] })}`,
    `/api/deals/${await make('deals', { title: 'Last deal', companyId: company })}`,
  ];
  for (const path of records) assert.equal((await house.ask(house.anna, 'DELETE', path)).status, 204);
  const kept = await house.ask(house.anna, 'GET', `/api/companies/${company}`);
  assert.deepEqual([kept.status, kept.body.stage], [200, 'prospect']);
  for (const path of records) {
    const back = await house.ask(house.anna, 'POST', `${path}/restoration`);
    assert.equal(back.status, 200, path);
    assert.equal(back.body.companyId ?? back.body.companyIds[0], company, path);
  }
});

test('P9: a linked id must be there and visible: a foreign, deleted or hidden one is refused by field', async () => {
  const eve = await house.hire('Eve');
  const hidden = await make('companies', { name: 'Hidden', ownerId: house.anna.id });
  const deleted = await make('companies', { name: 'Deleted' });
  await house.ask(house.anna, 'DELETE', `/api/companies/${deleted}`);
  const unknown = '01a1ffa6-0000-7000-8000-000000000000';
  for (const id of [hidden, deleted, unknown]) {
    const contact = await house.ask(eve, 'POST', '/api/contacts', { name: 'X', companyIds: [id] });
    assert.deepEqual([contact.status, contact.body.errors?.[0].path], [422, 'companyIds.0']);
    const lead = await house.ask(eve, 'POST', '/api/leads', { name: 'X', companyId: id });
    assert.deepEqual([lead.status, lead.body.errors?.[0].path], [422, 'companyId']);
  }
  const own = await make('contacts', { name: 'Mine', companyIds: [hidden] });
  const renamed = await house.ask(eve, 'PATCH', `/api/contacts/${own}`, {
    jobTitle: 'Buyer',
    companyIds: [hidden],
  });
  assert.equal(renamed.status, 200, 'a link that stood already is nobody’s to answer for');
});

test('P2: a company’s lists hold its own contacts and leads', async () => {
  const company = await make('companies', { name: 'Lists' });
  await make('contacts', { name: 'In', companyIds: [company] });
  await make('contacts', { name: 'Out' });
  await make('leads', { name: 'In too', companyId: company });
  const names = async (kind: string) =>
    (await house.ask(house.anna, 'GET', `/api/${kind}?companyId=${company}`)).body.items.map(
      (one: { name: string }) => one.name,
    );
  assert.deepEqual([await names('contacts'), await names('leads')], [['In'], ['In too']]);
});
