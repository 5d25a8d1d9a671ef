import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/custom-fields';

async function add(kind: string, label: string, type: string, choices?: string[]) {
  const options = choices && { choices: choices.map((name) => ({ label: name })) };
  const { status, body } = await house.ask(house.anna, 'POST', path, { kind, label, type, ...options });
  assert.equal(status, 201, JSON.stringify(body));
  return body as { id: string; key: string; version: number; choices: { key: string; label: string }[] };
}

const read = async (query = '', as = house.anna) =>
  (await house.ask(as, 'GET', `${path}${query}`)).body.items as { id: string; key: string; label: string }[];

test('P10: a field of a workspace’s own has a key made from its first label, for good', async () => {
  const ends = await add('company', 'Contract ends', 'date');
  const branch = await add('company', 'Branché', 'choice', ['Métal brut', 'Papier', 'metal  brut 2']);
  assert.deepEqual([ends.key, branch.key], ['contractEnds', 'branche']);
  assert.deepEqual(
    branch.choices.map(({ key }) => key),
    ['metal-brut', 'papier', 'metal-brut-2'],
  );
  const renamed = await house.ask(house.anna, 'PATCH', `${path}/${ends.id}`, { label: 'Koniec umowy' });
  assert.deepEqual(
    [renamed.status, renamed.body.key, renamed.body.label],
    [200, 'contractEnds', 'Koniec umowy'],
  );
  const again = await add('company', 'Contract ends', 'text');
  assert.equal(again.key, 'contractEnds2');
  assert.equal((await add('lead', 'Contract ends', 'text')).key, 'contractEnds', 'each kind has its own');
  assert.equal((await add('deal', '合同', 'text')).key, 'field');
  assert.equal(
    (await add('deal', 'Constructor', 'text')).key,
    'constructor2',
    'no word that every object knows',
  );
  assert.deepEqual(
    (await read('?kind=company')).map(({ label }) => label),
    ['Koniec umowy', 'Branché', 'Contract ends'],
  );
  assert.equal((await read()).length, 6);
  assert.deepEqual(await read('', house.stranger), [], 'another workspace has its own');
});

test('P10: a field that cannot be is refused where it is wrong', async () => {
  await add('ticket', 'Éprouvé', 'checkbox');
  const cases: [object, number, string][] = [
    [{ label: 'eprouve ' }, 409, 'label'],
    [{ label: ' ' }, 422, 'label'],
    [{ label: 'x'.repeat(81) }, 422, 'label'],
    [{ type: 'colour' }, 422, 'type'],
    [{ kind: 'booking' }, 422, 'kind'],
    [{ type: 'choice' }, 422, 'choices'],
    [{ type: 'choice', choices: [] }, 422, 'choices'],
    [{ type: 'text', choices: [{ label: 'A' }] }, 422, 'choices'],
    [{ type: 'choice', choices: [{ label: 'A' }, { label: 'á' }] }, 422, 'choices.1.label'],
    [{ type: 'choice', choices: [{ key: 'b', label: 'A' }] }, 422, 'choices.0.key'],
    [
      { type: 'choice', choices: Array.from({ length: 101 }, (_, at) => ({ label: `${at}` })) },
      422,
      'choices',
    ],
    [{ position: 3 }, 422, 'position'],
  ];
  for (const [wrong, expected, where] of cases) {
    const given = { kind: 'ticket', label: 'New', type: 'text', ...wrong };
    const { status, body } = await house.ask(house.anna, 'POST', path, given);
    assert.deepEqual([status, body.errors?.[0].path], [expected, where], JSON.stringify(wrong));
  }
  assert.equal((await read('?kind=ticket')).length, 1);
});

test('N1: everybody reads the fields, who manages settings writes them, and another workspace has none of them', async () => {
  const eve = await house.hire('Eve');
  const { id } = await add('contact', 'Of Anna', 'text');
  assert.ok((await read('', eve)).some((field) => field.id === id));
  const asks = [
    ['POST', path, { kind: 'contact', label: 'Mine', type: 'text' }],
    ['PATCH', `${path}/${id}`, { label: 'Mine' }],
    ['PUT', `${path}/order`, { kind: 'contact', ids: [id] }],
    ['DELETE', `${path}/${id}`],
    ['POST', `${path}/${id}/restoration`],
  ] as const;
  for (const [method, at, given] of asks) {
    assert.equal((await house.ask(eve, method, at, given)).status, 403, `${method} ${at}`);
  }
  for (const [method, at, given] of asks.filter(([, at]) => at.includes(id))) {
    assert.equal((await house.ask(house.stranger, method, at, given)).status, 404, `${method} ${at}`);
  }
});

test('P10: the order of the fields is the workspace’s; of two who change one at once, the slower is told', async () => {
  const [one, two] = [await add('lead', 'One', 'text'), await add('lead', 'Two', 'number')];
  const ids = (await read('?kind=lead')).map(({ id }) => id).toReversed();
  const ordered = await house.ask(house.anna, 'PUT', `${path}/order`, { kind: 'lead', ids });
  assert.equal(ordered.status, 200);
  assert.deepEqual(
    (await read('?kind=lead')).map(({ id }) => id),
    ids,
  );
  for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1]], [...ids, ids[0]], []]) {
    const { status } = await house.ask(house.anna, 'PUT', `${path}/order`, { kind: 'lead', ids: wrong });
    assert.equal(status, 422, `${wrong.length}`);
  }
  const own = `${path}/${one.id}`;
  const first = await house.ask(house.anna, 'PATCH', own, { label: 'First' }, { 'if-match': '"1"' });
  assert.deepEqual([first.status, first.body.version], [200, 2]);
  const slower = await house.ask(house.anna, 'PATCH', own, { label: 'Last' }, { 'if-match': '"1"' });
  assert.deepEqual([slower.status, slower.body.present.label], [412, 'First']);
  assert.equal((await house.ask(house.anna, 'PATCH', `${path}/${two.id}`, { type: 'date' })).status, 422);
});

test('P9: a field in the trash comes back with its values; its name is free meanwhile, its key is not', async () => {
  const field = await add('deal', 'Margin', 'number');
  const deal = await house.ask(house.anna, 'POST', '/api/deals', { title: 'Oven', custom: { margin: 12.5 } });
  assert.deepEqual(deal.body.custom, { margin: 12.5 });
  assert.equal((await house.ask(house.anna, 'DELETE', `${path}/${field.id}`)).status, 204);
  assert.equal((await house.ask(house.anna, 'DELETE', `${path}/${field.id}`)).status, 404);
  assert.ok(!(await read('?kind=deal')).some(({ id }) => id === field.id));
  assert.deepEqual(
    (await read('?kind=deal&trashed=true')).map(({ id }) => id),
    [field.id],
  );
  const own = `/api/deals/${deal.body.id}`;
  assert.deepEqual((await house.ask(house.anna, 'GET', own)).body.custom, {});
  const gone = await house.ask(house.anna, 'PATCH', own, { custom: { margin: 3 } });
  assert.deepEqual([gone.status, gone.body.errors[0].path], [422, 'custom.margin']);
  const twin = await add('deal', 'Margin', 'text');
  assert.equal(twin.key, 'margin2');
  await house.ask(house.anna, 'PATCH', own, { custom: { margin2: 'fat' } });
  const back = `${path}/${field.id}/restoration`;
  assert.equal((await house.ask(house.anna, 'POST', back)).status, 409, 'its name is taken');
  await house.ask(house.anna, 'PATCH', `${path}/${twin.id}`, { label: 'Margin in words' });
  assert.equal((await house.ask(house.anna, 'POST', back)).status, 200);
  assert.equal((await house.ask(house.anna, 'POST', back)).status, 200, 'twice does no harm');
  const { body } = await house.ask(house.anna, 'GET', own);
  assert.deepEqual(body.custom, { margin: 12.5, margin2: 'fat' });
});

test('P10: a choice that live records hold is not taken away', async () => {
  const field = await add('company', 'Size', 'multi-choice', ['Small', 'Large', 'Huge']);
  const company = await house.ask(house.anna, 'POST', '/api/companies', {
    name: 'Mill',
    custom: { size: ['huge', 'small'] },
  });
  assert.deepEqual(company.body.custom.size, ['small', 'huge'], 'in the order of the field');
  const own = `${path}/${field.id}`;
  const left = [{ key: 'large', label: 'Large' }, { label: 'Giant' }];
  const held = await house.ask(house.anna, 'PATCH', own, { choices: left });
  assert.deepEqual([held.status, held.body.used, held.body.errors[0].path], [409, 1, 'choices']);
  await house.ask(house.anna, 'PATCH', `/api/companies/${company.body.id}`, { custom: { size: ['large'] } });
  const changed = await house.ask(house.anna, 'PATCH', own, { choices: left });
  assert.deepEqual(
    [changed.status, changed.body.choices.map(({ key }: { key: string }) => key)],
    [200, ['large', 'giant']],
  );
});

test('P10: records of a kind have a hundred fields at most, also when two are made at once', async () => {
  const made = Array.from({ length: 102 }, (_, at) =>
    house.ask(house.anna, 'POST', path, { kind: 'ticket', label: `Many ${at}`, type: 'text' }),
  );
  const statuses = (await Promise.all(made)).map(({ status }) => status);
  assert.equal((await read('?kind=ticket')).length, 100);
  assert.equal(statuses.filter((status) => status === 201).length, 99, 'one was there');
  assert.ok(statuses.every((status) => status === 201 || status === 409));
});

test('P10: a choice that is taken while somebody takes it away is either held or gone, never both', async () => {
  const field = await add('deal', 'Colour', 'choice', ['Red', 'Blue']);
  for (let turn = 0; turn < 5; turn += 1) {
    const deal = await house.ask(house.anna, 'POST', '/api/deals', { title: `Race ${turn}` });
    const [changed, held] = await Promise.all([
      house.ask(house.anna, 'PATCH', `${path}/${field.id}`, { choices: [{ key: 'blue', label: 'Blue' }] }),
      house.ask(house.anna, 'PATCH', `/api/deals/${deal.body.id}`, { custom: { [field.key]: 'red' } }),
    ]);
    assert.deepEqual(
      [changed.status, held.status].toSorted((one, other) => one - other),
      changed.status === 200 ? [200, 422] : [200, 409],
    );
    await house.ask(house.anna, 'PATCH', `/api/deals/${deal.body.id}`, { custom: { [field.key]: null } });
    const choices = [{ label: 'Red' }, { key: 'blue', label: 'Blue' }];
    if (changed.status === 200) await house.ask(house.anna, 'PATCH', `${path}/${field.id}`, { choices });
  }
});
