import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
let worker: ReturnType<StaffedHouse['work']>;
const fields: Record<string, string> = {};

before(async () => {
  house = await staffedHouse();
  worker = house.work();
  const choices = [{ label: 'Deck oven' }, { label: 'Łopata' }];
  for (const [label, type, more] of [
    ['Liczba pieców', 'number', {}],
    ['Opens', 'date', {}],
    ['Wants', 'multi-choice', { choices }],
    ['Franchise', 'checkbox', {}],
    ['Shop', 'link', {}],
  ] as const) {
    const given = { kind: 'contact', label, type, ...more };
    fields[label] = (await house.ask(house.anna, 'POST', '/api/custom-fields', given)).body.id;
  }
});
after(() => house.close());

const HEAD = 'Name,E-mail,liczba piecow,Opens,Wants,Franchise,Shop\n';

async function open(text: string) {
  const given = { kind: 'contact', name: 'file.csv', text: HEAD + text };
  const { status, body } = await house.ask(house.anna, 'POST', '/api/imports', given);
  assert.equal(status, 201, JSON.stringify(body));
  return body as { id: string; fields: string[]; columns: { name: string; guess: string | null }[] };
}

/** As it was guessed. */
async function bring(text: string, more: object = {}) {
  const draft = await open(text);
  const columns = Object.fromEntries(draft.columns.map(({ name, guess }) => [name, guess]));
  const path = `/api/imports/${draft.id}`;
  const mapped = await house.ask(house.anna, 'PUT', `${path}/mapping`, { columns, ...more });
  assert.equal(mapped.status, 200, JSON.stringify(mapped.body));
  await house.ask(house.anna, 'POST', `${path}/run`);
  await worker.drain();
  const { body } = await house.ask(house.anna, 'GET', path);
  return { path, rows: mapped.body.rows, came: [body.made, body.updated, body.skipped, body.refused] };
}

function sorted(custom: object) {
  return Object.entries(custom).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function contact(q: string) {
  const { body } = await house.ask(house.anna, 'GET', `/api/contacts?q=${encodeURIComponent(q)}`);
  return body.items[0] as { id: string; custom: object };
}

test('P10: own fields are targets of an import, guessed by their label', async () => {
  const draft = await open('A,a@a.example,,,,,\n');
  assert.deepEqual(
    draft.columns.map(({ guess }) => guess),
    [
      'name',
      'emails',
      'custom.liczbaPiecow',
      'custom.opens',
      'custom.wants',
      'custom.franchise',
      'custom.shop',
    ],
  );
  assert.deepEqual(draft.fields.slice(-5), [
    'custom.liczbaPiecow',
    'custom.opens',
    'custom.wants',
    'custom.franchise',
    'custom.shop',
  ]);
  const columns = { Name: 'name', Shop: 'custom.none' };
  const path = `/api/imports/${draft.id}/mapping`;
  const wrong = await house.ask(house.anna, 'PUT', path, { columns });
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, 'columns.Shop']);
});

test('P10: cells are read as people write them; what a field does not take refuses its row, with the reason', async () => {
  const { came, rows, path } = await bring(
    'Ola,ola@a.example,"1 200,5",1.3.2027,deck oven; łopata,tak,ola.example\n' +
      'Ewa,ewa@a.example,several,,,,\n' +
      'Jan,jan@a.example,,31.2.2027,,,\n' +
      'Iga,iga@a.example,,,Spade,,\n' +
      'Zoe,zoe@a.example,,,,perhaps,\n' +
      'Max,max@a.example,,,,,javascript:alert(1)\n' +
      'Bare,bare@a.example,,,,,\n',
  );
  assert.deepEqual(came, [2, 0, 0, 5]);
  assert.deepEqual(
    rows.map(({ why }: { why: string | null }) => why?.split(':')[0] ?? null),
    [null, 'custom.liczbaPiecow', 'custom.opens', 'custom.wants', 'custom.franchise', 'custom.shop', null],
  );
  assert.deepEqual((await contact('ola@a.example')).custom, {
    liczbaPiecow: 1200.5,
    opens: '2027-03-01',
    wants: ['deck-oven', 'lopata'],
    franchise: true,
    shop: 'https://ola.example',
  });
  assert.deepEqual(rows[0].fields.custom, (await contact('ola@a.example')).custom, 'as it was foreseen');
  assert.deepEqual((await contact('bare@a.example')).custom, {});
  const errors = await house.app.request(`${path}/errors.csv`, {
    headers: { authorization: `Bearer ${house.anna.key}` },
  });
  assert.match(await errors.text(), /custom\.wants: Choose one of the choices of this field\./);
  const filter = JSON.stringify([{ field: 'custom.wants', is: 'is', value: 'lopata' }]);
  const { body } = await house.ask(house.anna, 'GET', `/api/contacts?${new URLSearchParams({ filter })}`);
  assert.equal(body.items.length, 1, 'what was imported is found by it');
});

test('P10: a record that is there gets what is empty, and its timeline says so; what it has stays', async () => {
  const emails = [{ address: 'lea@b.example', primary: true }];
  const given = { name: 'Léa', emails, custom: { liczbaPiecow: 7 } };
  const { body: lea } = await house.ask(house.anna, 'POST', '/api/contacts', given);
  const { came } = await bring('Lea,lea@b.example,9,2027-01-01,,nie,\n', { duplicates: 'update' });
  assert.deepEqual(came, [0, 1, 0, 0]);
  assert.deepEqual((await contact('lea@b.example')).custom, {
    liczbaPiecow: 7,
    opens: '2027-01-01',
    franchise: false,
  });
  const { body } = await house.ask(house.anna, 'GET', `/api/contacts/${lea.id}/timeline`);
  assert.deepEqual(body.items[0].data.changes, [
    { field: 'custom.opens', from: null, to: '2027-01-01', label: 'Opens', type: 'date' },
    { field: 'custom.franchise', from: null, to: false, label: 'Franchise', type: 'checkbox' },
  ]);
  const again = await bring('Lea,lea@b.example,1,2028-01-01,,tak,\n', { duplicates: 'update' });
  assert.deepEqual(again.came, [0, 0, 1, 0], 'nothing is empty any more');
});

test('P10: the file of a list is read back, and its records have the same values', async () => {
  const file = await house.app.request('/api/contacts.csv', {
    headers: { authorization: `Bearer ${house.anna.key}` },
  });
  const text = await file.text();
  const { body: before } = await house.ask(house.anna, 'GET', '/api/contacts?sort=name');
  const made = await house.ask(house.anna, 'POST', '/api/imports', {
    kind: 'contact',
    name: 'own.csv',
    text,
  });
  const guessed = made.body.columns as { name: string; guess: string | null }[];
  const kept = guessed.map(({ name, guess }) => [
    name,
    guess === 'companyIds' || guess === 'ownerId' ? null : guess,
  ]);
  const path = `/api/imports/${made.body.id}`;
  const columns = Object.fromEntries(kept);
  await house.ask(house.anna, 'PUT', `${path}/mapping`, { columns, duplicates: 'make' });
  await house.ask(house.anna, 'POST', `${path}/run`);
  await worker.drain();
  const { body: after } = await house.ask(house.anna, 'GET', '/api/contacts?sort=name&limit=200');
  const valuesOf = (items: { name: string; custom: object }[]) =>
    items.map(({ name, custom }) => JSON.stringify([name, sorted(custom)]));
  const [once, twice] = [valuesOf(before.items), valuesOf(after.items)];
  assert.deepEqual(twice.toSorted(), [...once, ...once].toSorted());
});

test('P10: a field that goes to the trash before the run refuses the rows that say something for it', async () => {
  const draft = await open('Kim,kim@c.example,3,,,,\nLee,lee@c.example,,,,,\n');
  const columns = Object.fromEntries(draft.columns.map(({ name, guess }) => [name, guess]));
  const path = `/api/imports/${draft.id}`;
  await house.ask(house.anna, 'PUT', `${path}/mapping`, { columns });
  await house.ask(house.anna, 'DELETE', `/api/custom-fields/${fields['Liczba pieców']}`);
  await house.ask(house.anna, 'POST', `${path}/run`);
  await worker.drain();
  const { body } = await house.ask(house.anna, 'GET', path);
  assert.deepEqual([body.state, body.made, body.refused], ['done', 1, 1]);
});
