import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

async function company(name: string, ownerId: string | null = null): Promise<string> {
  const { status, body } = await house.ask(house.anna, 'POST', '/api/companies', { name, ownerId });
  assert.equal(status, 201, JSON.stringify(body));
  return `/api/companies/${body.id}`;
}

const WHOLE = {
  type: 'delivery',
  title: 'Fournil de Blagnac',
  line1: '4 rue des Meuniers',
  line2: 'Quai 2',
  city: 'Blagnac',
  county: 'Haute-Garonne',
  state: 'Occitanie',
  postcode: '31700',
  country: 'FR',
  phone: '+33 5 61 55 01 27',
  fax: '+33 5 61 55 01 28',
  email: 'fournil@garonne.example',
  preferred: true,
};

test('P3: a company and a contact keep addresses with every field', async () => {
  const contact = await house.ask(house.anna, 'POST', '/api/contacts', { name: 'Hélène Castaing' });
  for (const own of [await company('Garonne'), `/api/contacts/${contact.body.id}`]) {
    const { status, body, etag } = await house.ask(house.anna, 'POST', `${own}/addresses`, WHOLE);
    assert.deepEqual([status, etag], [201, '"1"'], JSON.stringify(body));
    const { id, version, createdAt, ...fields } = body;
    assert.deepEqual([typeof id, version, typeof createdAt], ['string', 1, 'string']);
    assert.deepEqual(fields, WHOLE);
    const bare = await house.ask(house.anna, 'POST', `${own}/addresses`, { city: 'Toulouse' });
    assert.deepEqual([bare.body.type, bare.body.preferred, bare.body.line1], ['office', false, null]);
    const listed = await house.ask(house.anna, 'GET', `${own}/addresses`);
    assert.deepEqual(listed.body, { items: [body, bare.body], next: null });
    assert.ok(listed.statements <= 3, String(listed.statements));
  }
});

test('P3: one address of a record is preferred at most, however many ask at once', async () => {
  const own = await company('Deux sièges');
  const other = await company('Ailleurs');
  await house.ask(house.anna, 'POST', `${other}/addresses`, { city: 'Lyon', preferred: true });
  const cities = ['Paris', 'Lille', 'Metz', 'Nice'];
  const made = await Promise.all(
    cities.map((city) => house.ask(house.anna, 'POST', `${own}/addresses`, { city, preferred: true })),
  );
  assert.deepEqual(new Set(made.map(({ status }) => status)), new Set([201]));
  const preferred = async (of: string) => {
    const { body } = await house.ask(house.anna, 'GET', `${of}/addresses`);
    return body.items.filter((one: { preferred: boolean }) => one.preferred);
  };
  assert.equal((await preferred(own)).length, 1);
  const [first] = made;
  const path = `${own}/addresses/${first!.body.id}`;
  assert.equal((await house.ask(house.anna, 'PATCH', path, { preferred: true })).status, 200);
  assert.deepEqual(
    (await preferred(own)).map((one: { city: string }) => one.city),
    ['Paris'],
  );
  assert.equal((await preferred(other)).length, 1, 'another record keeps its own');
});

test('P3: what is no country, no address of a mail or says nothing is refused by field', async () => {
  const own = await company('Refus');
  const wrong: [string, object][] = [
    ['country', { city: 'Paris', country: 'France' }],
    ['country', { city: 'Paris', country: 'fr' }],
    ['country', { city: 'Paris', country: 'XX' }],
    ['email', { city: 'Paris', email: 'nobody' }],
    ['type', { city: 'Paris', type: 'secret' }],
    ['line1', { line1: 'x'.repeat(100_000) }],
    ['line1', {}],
    ['line1', { type: 'billing', preferred: true }],
    ['nonsense', { city: 'Paris', nonsense: 1 }],
  ];
  for (const [field, given] of wrong) {
    const { status, body } = await house.ask(house.anna, 'POST', `${own}/addresses`, given);
    assert.deepEqual([status, body.errors?.[0].path], [422, field], JSON.stringify(given).slice(0, 60));
  }
  const { body } = await house.ask(house.anna, 'POST', `${own}/addresses`, { city: 'Paris' });
  const emptied = await house.ask(house.anna, 'PATCH', `${own}/addresses/${body.id}`, { city: null });
  assert.equal(emptied.status, 422, 'nothing would be left of it');
  assert.equal((await house.ask(house.anna, 'GET', `${own}/addresses`)).body.items.length, 1);
});

test('P8: what becomes of an address stands on the timeline; ABUSE 38: the slower of two gets 412', async () => {
  const own = await company('Chronique');
  const { body: made } = await house.ask(house.anna, 'POST', `${own}/addresses`, {
    title: 'Siège',
    city: 'Pau',
  });
  const path = `${own}/addresses/${made.id}`;
  const first = await house.ask(house.anna, 'PATCH', path, { city: 'Tarbes' }, { 'if-match': '"1"' });
  assert.deepEqual([first.status, first.body.version, first.body.title], [200, 2, 'Siège']);
  const late = await house.ask(house.bo, 'PATCH', path, { city: 'Auch' }, { 'if-match': '"1"' });
  assert.deepEqual([late.status, late.body.present.city], [412, 'Tarbes']);
  assert.equal((await house.ask(house.anna, 'PATCH', path, { city: 'Tarbes' })).body.version, 2);
  assert.equal((await house.ask(house.anna, 'DELETE', path)).status, 204);
  assert.equal((await house.ask(house.anna, 'DELETE', path)).status, 404);
  const { body } = await house.ask(house.anna, 'GET', `${own}/timeline`);
  assert.deepEqual(
    body.items.map((item: { kind: string; data: Record<string, unknown> }) => [
      item.kind,
      item.data['what'],
      item.data['title'],
      item.data['changes'],
    ]),
    [
      ['address', 'deleted', 'Siège', undefined],
      ['address', 'changed', 'Siège', [{ field: 'city', from: 'Pau', to: 'Tarbes' }]],
      ['address', 'added', 'Siège', undefined],
      ['created', undefined, undefined, undefined],
    ],
  );
});

test('P9: addresses have the rights of their record', async () => {
  const eve = await house.hire('Eve');
  const seer = await house.hire('Sam', { permissions: ['see-all-records'] });
  const own = await company('À Anna', house.anna.id);
  const { body } = await house.ask(house.anna, 'POST', `${own}/addresses`, { city: 'Dijon' });
  const path = `${own}/addresses/${body.id}`;
  const tries = [
    ['GET', `${own}/addresses`, undefined],
    ['POST', `${own}/addresses`, { city: 'Dole' }],
    ['PATCH', path, { city: 'Dole' }],
    ['DELETE', path, undefined],
  ] as const;
  for (const [method, where, given] of tries) {
    for (const who of [eve, house.stranger]) {
      assert.equal((await house.ask(who, method, where, given)).status, 404, method);
    }
    const seen = (await house.ask(seer, method, where, given)).status;
    assert.equal(seen, method === 'GET' ? 200 : 403, method);
  }
  const elsewhere = await company('Autre fiche');
  const foreign = `${elsewhere}/addresses/${body.id}`;
  assert.equal((await house.ask(house.anna, 'PATCH', foreign, { city: 'Dole' })).status, 404);
  assert.equal((await house.ask(house.anna, 'DELETE', own)).status, 204);
  assert.equal((await house.ask(house.anna, 'GET', `${own}/addresses`)).status, 404, 'in the trash');
});
