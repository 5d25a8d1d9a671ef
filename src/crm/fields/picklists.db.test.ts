import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/picklists';
const read = async (list: string) => (await house.ask(house.anna, 'GET', `${path}/${list}`)).body.choices;
const write = (list: string, choices: object[], as = house.anna) =>
  house.ask(as, 'PUT', `${path}/${list}`, { choices });

interface Choice {
  key: string;
  label: string;
  builtIn: boolean;
}

test('P5: a workspace begins with the stages Rondo comes with, each with its probability', async () => {
  const stages = await read('dealStage');
  assert.deepEqual(
    stages.map((stage: { key: string; probability: number; outcome: string | null }) => [
      stage.key,
      stage.probability,
      stage.outcome,
    ]),
    [
      ['new', 10, null],
      ['qualified', 25, null],
      ['proposal', 50, null],
      ['negotiation', 75, null],
      ['won', 100, 'won'],
      ['lost', 0, 'lost'],
    ],
  );
  assert.ok(stages.every(({ builtIn }: Choice) => builtIn));
  const { body, statements } = await house.ask(house.anna, 'GET', path);
  assert.equal(body.items.length, 7);
  assert.ok(statements <= 2, String(statements));
  assert.equal((await house.ask(house.anna, 'GET', `${path}/colours`)).status, 404);
});

test('P5: stages are renamed, put in order and added; a label that was not touched stays translated', async () => {
  const { status, body } = await write('dealStage', [
    { key: 'qualified', probability: 20 },
    { key: 'new', label: 'Erste Anfrage', probability: 5 },
    { label: 'Visite sur place', probability: 40 },
    { label: 'Visite', probability: 41 },
    { key: 'won', label: 'Signed', outcome: 'won', probability: 3 },
    { key: 'lost', outcome: 'lost' },
  ]);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(await read('dealStage'), body.choices);
  assert.deepEqual(
    body.choices.map(({ key, label, builtIn }: Choice) => [key, label, builtIn]),
    [
      ['qualified', 'Qualified', true],
      ['new', 'Erste Anfrage', false],
      ['visite-sur-place', 'Visite sur place', false],
      ['visite', 'Visite', false],
      ['won', 'Signed', false],
      ['lost', 'Lost', true],
    ],
  );
  assert.deepEqual([body.choices[4].probability, body.choices[5].probability], [100, 0]);
  const other = await house.ask(house.stranger, 'GET', `${path}/dealStage`);
  assert.equal(other.body.choices.length, 6, 'another workspace keeps its own');
  assert.equal(other.body.choices[1].key, 'qualified');
  assert.equal((await write('dealStage', [])).status, 422);
});

test('P5: there is one stage for won, one for lost and one at least in between', async () => {
  const won = { key: 'won', outcome: 'won' };
  const lost = { key: 'lost', outcome: 'lost' };
  const wrong = [
    [won, lost],
    [{ key: 'new' }, won],
    [{ key: 'new' }, won, lost, { label: 'Gone', outcome: 'lost' }],
    [{ key: 'new' }, { key: 'new', label: 'Twice' }, won, lost],
    [{ key: 'new' }, { label: 'lost ' }, won, lost],
    [{ key: 'new', probability: 101 }, won, lost],
    [{ key: 'unknown' }, won, lost],
    Array.from({ length: 61 }, (_, at) => ({ label: `Stage ${at}` })),
  ];
  for (const choices of wrong) {
    const { status, body } = await write('dealStage', choices);
    assert.deepEqual(
      [status, body.errors?.[0].path.split('.')[0]],
      [422, 'choices'],
      JSON.stringify(choices[0]),
    );
  }
});

test('N1: only who manages settings writes lists; everybody reads them', async () => {
  const eve = await house.hire('Eve');
  assert.equal((await house.ask(eve, 'GET', path)).status, 200);
  assert.equal((await write('industry', [{ label: 'Food' }], eve)).status, 403);
});

test('P4: lead statuses are the workspace’s own; those that are held stay, and so does the first', async () => {
  const lead = await house.ask(house.anna, 'POST', '/api/leads', { name: 'Marek', status: 'contacted' });
  const held = await write('leadStatus', [{ key: 'new' }, { label: 'Called twice' }]);
  assert.deepEqual([held.status, held.body.used], [409, 1]);
  assert.equal((await write('leadStatus', [{ key: 'contacted' }])).status, 422, 'visitors begin as new');
  await write('leadStatus', [{ key: 'new' }, { key: 'contacted' }, { label: 'Called twice' }]);
  const own = `/api/leads/${lead.body.id}`;
  const called = await house.ask(house.anna, 'PATCH', own, { status: 'called-twice' });
  assert.deepEqual([called.status, called.body.status], [200, 'called-twice']);
  const gone = await house.ask(house.anna, 'PATCH', own, { status: 'qualified' });
  assert.deepEqual([gone.status, gone.body.errors[0].path], [422, 'status']);
  assert.match(gone.body.errors[0].message, /new, contacted, called-twice/);
  assert.equal(
    (await house.ask(house.anna, 'POST', '/api/leads', { name: 'X', status: 'lost' })).status,
    422,
  );
  assert.equal(
    (await write('leadStatus', [{ key: 'new' }, { label: 'Converted', key: 'converted' }])).status,
    422,
  );
});

test('P1: the other lists propose words; a record may hold another', async () => {
  assert.deepEqual(await read('industry'), []);
  assert.equal((await write('industry', [{ label: 'Food' }, { label: 'Żelazo' }])).status, 200);
  assert.deepEqual(
    (await read('industry')).map(({ key }: Choice) => key),
    ['food', 'zelazo'],
  );
  const { status } = await house.ask(house.anna, 'POST', '/api/companies', {
    name: 'Mill',
    industry: 'Paper',
  });
  assert.equal(status, 201);
  await write('industry', []);
  assert.deepEqual(await read('industry'), []);
});
