import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { fold } from '#platform/fold.ts';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
type Values = Record<string, string | number | boolean | string[]>;
const records: { id: string; custom: Values }[] = [];

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
const LONG = 'Ł'.repeat(300);
const SAMPLES: Record<string, readonly Values[string][]> = {
  text: ['Été', 'ete', 'été à Łódź', '100 %', 'a_b', 'axb', LONG, `${LONG}a`, `${LONG}b`],
  number: [-3, -0.5, 0, 1e-7, 2, 2.5, 1e15],
  date: ['2025-12-31', '2026-01-01', '2026-06-30'],
  choice: ['red', 'zolty', 'blue'],
  several: [['red'], ['red', 'blue'], ['zolty'], ['zolty', 'blue']],
  box: [true, false],
  link: ['https://example.com/A', 'https://example.com/b'],
};

before(async () => {
  house = await staffedHouse();
  const choices = [{ label: 'Red' }, { label: 'Żółty' }, { label: 'Blue' }];
  const fields = [
    { label: 'Text', type: 'text' },
    { label: 'Number', type: 'number' },
    { label: 'Date', type: 'date' },
    { label: 'Choice', type: 'choice', choices },
    { label: 'Several', type: 'multi-choice', choices },
    { label: 'Box', type: 'checkbox' },
    { label: 'Link', type: 'link' },
  ];
  for (const field of fields) {
    await house.ask(house.anna, 'POST', '/api/custom-fields', { kind: 'contact', ...field });
  }
  for (let n = 0; n < 25; n += 1) {
    const keys = Object.keys(SAMPLES).filter(() => Math.random() < 0.7);
    const custom = Object.fromEntries(keys.map((key) => [key, any(SAMPLES[key]!)]));
    const { body } = await house.ask(house.anna, 'POST', '/api/contacts', { name: `No ${n}`, custom });
    records.push({ id: body.id, custom: body.custom });
  }
});
after(() => house.close());

async function found(query: Record<string, string>, filter?: object[], limit = 4): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked = { ...query, limit: String(limit), ...(filter && { filter: JSON.stringify(filter) }) };
    const page = new URLSearchParams({ ...asked, ...(cursor && { cursor }) });
    const { status, body } = await house.ask(house.anna, 'GET', `/api/contacts?${page}`);
    assert.equal(status, 200, JSON.stringify(body));
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.next;
  }
  return ids;
}

const CONDITIONS: Record<string, readonly string[]> = {
  text: ['contains', 'is', 'is-not', 'begins', 'known', 'empty'],
  link: ['contains', 'is', 'is-not', 'begins', 'known', 'empty'],
  number: ['is', 'at-least', 'at-most', 'between', 'known', 'empty'],
  date: ['is', 'before', 'after', 'between', 'known', 'empty'],
  choice: ['is', 'is-not', 'any-of', 'known', 'empty'],
  several: ['is', 'is-not', 'any-of', 'known', 'empty'],
  box: ['is'],
};

/** The same, slowly: one record after the other. */
function fits(key: string, is: string, wanted: unknown[], value: Values[string] | undefined): boolean {
  if (key === 'box') return (value ?? false) === wanted[0];
  if (is === 'empty' || is === 'known') return (value === undefined) === (is === 'empty');
  if (is === 'is-not') return !fits(key, 'is', wanted, value);
  if (value === undefined) return false;
  const isText = key === 'text' || key === 'link';
  const read = (one: unknown) => (isText ? fold(String(one)) : one) as string;
  const [first, last] = wanted.map(read) as [string, string];
  return [value]
    .flat()
    .map(read)
    .some((one) => {
      if (is === 'contains') return one.includes(first);
      if (is === 'begins') return one.startsWith(first);
      if (is === 'any-of') return wanted.includes(one);
      if (is === 'between') return one >= first && one <= last;
      if (is === 'at-least') return one >= first;
      if (is === 'at-most') return one <= first;
      if (is === 'before') return one < first;
      return is === 'after' ? one > first : one === first;
    });
}

test('P10: lists are filtered by own fields as a slow reading of every record would', async () => {
  for (const [key, conditions] of Object.entries(CONDITIONS)) {
    for (const is of conditions) {
      const values = SAMPLES[key]!.flat();
      const sorted = [any(values), any(values)].toSorted((one, other) => (one < other ? -1 : 1));
      const wanted = is === 'between' || is === 'any-of' ? sorted : [any(values)];
      const none = is === 'known' || is === 'empty';
      const value = none ? null : wanted.length > 1 ? wanted : wanted[0];
      const given = [{ field: `custom.${key}`, is, value }];
      const slow = records.filter(({ custom }) => fits(key, is, wanted, custom[key])).map(({ id }) => id);
      assert.deepEqual((await found({}, given, 50)).toSorted(), slow.toSorted(), JSON.stringify(given));
    }
  }
});

test('P10: several conditions hold together, with the list’s own', async () => {
  const both = [
    { field: 'custom.several', is: 'any-of', value: ['blue'] },
    { field: 'custom.box', is: 'is', value: false },
    { field: 'name', is: 'contains', value: '1' },
  ];
  const slow = records.filter(
    ({ custom }, at) =>
      `No ${at}`.includes('1') &&
      !custom['box'] &&
      (custom['several'] as string[] | undefined)?.includes('blue'),
  );
  assert.deepEqual((await found({}, both)).toSorted(), slow.map(({ id }) => id).toSorted());
  const ids = await house.ask(
    house.anna,
    'GET',
    `/api/contacts/ids?${new URLSearchParams({ filter: JSON.stringify(both) })}`,
  );
  assert.deepEqual([ids.status, ids.body.count], [200, slow.length]);
});

test('P10: lists are sorted by own fields, both ways, page by page, empty ones first', async () => {
  for (const key of Object.keys(SAMPLES)) {
    const valueOf = (id: string) => {
      const value = [records.find((one) => one.id === id)!.custom[key]].flat()[0];
      if (key === 'number' || key === 'box') return value === undefined ? -Infinity : Number(value);
      return fold(String(value ?? '')).slice(0, 100);
    };
    for (const way of ['', '-']) {
      const ids = await found({ sort: `${way}custom.${key}` });
      assert.equal(new Set(ids).size, records.length, key);
      const values = ids.map(valueOf);
      const inOrder = way === '' ? values : values.toReversed();
      if (key === 'text' || key === 'link') {
        const empty = inOrder.filter((value) => value === '').length;
        assert.ok(inOrder.slice(0, empty).every((value) => value === ''));
      } else {
        assert.deepEqual(
          inOrder,
          inOrder.toSorted((one, other) => (one < other ? -1 : Number(one > other))),
          key,
        );
      }
    }
  }
});

test('P10: a list by an own field takes one statement more', async () => {
  const plain = await house.ask(house.anna, 'GET', '/api/contacts');
  const filter = JSON.stringify([{ field: 'custom.choice', is: 'known', value: null }]);
  const asked = `/api/contacts?${new URLSearchParams({ filter, sort: '-custom.number' })}`;
  const { statements } = await house.ask(house.anna, 'GET', asked);
  assert.ok(statements <= plain.statements + 1, `${plain.statements} and ${statements}`);
});

test('ABUSE 27: a filter or order by a field that is none, or by a condition it has not, is refused', async () => {
  const wrong = [
    ['filter', JSON.stringify([{ field: 'custom.none', is: 'known', value: null }])],
    ['filter', JSON.stringify([{ field: 'custom.number', is: 'contains', value: '1' }])],
    ['filter', JSON.stringify([{ field: 'custom.number', is: 'is', value: '1' }])],
    ['filter', JSON.stringify([{ field: 'custom.date', is: 'is', value: '2026-02-30' }])],
    ['filter', JSON.stringify([{ field: 'custom.__proto__', is: 'known', value: null }])],
    ['sort', 'custom.none'],
    ['sort', '-custom.'],
    ['sort', "custom.text' or 1=1"],
  ] as const;
  for (const [name, value] of wrong) {
    const { status, body } = await house.ask(
      house.anna,
      'GET',
      `/api/contacts?${new URLSearchParams({ [name]: value })}`,
    );
    assert.deepEqual([status, body.errors[0].path], [422, name], value);
  }
  const elsewhere = await house.ask(house.stranger, 'GET', '/api/contacts?sort=custom.number');
  assert.equal(elsewhere.status, 422, 'the fields of a workspace are its own');
});

test('P10: the file of a list has own fields under their labels, choices in words', async () => {
  const name = 'In the file';
  const custom = { text: '=1+1', number: 2.5, several: ['red', 'zolty'], box: true, date: '2026-01-01' };
  await house.ask(house.anna, 'POST', '/api/contacts', { name, custom });
  const answer = await house.app.request('/api/contacts.csv', {
    headers: { authorization: `Bearer ${house.anna.key}` },
  });
  const rows: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
  const row = rows.find((one) => one['name'] === name)!;
  assert.deepEqual(
    ['Text', 'Number', 'Date', 'Choice', 'Several', 'Box', 'Link'].map((label) => row[label]),
    ["'=1+1", '2.5', '2026-01-01', '', 'Red; Żółty', 'true', ''],
  );
});

test('P10: own fields of many records are changed at once, and back', async () => {
  const [one, two] = records as [(typeof records)[0], (typeof records)[0]];
  const ids = [one.id, two.id];
  const custom = { text: 'the same', choice: null };
  const asked = { ids, change: { custom } };
  const { status, body } = await house.ask(house.anna, 'POST', '/api/contacts/changes', asked);
  assert.deepEqual([status, body.done], [200, ids]);
  assert.deepEqual(
    await found({}, [{ field: 'custom.text', is: 'is', value: 'The SAME' }]),
    ids.toReversed(),
  );
  const back = await house.ask(house.anna, 'POST', '/api/contacts/reversals', { changed: body.changed });
  assert.deepEqual([back.status, back.body.done], [200, ids]);
  for (const { id, custom: before } of [one, two]) {
    const { body: record } = await house.ask(house.anna, 'GET', `/api/contacts/${id}`);
    assert.deepEqual(record.custom, before);
  }
  const wrong = { ids, change: { custom: { choice: 'green' } } };
  const refused = await house.ask(house.anna, 'POST', '/api/contacts/changes', wrong);
  assert.deepEqual([refused.body.done, refused.body.refused.length], [[], 2]);
});
