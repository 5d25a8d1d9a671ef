import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const ask = (method: string, path: string, body?: object) => house.ask(house.anna, method, path, body);

async function field(kind: string, label: string, type: string, choices?: string[]): Promise<void> {
  const options = choices && { choices: choices.map((name) => ({ label: name })) };
  const { status } = await ask('POST', '/api/custom-fields', { kind, label, type, ...options });
  assert.equal(status, 201);
}

test('P4: values of own fields go on with what a lead becomes, where it has the same field; all stay on the lead', async () => {
  const colours = ['Red', 'Blue'];
  for (const kind of ['lead', 'contact', 'deal', 'company']) await field(kind, 'Ovens', 'number');
  for (const kind of ['lead', 'contact']) await field(kind, 'Colour', 'choice', colours);
  await field('deal', 'Colour', 'choice', ['Red']);
  await field('lead', 'Likes', 'multi-choice', colours);
  await field('contact', 'Likes', 'text');
  await field('lead', 'Only here', 'text');
  const custom = { ovens: 3, colour: 'blue', likes: ['red'], onlyHere: 'x' };
  const lead = await ask('POST', '/api/leads', { name: 'Marek', companyName: 'Młyn', custom });
  const conversion = `/api/leads/${lead.body.id}/conversion`;
  const { status, body } = await ask('POST', conversion, { deal: { title: 'Two ovens' } });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(
    [body.contact.custom, body.company.custom, body.deal.custom],
    [{ ovens: 3, colour: 'blue' }, { ovens: 3 }, { ovens: 3 }],
  );
  for (const kind of ['contact', 'company', 'deal']) {
    const path = kind === 'company' ? '/api/companies' : `/api/${kind}s`;
    const read = await ask('GET', `${path}/${body[kind].id}`);
    assert.deepEqual(read.body.custom, body[kind].custom);
  }
  assert.deepEqual((await ask('GET', `/api/leads/${lead.body.id}`)).body.custom, custom);
  const filter = JSON.stringify([{ field: 'custom.ovens', is: 'is', value: 3 }]);
  const { body: found } = await ask('GET', `/api/contacts?${new URLSearchParams({ filter })}`);
  assert.equal(found.items.length, 1, 'and it is found by them');
});

test('P4: what the deal is asked to have wins; a value it does not take converts nothing', async () => {
  const lead = await ask('POST', '/api/leads', { name: 'Iga', custom: { ovens: 1 } });
  const conversion = `/api/leads/${lead.body.id}/conversion`;
  const wrong = await ask('POST', conversion, { deal: { title: 'X', custom: { ovens: 'two' } } });
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'deal.custom.ovens']);
  assert.equal((await ask('GET', `/api/leads/${lead.body.id}`)).body.status, 'new');
  const { body } = await ask('POST', conversion, { deal: { title: 'X', custom: { ovens: 2 } } });
  assert.deepEqual([body.contact.custom.ovens, body.deal.custom.ovens], [1, 2]);
});

test('P4: a company that is there already keeps what it has', async () => {
  const company = await ask('POST', '/api/companies', { name: 'Grota', custom: { ovens: 9 } });
  const lead = await ask('POST', '/api/leads', { name: 'Jan', companyName: 'Grota', custom: { ovens: 1 } });
  const { body } = await ask('POST', `/api/leads/${lead.body.id}/conversion`, {});
  assert.deepEqual([body.company.id, body.company.custom], [company.body.id, { ovens: 9 }]);
});
