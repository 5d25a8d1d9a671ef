import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Answer, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/leads';
const make = (body: unknown, who: Colleague = house.anna) => house.ask(who, 'POST', path, body);
const idOf = async (body: unknown, who?: Colleague): Promise<string> => (await make(body, who)).body.id;
const timelineOf = async (id: string): Promise<{ kind: string; data: object; by: object }[]> =>
  (await house.ask(house.anna, 'GET', `${path}/${id}/timeline`)).body.items;
const namesIn = ({ body }: Answer) => body.items.map((lead: { name: string }) => lead.name);

test('P4: a lead has names, addresses, phone, Skype id, job title, company, source, status and owner', async () => {
  const given = {
    name: 'Chloé Martin',
    emails: [{ address: 'a@lyon.example' }, { address: 'b@lyon.example', primary: true }],
    phone: '+33 4 00 00 00 00',
    skype: 'chloe.m',
    jobTitle: 'Buyer',
    companyName: 'Soieries',
    source: 'Fair',
    status: 'contacted',
    ownerId: house.bo.id,
  };
  const { status, body, etag } = await make(given);
  assert.equal(status, 201);
  const { id, version, createdAt, activeAt, companyId, contactId, ...kept } = body;
  assert.deepEqual(kept, {
    ...given,
    utm: null,
    custom: {},
    emails: [{ address: 'a@lyon.example', primary: false }, given.emails[1]],
  });
  assert.deepEqual(
    [version, createdAt, activeAt, companyId, contactId],
    [1, '2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z', null, null],
  );
  const read = await house.ask(house.bo, 'GET', `${path}/${id}`);
  assert.deepEqual(read.body, body);
  assert.deepEqual([read.etag, etag], ['"1"', '"1"']);
});

test('P4: only a name is needed; a new lead is new, without owner; the first address is the primary one', async () => {
  const { body } = await make({ name: 'Marek', emails: [{ address: 'm@gdansk.example' }] });
  assert.deepEqual(body.emails, [{ address: 'm@gdansk.example', primary: true }]);
  assert.deepEqual([body.status, body.ownerId, body.phone], ['new', null, null]);
});

test('P8: the timeline says who made a lead, who changed which field from what to what, newest first', async () => {
  const id = await idOf({ name: 'Before', phone: '1' });
  const change = { name: 'After', phone: null, status: 'new', emails: [{ address: 'x@y.example' }] };
  const { body, etag } = await house.ask(house.bo, 'PATCH', `${path}/${id}`, change);
  assert.deepEqual([body.name, body.phone, etag], ['After', null, '"2"']);
  assert.deepEqual(
    (await timelineOf(id)).map(({ kind, by, data }) => ({ kind, by, data })),
    [
      {
        kind: 'changed',
        by: { kind: 'member', id: house.bo.id, name: 'Bo' },
        data: {
          changes: [
            { field: 'name', from: 'Before', to: 'After' },
            { field: 'emails', from: [], to: [{ address: 'x@y.example', primary: true }] },
            { field: 'phone', from: '1', to: null },
          ],
        },
      },
      { kind: 'created', by: { kind: 'member', id: house.anna.id, name: 'Anna' }, data: {} },
    ],
  );
});

test('P8: a change that changes nothing leaves no trace and no new version', async () => {
  const id = await idOf({ name: 'Same', source: 'Fair' });
  const { status, etag } = await house.ask(house.bo, 'PATCH', `${path}/${id}`, {
    name: 'Same',
    source: 'Fair',
  });
  assert.deepEqual([status, etag], [200, '"1"']);
  assert.equal((await timelineOf(id)).length, 1);
});

test('Two who edit the same lead: the second gets 412 with the present lead', async () => {
  const id = await idOf({ name: 'One' });
  const rename = (name: string) =>
    house.ask(house.bo, 'PATCH', `${path}/${id}`, { name }, { 'if-match': '"1"' });
  assert.equal((await rename('Two')).status, 200);
  const late = await rename('Three');
  assert.deepEqual([late.status, late.body.present.name], [412, 'Two']);
  assert.equal((await timelineOf(id)).length, 2);
});

test('P9: a deleted lead is in the trash: out of lists, not there, restorable with its whole history', async () => {
  const id = await idOf({ name: 'Binned', emails: [{ address: 'bin@x.example' }] });
  assert.equal((await house.ask(house.bo, 'DELETE', `${path}/${id}`)).status, 204);
  for (const [method, rest] of [
    ['GET', ''],
    ['DELETE', ''],
    ['GET', '/timeline'],
    ['GET', '/notes'],
  ] as const) {
    assert.equal((await house.ask(house.anna, method, `${path}/${id}${rest}`)).status, 404, method + rest);
  }
  assert.deepEqual(namesIn(await house.ask(house.anna, 'GET', `${path}?q=binned`)), []);
  const { status, body } = await house.ask(house.bo, 'POST', `${path}/${id}/restoration`);
  assert.deepEqual([status, body.emails[0].address], [200, 'bin@x.example']);
  assert.equal((await house.ask(house.bo, 'POST', `${path}/${id}/restoration`)).status, 200);
  const kinds = (await timelineOf(id)).map((item) => item.kind);
  assert.deepEqual(kinds, ['restored', 'deleted', 'created']);
});

test('P10: a list is searched without case and accents, % and _ are letters, and addresses are found', async () => {
  await make({ name: 'Łucja Żak', emails: [{ address: 'lucja_zak@sopot.example' }] });
  await make({ name: '100% Søn' });
  const found = async (q: string) =>
    namesIn(await house.ask(house.bo, 'GET', `${path}?q=${encodeURIComponent(q)}`));
  assert.deepEqual(await found('lucja ZAK'), ['Łucja Żak']);
  assert.deepEqual(await found('ucja_zak@SOPOT'), ['Łucja Żak']);
  assert.deepEqual(await found('0% s'), ['100% Søn']);
  assert.deepEqual(await found('u%ja'), []);
  assert.deepEqual(await found('ucja zak@sopot'), []);
  assert.deepEqual(await found("' OR 1=1--"), []);
});

test('P10: a list is filtered, sorted both ways and paged without losing or repeating a lead', async () => {
  const eve = await house.hire('Ève');
  for (const [n, name] of ['Émile', 'Zoé', 'Adam', 'Adam', 'Łucja'].entries()) {
    house.clock.advance(n % 2);
    await make({ name, ownerId: eve.id, status: name === 'Zoé' ? 'lost' : 'new' });
  }
  const walk = async (query: string): Promise<string[]> => {
    const names: string[] = [];
    for (let cursor = ''; ;) {
      const page = await house.ask(eve, 'GET', `${path}?ownerId=${eve.id}&limit=2&${query}${cursor}`);
      assert.equal(page.status, 200);
      names.push(...namesIn(page));
      if (page.body.next === null) return names;
      cursor = `&cursor=${page.body.next}`;
    }
  };
  const made = ['Émile', 'Zoé', 'Adam', 'Adam', 'Łucja'];
  assert.deepEqual(await walk(''), made.toReversed());
  assert.deepEqual(await walk('sort=createdAt'), made);
  assert.deepEqual(await walk('sort=name'), ['Adam', 'Adam', 'Émile', 'Łucja', 'Zoé']);
  assert.deepEqual(await walk('sort=-name'), ['Zoé', 'Łucja', 'Émile', 'Adam', 'Adam']);
  assert.deepEqual(await walk('status=lost'), ['Zoé']);
  const long = 'ﷺ'.repeat(200);
  await make({ name: long, ownerId: eve.id });
  await make({ name: `${long.slice(1)}b`, ownerId: eve.id });
  assert.equal((await walk('sort=-name')).length, 7);
});

test('Lists take one statement for leads and one for their addresses, however many there are', async () => {
  const { statements, body } = await house.ask(house.anna, 'GET', `${path}?limit=200`);
  assert.ok(body.items.length > 10);
  assert.equal(statements, 3);
});
