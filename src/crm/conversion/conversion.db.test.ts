import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';
import { matchPerson } from '../matching/store.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const ask = (method: string, path: string, body?: object, as = house.anna) =>
  house.ask(as, method, path, body);
const make = async (fields: object): Promise<string> => {
  const { status, body } = await ask('POST', '/api/leads', fields);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};
const convert = (id: string, body: object = {}, as = house.anna) =>
  ask('POST', `/api/leads/${id}/conversion`, body, as);
const timeline = async (path: string): Promise<string[]> => {
  const { body } = await ask('GET', `${path}/timeline?limit=200`);
  return body.items.map((item: { kind: string }) => item.kind);
};

const LUCJA = {
  name: 'Łucja Świątek',
  emails: [
    { address: 'lucja@zboze.example', primary: true },
    { address: 'biuro@zboze.example', primary: false },
  ],
  phone: '+48 600 000 000',
  jobTitle: 'Kierowniczka',
};

test('P4: converting makes a contact with names, addresses, phone, job title and owner, and the lead says so', async () => {
  const id = await make({
    ...LUCJA,
    ownerId: house.bo.id,
    companyName: 'Zboże',
    skype: 'lucja.s',
    source: 'Fair',
  });
  const { status, body } = await convert(id, {}, house.bo);
  assert.equal(status, 201, JSON.stringify(body));
  const { contact, company } = body;
  const phones = [{ number: LUCJA.phone, primary: true }];
  assert.deepEqual(
    [contact.name, contact.emails, contact.phones, contact.jobTitle, contact.ownerId, contact.companyIds],
    [LUCJA.name, LUCJA.emails, phones, LUCJA.jobTitle, house.bo.id, [company.id]],
  );
  assert.deepEqual([company.name, company.stage, company.ownerId], ['Zboże', 'prospect', house.bo.id]);
  assert.deepEqual((await ask('GET', `/api/contacts/${contact.id}`)).body, contact);
  const { body: lead } = await ask('GET', `/api/leads/${id}`);
  assert.deepEqual([lead.status, lead.contactId, lead.companyId], ['converted', contact.id, company.id]);
  const { body: origin } = await ask('GET', `/api/leads?contactId=${contact.id}`);
  assert.deepEqual(
    origin.items.map((one: { id: string; skype: string; source: string }) => [one.id, one.skype, one.source]),
    [[id, 'lucja.s', 'Fair']],
    'what a contact has no place for is found from it',
  );
  const known = await matchPerson(house.platform.db.read, house.anna.workspaceId, 'BIURO@zboze.example');
  assert.deepEqual([known?.kind, known?.id], ['contact', contact.id], 'F2');
});

test('F2: a converted lead is matched no more, even when its contact is in the trash', async () => {
  const id = await make({ name: 'Zofia', emails: [{ address: 'zofia@zofia.example', primary: true }] });
  const { body } = await convert(id);
  await ask('DELETE', `/api/contacts/${body.contact.id}`);
  assert.equal(
    await matchPerson(house.platform.db.read, house.anna.workspaceId, 'zofia@zofia.example'),
    null,
  );
});

test('P4, P8: notes, tasks, events and the whole past carry over; nothing is lost', async () => {
  const id = await make({ name: 'Anaïs Lefèvre' });
  const lead = `/api/leads/${id}`;
  await ask('PATCH', lead, { status: 'contacted' });
  const note = await ask('POST', `${lead}/notes`, { html: '<p>Bakes <b>rye</b>.</p>' });
  const task = await ask('POST', `${lead}/tasks`, { title: 'Call her' });
  assert.deepEqual([note.status, task.status], [201, 201], JSON.stringify([note.body, task.body]));
  const past = await timeline(lead);
  const { body } = await convert(id, { company: { name: 'Le Four' } });
  const contact = `/api/contacts/${body.contact.id}`;

  assert.deepEqual(await timeline(lead), ['converted', ...past]);
  assert.deepEqual(await timeline(contact), ['converted', ...past]);
  const company = await timeline(`/api/companies/${body.company.id}`);
  assert.deepEqual(company.toSorted(), ['converted', 'created', ...past].toSorted());
  const notes = (await ask('GET', `${contact}/notes`)).body.items;
  assert.deepEqual([notes.length, notes[0].html], [1, note.body.html]);
  assert.equal((await ask('PATCH', `${contact}/notes/${note.body.id}`, { html: 'Oats.' })).status, 200);
  assert.equal((await ask('GET', `${contact}/tasks`)).body.items[0].title, 'Call her');
});

test('P4: the company is one that is there, by id or by name, a new one, or none', async () => {
  const { body: grain } = await ask('POST', '/api/companies', { name: 'Grain d’or' });
  const other = await make({ name: 'One', companyId: grain.id, companyName: 'Unused' });
  assert.equal((await convert(other)).body.company.id, grain.id, 'the lead’s own');
  const byId = await convert(await make({ name: 'Two' }), { company: { id: grain.id } });
  assert.equal(byId.body.company.id, grain.id);
  const byName = await convert(await make({ name: 'Three' }), { company: { name: ' GRAIN  d’or' } });
  assert.equal(byName.body.company.id, grain.id, 'P1: folded');
  const none = await convert(await make({ name: 'Four', companyName: 'Nobody’s' }), { company: null });
  assert.deepEqual([none.status, none.body.company, none.body.contact.companyIds], [201, undefined, []]);
  assert.deepEqual((await ask('GET', '/api/companies?q=nobody')).body.items, []);
  const bare = await convert(await make({ name: 'Five' }));
  assert.equal(bare.body.company, undefined);
});

test('P4: a lead becomes one contact: again is 409 and names it, and its status stays', async () => {
  const id = await make({ name: 'Once' });
  const first = await convert(id);
  const again = await convert(id);
  assert.deepEqual(
    [again.status, again.body.contact],
    [409, { id: first.body.contact.id, name: 'Once' }],
    JSON.stringify(again.body),
  );
  assert.equal((await ask('PATCH', `/api/leads/${id}`, { status: 'new' })).status, 409);
  assert.equal((await ask('PATCH', `/api/leads/${id}`, { source: 'Fair' })).status, 200);
  const raced = await make({ name: 'Raced', companyName: 'Raced bakery' });
  const both = await Promise.all([convert(raced), convert(raced)]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((one, other) => one - other),
    [201, 409],
  );
  assert.equal((await ask('GET', '/api/contacts?q=raced')).body.items.length, 1);
});

test('P4: two leads of one new company converted at once make one company', async () => {
  const leads = await Promise.all(['Ann', 'Ben', 'Cid'].map((name) => make({ name: `${name} of Twin` })));
  const all = await Promise.all(leads.map((id) => convert(id, { company: { name: 'Twin mill' } })));
  assert.deepEqual(
    all.map(({ status }) => status),
    [201, 201, 201],
  );
  assert.equal(new Set(all.map(({ body }) => body.company.id)).size, 1);
});

test('P9: only who may edit the lead converts it, and names only what they see; refused leaves nothing behind', async () => {
  const eve = await house.hire('Eve');
  const annas = await make({ name: 'Of Anna', ownerId: house.anna.id });
  assert.equal((await convert(annas, {}, eve)).status, 404);
  assert.equal((await convert(annas, {}, house.stranger)).status, 404);
  const seer = await house.hire('Seer', { permissions: ['see-all-records'] });
  assert.equal((await convert(annas, {}, seer)).status, 403);

  const { body: hers } = await ask('POST', '/api/companies', { name: 'Hers', ownerId: house.anna.id });
  const eves = await make({ name: 'Of Eve', ownerId: eve.id });
  const wrong = await convert(eves, { company: { id: hers.id } }, eve);
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'company.id']);
  assert.equal((await convert(eves, { company: { name: 'hers' } }, eve)).status, 409);
  for (const body of [{ company: {} }, { company: { name: ' ' } }, { nonsense: 1 }])
    assert.equal((await convert(eves, body, eve)).status, 422, JSON.stringify(body));
  assert.equal((await ask('GET', `/api/leads/${eves}`)).body.status, 'new');
  assert.deepEqual((await ask('GET', '/api/contacts?q=eve')).body.items, []);
});

test('P4, P5: a deal is made with it, of the contact, the company and the lead; a wrong one converts nothing', async () => {
  const id = await make({ name: 'Buyer', companyName: 'Big oven', ownerId: house.bo.id });
  for (const [field, value] of [
    ['stage', 'nowhere'],
    ['title', ' '],
    ['ownerId', '0192f0c0-0000-7000-8000-000000000000'],
  ] as const) {
    const { status, body } = await convert(id, { deal: { title: 'Ovens', [field]: value } });
    assert.deepEqual([status, body.errors?.[0].path], [422, `deal.${field}`], JSON.stringify(body));
  }
  assert.equal((await ask('GET', `/api/leads/${id}`)).body.status, 'new');
  const { status, body } = await convert(id, {
    deal: { title: 'Two ovens', amount: 900_000, currency: 'EUR' },
  });
  assert.equal(status, 201, JSON.stringify(body));
  const { contact, company, deal } = body;
  assert.deepEqual(
    [deal.title, deal.amount, deal.companyId, deal.contactIds, deal.leadId, deal.ownerId],
    ['Two ovens', 900_000, company.id, [contact.id], id, house.bo.id],
  );
  assert.equal((await ask('GET', `/api/deals/${deal.id}`)).body.title, 'Two ovens');
});
