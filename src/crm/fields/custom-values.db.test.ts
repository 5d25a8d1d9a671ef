import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const KINDS = {
  company: { path: '/api/companies', name: 'name' },
  contact: { path: '/api/contacts', name: 'name' },
  lead: { path: '/api/leads', name: 'name' },
  deal: { path: '/api/deals', name: 'title' },
  ticket: { path: '/api/tickets', name: 'subject' },
} as const;
type Kind = keyof typeof KINDS;

const CHOICES = [{ label: 'Red' }, { label: 'Żółty' }, { label: 'Blue' }];
const TYPES = ['text', 'number', 'date', 'choice', 'multi-choice', 'checkbox', 'link'] as const;

/** A field of each type, called as its type: 'multi-choice' is multiChoice. */
async function addAll(kind: Kind): Promise<void> {
  for (const type of TYPES) {
    const choices = type.endsWith('choice') ? { choices: CHOICES } : {};
    const given = { kind, label: type, type, ...choices };
    const { status } = await house.ask(house.anna, 'POST', '/api/custom-fields', given);
    assert.equal(status, 201);
  }
}

let made = 0;
async function make(kind: Kind, custom: object, as = house.anna) {
  const { path, name } = KINDS[kind];
  const { status, body } = await house.ask(as, 'POST', path, { [name]: `A ${kind} ${(made += 1)}`, custom });
  assert.equal(status, 201, JSON.stringify(body));
  return `${path}/${body.id}`;
}

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

/** Values as somebody might give them; they are read back as they were given. */
const SAMPLES: Record<string, () => unknown> = {
  text: () => any(['x', 'Zażółć "gęślą"\njaźń', '% _ \\', '{}', 'null', 'é'.repeat(2_000), '=1+1']),
  number: () => any([0, -1, 0.1, 1 / 3, -2.5e-9, 8_999_999_999_999_999, Math.random() * 1e6]),
  date: () => any(['2024-02-29', '1999-12-31', '2031-01-01']),
  choice: () => any(['red', 'zolty', 'blue']),
  multiChoice: () => any([['red'], ['red', 'blue'], ['zolty', 'blue'], ['red', 'zolty', 'blue']]),
  checkbox: () => any([true, false]),
  link: () => any(['https://example.com/a?b=c', 'http://localhost.example/', 'https://żółw.example/ł']),
};

test('P10: records of every kind keep the values of their own fields, of every type, as they were given', async () => {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    await addAll(kind);
    let own: string | undefined;
    let stands: Record<string, unknown> = {};
    for (let turn = 0; turn < 4; turn += 1) {
      const keys = Object.keys(SAMPLES).filter(() => Math.random() < 0.6);
      const given = Object.fromEntries(
        keys.map((key) => [key, turn > 0 && Math.random() < 0.3 ? null : SAMPLES[key]!()]),
      );
      if (own === undefined) own = await make(kind, given);
      else assert.equal((await house.ask(house.anna, 'PATCH', own, { custom: given })).status, 200);
      stands = Object.fromEntries(
        Object.entries({ ...stands, ...given }).filter(([, value]) => value !== null),
      );
      const read = await house.ask(house.anna, 'GET', own);
      assert.deepEqual(read.body.custom, stands, `${kind}: ${JSON.stringify(given)}`);
      const listed = await house.ask(house.anna, 'GET', KINDS[kind].path);
      assert.deepEqual(listed.body.items[0].custom, stands);
    }
  }
});

test('P10: what is given is tidied: spaces around a text, a bare address, choices in their order, nothing at all', async () => {
  const own = await make('company', {
    text: '  Oven 4 ',
    link: 'example.com/path',
    multiChoice: ['blue', 'red', 'blue'],
    number: -0,
  });
  const { body } = await house.ask(house.anna, 'GET', own);
  assert.deepEqual(body.custom, {
    text: 'Oven 4',
    number: 0,
    multiChoice: ['red', 'blue'],
    link: 'https://example.com/path',
  });
  const emptied = await house.ask(house.anna, 'PATCH', own, {
    custom: { text: '  ', link: '', multiChoice: [], choice: '', date: '' },
  });
  assert.deepEqual(emptied.body.custom, { number: 0 });
  const version = emptied.body.version;
  const same = await house.ask(house.anna, 'PATCH', own, { custom: { number: 0, text: null } });
  assert.equal(same.body.version, version, 'nothing changed');
});

const WRONG: [string, unknown][] = [
  ['unknown', 'x'],
  ['constructor', 'x'],
  ['toString', null],
  ['link', 'javascript:alert(1)'],
  ['link', 'data:text/html,x'],
  ['link', 'https://user@example.com'],
  ['link', 'ftp://example.com'],
  ['link', 7],
  ['text', 7],
  ['text', 'a\u0000b'],
  ['text', 'x'.repeat(2_001)],
  ['text', { a: 1 }],
  ['number', '7'],
  ['number', 1e17],
  ['number', true],
  ['date', '2026-02-30'],
  ['date', 20260101],
  ['date', '2026-01-01T10:00:00Z'],
  ['choice', 'green'],
  ['choice', ['red']],
  ['choice', 'Red'],
  ['multiChoice', 'red'],
  ['multiChoice', ['red', 'green']],
  ['multiChoice', [['red']]],
  ['checkbox', 'true'],
  ['checkbox', 1],
];

test('ABUSE 23, 27: what a field does not take is refused at custom.<key>, and nothing is written', async () => {
  const own = await make('lead', { text: 'stays', number: 1 });
  for (const [key, value] of WRONG) {
    const given = `{"name":"Other","custom":{"text":"gone",${JSON.stringify(key)}:${JSON.stringify(value)}}}`;
    const { status, body } = await house.ask(house.anna, 'PATCH', own, given);
    assert.deepEqual([status, body.errors?.[0].path], [422, `custom.${key}`], given.slice(0, 80));
  }
  for (const custom of ['x', [], 7, null]) {
    const { status, body } = await house.ask(house.anna, 'PATCH', own, { custom });
    assert.deepEqual([status, body.errors[0].path], [422, 'custom']);
  }
  const { body } = await house.ask(house.anna, 'GET', own);
  assert.deepEqual([body.custom, body.version], [{ text: 'stays', number: 1 }, 1]);
  const proto = '{"custom":{"__proto__":{"text":"gone"}}}';
  await house.ask(house.anna, 'PATCH', own, proto);
  assert.deepEqual((await house.ask(house.anna, 'GET', own)).body.custom, body.custom);
  const all = { text: 1, number: 'x', date: 'x', unknown: 1 };
  const { body: said } = await house.ask(house.anna, 'POST', '/api/leads', { name: 'A', custom: all });
  assert.deepEqual(
    said.errors.map(({ path }: { path: string }) => path),
    Object.keys(all).map((key) => `custom.${key}`),
  );
});

test('P9, ABUSE 19: another’s record, or one of another workspace, is not changed by its own fields either', async () => {
  const eve = await house.hire('Eve');
  const own = await make('deal', { text: 'Anna’s' });
  await house.ask(house.anna, 'PATCH', own, { ownerId: house.anna.id });
  for (const [who, expected] of [
    [eve, 404],
    [house.stranger, 404],
  ] as const) {
    const { status } = await house.ask(who, 'PATCH', own, { custom: { text: 'mine' } });
    assert.equal(status, expected);
  }
  const strange = await house.ask(house.stranger, 'POST', '/api/deals', {
    title: 'X',
    custom: { text: 'x' },
  });
  assert.deepEqual(
    [strange.status, strange.body.errors[0].path],
    [422, 'custom.text'],
    'their fields are theirs',
  );
});

interface Told {
  kind: string;
  data: { changes?: object[] };
}

test('P8: the timeline tells which field became what, and still does when the field is gone', async () => {
  const label = 'Next audit';
  const add = (given: object) =>
    house.ask(house.anna, 'POST', '/api/custom-fields', { kind: 'ticket', ...given });
  const audit = await add({ label, type: 'date' });
  const own = await make('ticket', { nextAudit: '2026-01-01', choice: 'red' });
  await house.ask(house.anna, 'PATCH', own, {
    priority: 'high',
    custom: { nextAudit: '2027-01-01', choice: 'zolty', checkbox: true, text: null },
  });
  await house.ask(house.anna, 'DELETE', `/api/custom-fields/${audit.body.id}`);
  const { body } = await house.ask(house.anna, 'GET', `${own}/timeline`);
  const entries = (body.items as Told[]).filter(({ kind }) => kind === 'changed');
  assert.equal(entries.length, 1, 'one entry for one change');
  assert.deepEqual(entries[0]!.data.changes, [
    { field: 'priority', from: 'normal', to: 'high' },
    { field: 'custom.nextAudit', from: '2026-01-01', to: '2027-01-01', label, type: 'date' },
    {
      field: 'custom.choice',
      from: 'red',
      to: 'zolty',
      label: 'choice',
      type: 'choice',
      choices: [
        { key: 'red', label: 'Red' },
        { key: 'zolty', label: 'Żółty' },
      ],
    },
    { field: 'custom.checkbox', from: null, to: true, label: 'checkbox', type: 'checkbox' },
  ]);
});

test('ABUSE 38: of two who save one record, the slower sees the values that stand now; the other’s fields stay', async () => {
  const own = await make('contact', { text: 'one', number: 1 });
  const first = await house.ask(house.anna, 'PATCH', own, { custom: { text: 'two' } }, { 'if-match': '"1"' });
  assert.equal(first.status, 200);
  const slower = await house.ask(house.bo, 'PATCH', own, { custom: { number: 2 } }, { 'if-match': '"1"' });
  assert.deepEqual([slower.status, slower.body.present.custom], [412, { text: 'two', number: 1 }]);
  const both = await Promise.all([
    house.ask(house.anna, 'PATCH', own, { custom: { text: 'three' } }),
    house.ask(house.bo, 'PATCH', own, { custom: { number: 3 } }),
  ]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  const { body } = await house.ask(house.anna, 'GET', own);
  assert.deepEqual(body.custom, { text: 'three', number: 3 });
});

test('P10: values cost a list and a page no statement, and a change two at most', async () => {
  const own = await make('company', { text: 'x', multiChoice: ['red'] });
  const bare = await house.ask(house.anna, 'POST', '/api/companies', { name: 'Bare' });
  const plain = await house.ask(house.anna, 'GET', `/api/companies/${bare.body.id}`);
  const page = await house.ask(house.anna, 'GET', own);
  assert.equal(page.statements, plain.statements);
  const list = await house.ask(house.anna, 'GET', '/api/companies');
  assert.ok(list.statements <= 3, String(list.statements));
});
