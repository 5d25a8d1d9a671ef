import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/companies';
const make = (body: object, as = house.anna) => house.ask(as, 'POST', path, body);

const WHOLE = {
  stage: 'customer',
  customerGroup: 'Bakeries',
  employees: '50–99',
  annualRevenue: { amount: 1_250_000_00, currency: 'EUR' },
  marketShare: 12.5,
  marketSegment: 'Craft',
  industry: 'Food',
  territory: 'Rhône-Alpes',
  website: 'https://fournil.example/',
  phone: '+33 4 00 00 00 00',
  fax: '+33 4 00 00 00 01',
  legalEntity: 'Termika France',
};

test('P1: a company keeps every field; prospects are a view of the stage', async () => {
  const { status, body } = await make({ name: '  Le  Fournil ', ...WHOLE, ownerId: house.bo.id });
  assert.equal(status, 201, JSON.stringify(body));
  const { id, version, createdAt, activeAt, ...fields } = body;
  assert.deepEqual(fields, { name: 'Le Fournil', ...WHOLE, ownerId: house.bo.id, custom: {} });
  assert.deepEqual([typeof id, version, createdAt], ['string', 1, activeAt]);
  const bare = await make({ name: 'Piekarnia Łódzka' });
  assert.deepEqual([bare.body.stage, bare.body.annualRevenue, bare.body.ownerId], ['prospect', null, null]);
  const stages = async (stage: string) =>
    (await house.ask(house.anna, 'GET', `${path}?stage=${stage}`)).body.items.map(
      (one: { name: string }) => one.name,
    );
  assert.deepEqual(await stages('prospect'), ['Piekarnia Łódzka']);
  assert.deepEqual(await stages('customer'), ['Le Fournil']);
  assert.equal((await house.ask(house.anna, 'GET', `${path}?stage=friend`)).status, 422);
});

test('P1: a name is unique among live companies after trimming and case folding', async () => {
  const first = await make({ name: 'Cztery Zboża' });
  assert.equal((await make({ name: ' cztery  ZBOŻA ' })).status, 409);
  assert.equal((await make({ name: 'Cztery Zboza' })).status, 201, 'another letter is another name');
  const other = await make({ name: 'Pięć Zbóż' });
  const renamed = await house.ask(house.anna, 'PATCH', `${path}/${other.body.id}`, { name: 'CZTERY ZBOŻA' });
  assert.deepEqual([renamed.status, renamed.body.type], [409, '/problems/taken']);
  assert.equal((await house.ask(house.anna, 'DELETE', `${path}/${first.body.id}`)).status, 204);
  assert.equal((await make({ name: 'Cztery Zboża' })).status, 201, 'the trash keeps no name');
  const back = await house.ask(house.anna, 'POST', `${path}/${first.body.id}/restoration`);
  assert.equal(back.status, 409, 'until another took it');
});

test('ABUSE 23, 27: what is no page of the web, no money, no share or no stage is refused by field', async () => {
  const wrong: [string, unknown][] = [
    ['website', 'javascript:alert(1)'],
    ['website', 'https://a b.example'],
    ['website', 'ftp://x.example'],
    ['website', 'https://user@x.example'],
    ['annualRevenue', { amount: 1.5, currency: 'EUR' }],
    ['annualRevenue', { amount: -1, currency: 'EUR' }],
    ['annualRevenue', { amount: 1, currency: 'EURO' }],
    ['marketShare', 101],
    ['stage', 'friend'],
    ['name', 'x'.repeat(100_000)],
    ['name', ' '],
    ['ownerId', '0192f0c0-0000-7000-8000-000000000000'],
    ['nonsense', 1],
  ];
  for (const [field, value] of wrong) {
    const { status, body } = await make({ name: 'Wrong one', [field]: value });
    assert.deepEqual(
      [status, body.errors?.[0].path.split('.')[0]],
      [422, field],
      JSON.stringify(value).slice(0, 40),
    );
  }
  assert.deepEqual((await house.ask(house.anna, 'GET', `${path}?q=wrong`)).body.items, []);
  const plain = await make({ name: 'Plain', website: 'plain.example/shop' });
  assert.equal(plain.body.website, 'https://plain.example/shop');
});

test('P8: field changes are one entry with from and to; ABUSE 38: the slower of two gets 412 with what stands', async () => {
  const { body: made } = await make({ name: 'Two hands' });
  const own = `${path}/${made.id}`;
  const change = { stage: 'customer', industry: 'Food' };
  const first = await house.ask(house.anna, 'PATCH', own, change, { 'if-match': '"1"' });
  assert.deepEqual([first.status, first.body.version], [200, 2]);
  const late = await house.ask(house.bo, 'PATCH', own, { industry: 'Tools' }, { 'if-match': '"1"' });
  assert.deepEqual([late.status, late.body.present.industry], [412, 'Food']);
  const { body } = await house.ask(house.anna, 'GET', `${own}/timeline`);
  assert.deepEqual(
    body.items.map((item: { kind: string; data: { changes?: unknown } }) => [item.kind, item.data.changes]),
    [
      [
        'changed',
        [
          { field: 'stage', from: 'prospect', to: 'customer' },
          { field: 'industry', from: null, to: 'Food' },
        ],
      ],
      ['created', undefined],
    ],
  );
});

test('P9: a rep sees and edits their own and nobody’s; the trash gives back what it got', async () => {
  const eve = await house.hire('Eve');
  const { body: annas } = await make({ name: 'Of Anna', ownerId: house.anna.id });
  const { body: eves } = await make({ name: 'Of Eve' }, eve);
  const own = `${path}/${annas.id}`;
  for (const [method, given] of [['GET'], ['PATCH', { stage: 'former' }], ['DELETE']] as const) {
    assert.equal((await house.ask(eve, method, own, given)).status, 404, method);
  }
  const seen = await house.ask(eve, 'GET', `${path}?limit=200`);
  const names = seen.body.items.map((one: { name: string }) => one.name);
  assert.deepEqual([names.includes('Of Eve'), names.includes('Of Anna')], [true, false]);
  await house.ask(house.anna, 'DELETE', own);
  assert.equal((await house.ask(house.anna, 'GET', own)).status, 404);
  const back = await house.ask(house.anna, 'POST', `${own}/restoration`);
  assert.deepEqual([back.status, back.body.name], [200, 'Of Anna']);
  assert.equal((await house.ask(eve, 'PATCH', `${path}/${eves.id}`, { ownerId: eve.id })).status, 200);
});

test('a list takes two statements beside signing in at most, however many companies', async () => {
  const { statements, body } = await house.ask(house.anna, 'GET', `${path}?limit=200`);
  assert.ok(body.items.length > 5);
  assert.ok(statements <= 3, String(statements));
});
