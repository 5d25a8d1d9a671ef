import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';
import { runBatch } from './run-batch.ts';

let house: StaffedHouse;
let worker: ReturnType<StaffedHouse['work']>;
before(async () => {
  house = await staffedHouse();
  worker = house.work();
});
after(() => house.close());

type Columns = Record<string, string | null>;

async function open(kind: string, text: string, as = house.anna): Promise<string> {
  const { status, body } = await house.ask(as, 'POST', '/api/imports', { kind, name: 'file.csv', text });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

async function bring(kind: string, text: string, columns: Columns, more: object = {}, as = house.anna) {
  const id = await open(kind, text, as);
  const mapped = await house.ask(as, 'PUT', `/api/imports/${id}/mapping`, { columns, ...more });
  assert.equal(mapped.status, 200, JSON.stringify(mapped.body));
  assert.equal((await house.ask(as, 'POST', `/api/imports/${id}/run`)).status, 202);
  await worker.drain();
  const { body } = await house.ask(as, 'GET', `/api/imports/${id}`);
  assert.equal(body.state, 'done');
  const { made, updated, skipped, refused } = body;
  const counts = mapped.body.counts;
  return {
    id,
    came: [made, updated, skipped, refused],
    foreseen: Object.values(counts),
    rows: mapped.body.rows,
  };
}

async function errorsOf(id: string, as: Colleague = house.anna): Promise<string> {
  const answer = await house.app.request(`/api/imports/${id}/errors.csv`, {
    headers: { authorization: `Bearer ${as.key}` },
  });
  assert.equal(answer.status, 200);
  return answer.text();
}

async function find(kind: string, q: string, as = house.anna) {
  const { body } = await house.ask(as, 'GET', `/api/${kind}?q=${encodeURIComponent(q)}`);
  return body.items;
}

const PEOPLE = { Name: 'name', Mail: 'emails', Firm: 'companyName' };

test('P8, P10: rows become contacts with their companies; what is wrong is refused with its line and reason', async () => {
  const text =
    'Name,Mail,Firm\nLéa Roy,lea@roy.example,Roy & Co\nNo Mail,nobody,Roy & Co\n,x@y.example,\nShort\n' +
    'Jan Kos,jan@kos.example; j@kos.example,roy & co\nLEA,LEA@roy.example,\n"=SUM(A1),1,2\n';
  const { id, came, foreseen, rows } = await bring('contact', text, PEOPLE, { makeCompanies: true });
  assert.deepEqual(
    [came, foreseen],
    [
      [2, 0, 1, 4],
      [2, 0, 1, 4],
    ],
  );
  assert.deepEqual([rows[0].becomes, rows[0].fields.companyName, rows[1].line], ['new', 'Roy & Co', 3]);
  const [lea] = await find('contacts', 'lea@roy');
  const [jan] = await find('contacts', 'j@kos');
  assert.deepEqual([lea.companyIds.length, lea.companyIds], [1, jan.companyIds]);
  const { body } = await house.ask(house.anna, 'GET', `/api/companies/${lea.companyIds[0]}/timeline`);
  assert.equal(body.items.length, 3);
  assert.deepEqual([body.items[0].data.source, body.items[0].by.id], ['import', house.anna.id]);
  const errors = await errorsOf(id);
  assert.match(
    errors,
    /^\uFEFF?Name,Mail,Firm,Line,Why\r\nNo Mail,nobody,Roy & Co,3,"emails\.0\.address: Write/,
  );
  assert.match(errors, /Short,,,5,This row has 1 cells/);
  assert.match(errors, /"""=SUM\(A1\),1,2",,,8,A quotation mark/);
});

test('P9, P10: update fills what is empty, changes nothing else, and only what the caller may edit', async () => {
  const rep = await house.hire('Rep', { permissions: ['see-all-records'] });
  const make = (name: string, more: object) =>
    house.ask(house.anna, 'POST', '/api/companies', { name, ...more });
  await make('Free Mill', { industry: 'Mills' });
  await make('Anna Mill', { ownerId: house.anna.id });
  await make('Web Mill', { website: 'https://www.webmill.example/' });
  const text =
    'n,i,w\nfree  MILL,Bakeries,free.example\nAnna Mill,Bakeries,\nOther,Bakeries,webmill.example\nFree Mill,X,y.example\n';
  const columns = { n: 'name', i: 'industry', w: 'website' };
  const { id, came } = await bring('company', text, columns, { duplicates: 'update' }, rep);
  assert.deepEqual(came, [0, 2, 1, 1]);
  const [free] = await find('companies', 'Free Mill');
  assert.deepEqual([free.name, free.industry, free.website], ['Free Mill', 'Mills', 'https://free.example']);
  assert.match(await errorsOf(id, rep), /Anna Mill.*only its owner or an admin/);
});

test('P9: a record that the importer may not see is none; an import is seen by its member and admins', async () => {
  const zoe = await house.hire('Zoé');
  await house.ask(house.anna, 'POST', '/api/leads', {
    name: 'Hidden',
    emails: [{ address: 'hidden@x.example' }],
    ownerId: house.anna.id,
  });
  const { id, came } = await bring(
    'lead',
    'Name,Mail\nSeen,hidden@x.example',
    { Name: 'name', Mail: 'emails' },
    {},
    zoe,
  );
  assert.deepEqual(came, [1, 0, 0, 0]);
  assert.equal((await house.ask(house.anna, 'GET', `/api/imports/${id}`)).status, 200);
  for (const other of [house.bo, house.stranger]) {
    for (const [method, end] of [
      ['GET', ''],
      ['GET', '/errors.csv'],
      ['POST', '/run'],
      ['DELETE', ''],
    ]) {
      assert.equal((await house.ask(other, method!, `/api/imports/${id}${end}`)).status, 404);
    }
  }
  assert.equal((await house.ask(zoe, 'DELETE', `/api/imports/${id}`)).status, 204);
});

test('ABUSE 26: what was exported comes back the same', async () => {
  const given = {
    name: '=HYPERLINK("http://x.example")',
    phone: '+48 22 100',
    annualRevenue: { amount: 12_50, currency: 'EUR' },
    marketShare: 12.5,
    industry: '@SUM(A1)',
  };
  const { body: made } = await house.ask(house.anna, 'POST', '/api/companies', given);
  const headers = { authorization: `Bearer ${house.anna.key}` };
  const filter = encodeURIComponent(JSON.stringify([{ field: 'industry', is: 'is', value: '@SUM(A1)' }]));
  const file = await (await house.app.request(`/api/companies.csv?filter=${filter}`, { headers })).text();
  await house.ask(house.anna, 'DELETE', `/api/companies/${made.id}`);
  const id = await open('company', file);
  const { body: draft } = await house.ask(house.anna, 'GET', `/api/imports/${id}`);
  const columns = Object.fromEntries(
    draft.columns.map((one: { name: string; guess: string }) => [one.name, one.guess]),
  );
  assert.deepEqual((await bring('company', file, columns)).came, [1, 0, 0, 0]);
  const [back] = await find('companies', 'HYPERLINK');
  for (const [field, value] of Object.entries(given)) assert.deepEqual(back[field], value);
});

test('P10: a batch that comes twice makes no row twice', async () => {
  const rows = Array.from({ length: 450 }, (_, n) => `Twice ${n},t${n}@twice.example`).join('\n');
  const { id, came } = await bring('contact', `Name,Mail\n${rows}`, { Name: 'name', Mail: 'emails' });
  assert.deepEqual(came, [450, 0, 0, 0]);
  const key = { workspaceId: house.anna.workspaceId, id };
  for (const batch of [0, 1, 2, 3]) await runBatch(house.platform, key, batch);
  const { body } = await house.ask(house.anna, 'GET', `/api/imports/${id}`);
  assert.deepEqual([body.made, body.done, body.of], [450, 450, 450]);
});

test('ABUSE 27, 33: what is no file, no mapping or too much is refused', async () => {
  const send = (body: string | Buffer, type: string, query = '?kind=lead&name=x') =>
    house.app.request(`/api/imports${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${house.anna.key}`, 'content-type': type },
      body: body as string,
    });
  assert.equal((await send(Buffer.from([0x41, 0x0a, 0xe9, 0x74]), 'text/csv')).status, 201);
  assert.equal((await send('a\nb', 'text/csv', '?kind=deal&name=x')).status, 422);
  assert.equal((await send('a\nb', 'application/zip')).status, 415);
  assert.equal((await send('', 'text/csv')).status, 422);
  assert.equal((await send(Buffer.from('PK\u0003\u0004\u0000\u0000'), 'text/csv')).status, 422);
  assert.equal((await send(Buffer.from('\uFEFFA\nB', 'utf16le'), 'text/csv')).status, 201);
  assert.equal((await send('a\n'.repeat(11_000_000), 'text/csv')).status, 413);
  assert.equal((await send(`a\n${'b\n'.repeat(100_001)}`, 'text/csv')).status, 413);
  assert.equal((await send(`${'a,'.repeat(300)}\nb`, 'text/csv')).status, 422);
  const id = await open('lead', 'Name,Other\nA,B\n');
  assert.equal((await house.ask(house.anna, 'POST', `/api/imports/${id}/run`)).status, 409);
  for (const columns of [{}, { Nome: 'name' }, { Name: 'constructor' }, { Name: 'name', Other: 'name' }]) {
    assert.equal((await house.ask(house.anna, 'PUT', `/api/imports/${id}/mapping`, { columns })).status, 422);
  }
});

test('whatever the text, nothing breaks, and every row is made, updated, skipped or refused', async () => {
  const cell = fc.constantFrom(
    '"',
    ',',
    '\n',
    'a',
    'A',
    "'=1",
    '\0',
    '\ud800',
    '"a"',
    'a@b.example',
    'é'.repeat(90),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('skip', 'update', 'make'),
      async (cells, duplicates) => {
        const text = `N,M,F\nfirst,,\n${cells.join('')}`;
        const columns = { N: 'name', M: 'emails', F: 'companyName' };
        const { id, came } = await bring('lead', text, columns, { duplicates, makeCompanies: true });
        const { body } = await house.ask(house.anna, 'GET', `/api/imports/${id}`);
        assert.equal(
          came.reduce((sum, one) => sum + one),
          body.of,
        );
      },
    ),
    { numRuns: 12 },
  );
});

test('P10: two of one file that look alike stand among the duplicates, as one does beside somebody who was there', async () => {
  await house.ask(house.anna, 'POST', '/api/contacts', {
    name: 'Otto Kern',
    phones: [{ number: '+49 30 901820', primary: true }],
  });
  const text =
    'Name,Phone\nIda Twin,+49 40 555123\nTwin Ida,+49 40 555123\nKern Otto,+49 30 901820\nAlone,+49 89 1\n';
  const { came } = await bring('contact', text, { Name: 'name', Phone: 'phones' });
  assert.deepEqual(came, [4, 0, 0, 0]);
  const { body } = await house.ask(house.anna, 'GET', '/api/duplicates?kind=contact');
  const said = JSON.stringify(body.items);
  for (const name of ['Ida Twin', 'Twin Ida', 'Kern Otto', 'Otto Kern']) assert.ok(said.includes(name), name);
  assert.ok(!said.includes('Alone'));
});

test('a company that a row names is called as the API would take it, or the row is refused', async () => {
  const long = 'x'.repeat(5_000);
  const text = `Name,Mail,Firm\nAda,ada@nul.example,a\u0000b\nBea,bea@nul.example,${long}\nCia,cia@nul.example,"Two\nlines"\n`;
  const { id, came, foreseen } = await bring('contact', text, PEOPLE, { makeCompanies: true });
  assert.deepEqual(
    [came, foreseen],
    [
      [1, 0, 0, 2],
      [1, 0, 0, 2],
    ],
  );
  assert.match(await errorsOf(id), /companyName: Keep this within/);
  assert.deepEqual(
    (await find('companies', 'Two lines')).map(({ name }: { name: string }) => name),
    ['Two lines'],
  );
});
