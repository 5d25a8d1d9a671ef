import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/deals';
const make = (body: object, as = house.anna) => house.ask(as, 'POST', path, body);
const change = (id: string, body: object, headers = {}) =>
  house.ask(house.anna, 'PATCH', `${path}/${id}`, body, headers);

async function record(kind: string, body: object, as: Colleague = house.anna): Promise<string> {
  const made = await house.ask(as, 'POST', `/api/${kind}`, body);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.id as string;
}

test('P5: a deal keeps title, company, contacts, lead, amount, stage, close and owner, and names what it belongs to', async () => {
  const companyId = await record('companies', { name: 'Fonderie Lémeray' });
  const contactIds = [await record('contacts', { name: 'Chloé' }), await record('contacts', { name: 'Ada' })];
  const leadId = await record('leads', { name: 'Marek' });
  const whole = {
    title: 'Holding furnace, line 2',
    companyId,
    contactIds,
    leadId,
    amount: 96_500_00,
    currency: 'PLN',
    stage: 'proposal',
    expectedClose: '2027-01-29',
    ownerId: house.bo.id,
  };
  const { status, body } = await make(whole);
  assert.equal(status, 201, JSON.stringify(body));
  const { id, version, createdAt, activeAt, linked, ...fields } = body;
  assert.deepEqual(fields, { ...whole, lostReason: null, closedAt: null, custom: {} });
  assert.deepEqual([typeof id, version, createdAt], ['string', 1, activeAt]);
  assert.deepEqual(
    linked.map((one: { name: string }) => one.name),
    ['Fonderie Lémeray', 'Chloé', 'Ada', 'Marek'],
  );
  const read = await house.ask(house.anna, 'GET', `${path}/${id}`);
  assert.deepEqual(read.body, body);
});

test('P5: a title is enough; lists are narrowed by stage, owner and what a deal belongs to', async () => {
  const companyId = await record('companies', { name: 'Ceramika' });
  const contactIds = [await record('contacts', { name: 'Iga' })];
  const leadId = await record('leads', { name: 'Jan' });
  const given = { companyId, contactIds, leadId, stage: 'negotiation', ownerId: house.anna.id, amount: 5 };
  await make({ title: 'Kiln', ...given });
  const bare = await make({ title: 'Bare' });
  assert.deepEqual([bare.body.stage, bare.body.amount, bare.body.currency], ['new', null, 'EUR']);
  for (const [query, found] of [
    [`companyId=${companyId}`, 1],
    [`contactId=${contactIds[0]}`, 1],
    [`leadId=${leadId}`, 1],
    ['stage=negotiation', 1],
    [`ownerId=${house.anna.id}`, 1],
    ['sort=-amount', 3],
  ] as const) {
    const list = await house.ask(house.anna, 'GET', `${path}?${query}`);
    assert.equal(list.body.items.length, found, query);
    assert.ok(list.statements <= 4, String(list.statements));
  }
});

test('P2: a company’s deals are also those of its leads and contacts', async () => {
  const companyId = await record('companies', { name: 'Huta Baltica' });
  const contactId = await record('contacts', { name: 'Zofia', companyIds: [companyId] });
  const leadId = await record('leads', { name: 'Ewa', companyId });
  await make({ title: 'Own', companyId });
  await make({ title: 'Of a contact', contactIds: [contactId] });
  const { body: ofLead } = await make({ title: 'Of a lead', leadId });
  const { body } = await house.ask(house.anna, 'GET', `${path}?companyId=${companyId}&sort=title`);
  assert.deepEqual(
    body.items.map((deal: { title: string }) => deal.title),
    ['Of a contact', 'Of a lead', 'Own'],
  );
  await change(ofLead.id, { stage: 'qualified' });
  const timeline = await house.ask(house.anna, 'GET', `/api/companies/${companyId}/timeline`);
  assert.deepEqual(timeline.body.items[0].record, { kind: 'deal', id: ofLead.id, name: 'Of a lead' });
  assert.deepEqual(timeline.body.items[0].data.changes, [{ field: 'stage', from: 'new', to: 'qualified' }]);
});

test('P5: losing a deal asks why; won and lost close it; open again it keeps the reason in its history only', async () => {
  const { body: deal } = await make({ title: 'Second deck line', amount: 63_000_00 });
  const silent = await change(deal.id, { stage: 'lost' });
  assert.deepEqual([silent.status, silent.body.errors[0].path], [422, 'lostReason']);
  const lost = await change(deal.id, { stage: 'lost', lostReason: 'The price' });
  assert.deepEqual(
    [lost.status, lost.body.lostReason, typeof lost.body.closedAt],
    [200, 'The price', 'string'],
  );
  const reworded = await change(deal.id, { lostReason: 'The price, again' });
  assert.equal(reworded.body.closedAt, lost.body.closedAt);
  assert.equal((await change(deal.id, { lostReason: null })).status, 422);
  assert.equal((await change(deal.id, { amount: 1 })).status, 200);
  const open = await change(deal.id, { stage: 'negotiation' });
  assert.deepEqual([open.body.lostReason, open.body.closedAt], [null, null]);
  assert.equal((await change(deal.id, { lostReason: 'Too early' })).status, 422, 'an open deal has none');
  const won = await change(deal.id, { stage: 'won' });
  assert.deepEqual([typeof won.body.closedAt, won.body.lostReason], ['string', null]);
  const { body } = await house.ask(house.anna, 'GET', `${path}/${deal.id}/timeline`);
  const told = body.items.flatMap((item: { data: { changes?: { field: string; to: unknown }[] } }) =>
    (item.data.changes ?? []).filter(({ field }) => field === 'lostReason').map(({ to }) => to),
  );
  assert.deepEqual(told, [null, 'The price, again', 'The price']);
  assert.equal((await make({ title: 'Lost at once', stage: 'lost' })).status, 422);
});

test('ABUSE 27: a stage nobody knows, half a cent, no currency, no date are refused by field', async () => {
  const wrong: [string, unknown][] = [
    ['stage', 'dreaming'],
    ['amount', 1.5],
    ['amount', -1],
    ['currency', 'EURO'],
    ['expectedClose', '2026-02-30'],
    ['title', ''],
    ['companyId', '0192f0c0-0000-7000-8000-000000000000'],
    ['contactIds', Array.from({ length: 21 }, () => house.bo.id)],
    ['ownerId', '0192f0c0-0000-7000-8000-000000000000'],
    ['lostReason', 'Not lost'],
    ['closedAt', '2026-01-01T00:00:00Z'],
  ];
  for (const [field, value] of wrong) {
    const { status, body } = await make({ title: 'Wrong', [field]: value });
    assert.deepEqual([status, body.errors?.[0].path.split('.')[0]], [422, field], JSON.stringify(body));
  }
  assert.match(
    (await make({ title: 'x', stage: 'dreaming' })).body.errors[0].message,
    /new, qualified, proposal/,
  );
  assert.deepEqual((await house.ask(house.anna, 'GET', `${path}?q=wrong`)).body.items, []);
});

test('P9: a deal names only what its maker may see, and names nothing to those who may not', async () => {
  const eve = await house.hire('Eve');
  const hidden = await record('companies', { name: 'Of Anna', ownerId: house.anna.id });
  const refused = await make({ title: 'Peek', companyId: hidden }, eve);
  assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'companyId']);
  const { body: open } = await make({ title: 'Shared', companyId: hidden });
  const seen = await house.ask(eve, 'GET', `${path}/${open.id}`);
  assert.deepEqual([seen.status, seen.body.linked], [200, []]);
  const board = await house.ask(eve, 'GET', `${path}/board?q=shared`);
  const [card] = board.body.stages[0].cards;
  assert.deepEqual([card.title, card.companyName, card.companyId], ['Shared', null, null]);
  const { body: annas } = await make({ title: 'Private', ownerId: house.anna.id });
  assert.equal((await house.ask(eve, 'GET', `${path}/${annas.id}`)).status, 404);
  const own = await house.ask(eve, 'GET', `${path}/board?q=private`);
  assert.equal(own.body.open.count, 0);
});

test('ABUSE 38: of two who move a deal at once the slower gets 412 with what stands', async () => {
  const { body: deal } = await make({ title: 'Two hands' });
  assert.equal((await change(deal.id, { stage: 'won' }, { 'if-match': '"1"' })).status, 200);
  const late = await change(deal.id, { stage: 'qualified' }, { 'if-match': '"1"' });
  assert.deepEqual([late.status, late.body.present.stage], [412, 'won']);
});
