import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
const NAMES = ['Émile', 'Łucja', 'Zoé', 'Adam', 'Brot & Co', '100% Rye'];

before(async () => {
  house = await staffedHouse();
  for (const [n, name] of NAMES.entries()) {
    house.clock.advance(60 * 24);
    const revenue = n === 2 ? null : { amount: n * 1000, currency: 'EUR' };
    const given = { name, industry: n < 3 ? 'Food' : null, marketShare: n * 10, annualRevenue: revenue };
    const { status, body } = await house.ask(house.anna, 'POST', '/api/companies', given);
    assert.equal(status, 201, JSON.stringify(body));
  }
});
after(() => house.close());

async function found(query: Record<string, string>, filter?: unknown): Promise<string[]> {
  const asked = new URLSearchParams({
    ...query,
    ...(filter !== undefined && { filter: JSON.stringify(filter) }),
  });
  const names: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = new URLSearchParams({ limit: '2', ...Object.fromEntries(asked), ...(cursor && { cursor }) });
    const { status, body } = await house.ask(house.anna, 'GET', `/api/companies?${page}`);
    assert.equal(status, 200, JSON.stringify(body));
    names.push(...body.items.map((one: { name: string }) => one.name));
    cursor = body.next;
  }
  return names;
}

test('P10: a list is sorted by any field, both ways, page by page, empty ones first', async () => {
  assert.deepEqual(await found({ sort: 'name' }), ['100% Rye', 'Adam', 'Brot & Co', 'Émile', 'Łucja', 'Zoé']);
  assert.deepEqual(await found({ sort: '-marketShare' }), NAMES.toReversed());
  assert.deepEqual(await found({ sort: 'annualRevenue' }), [
    'Zoé',
    'Émile',
    'Łucja',
    'Adam',
    'Brot & Co',
    '100% Rye',
  ]);
  assert.deepEqual(
    (await found({ sort: '-industry' })).slice(0, 3).toSorted(),
    ['Zoé', 'Émile', 'Łucja'].toSorted(),
  );
  assert.deepEqual(await found({ sort: 'createdAt' }), NAMES);
});

test('P10: conditions are joined by and; % and _ are letters, and accents fold', async () => {
  const by = (field: string, is: string, value: unknown = null) => ({ field, is, value });
  assert.deepEqual(
    await found({ sort: 'name' }, [by('industry', 'known'), by('marketShare', 'at-least', 10)]),
    ['Łucja', 'Zoé'],
  );
  assert.deepEqual(await found({}, [by('name', 'contains', 'EMI')]), ['Émile']);
  assert.deepEqual(await found({}, [by('name', 'contains', '0% r')]), ['100% Rye']);
  assert.deepEqual(await found({}, [by('name', 'begins', '%')]), []);
  assert.deepEqual(await found({}, [by('annualRevenue', 'empty')]), ['Zoé']);
  assert.deepEqual(await found({ sort: 'createdAt' }, [by('annualRevenue', 'between', [1000, 3000])]), [
    'Łucja',
    'Adam',
  ]);
  assert.deepEqual(await found({}, [by('industry', 'is-not', 'Food')]), ['100% Rye', 'Brot & Co', 'Adam']);
  assert.deepEqual(await found({}, [by('stage', 'any-of', ['customer', 'partner'])]), []);
  assert.deepEqual(await found({ sort: 'name' }, [by('ownerId', 'is', house.anna.id)]), []);
});

test('P10: a date means that whole day where the asker is', async () => {
  const { body } = await house.ask(house.anna, 'GET', '/api/companies?sort=createdAt&limit=2');
  const [first, second] = body.items.map((one: { createdAt: string }) => one.createdAt);
  const day = second.slice(0, 10);
  assert.deepEqual(await found({}, [{ field: 'createdAt', is: 'is', value: day }]), ['Łucja']);
  assert.deepEqual(await found({}, [{ field: 'createdAt', is: 'before', value: day }]), ['Émile']);
  const auckland = { timeZone: 'Pacific/Auckland' };
  const there = Temporal.Instant.from(first).toZonedDateTimeISO('Pacific/Auckland').toPlainDate().toString();
  assert.deepEqual(await found(auckland, [{ field: 'createdAt', is: 'is', value: there }]), ['Émile']);
});

test('ABUSE 27: a filter or order that is none is refused by name, and nothing is guessed', async () => {
  const wrong: [string, string][] = [
    ['filter', 'x'],
    ['filter', '{"$ne":1}'],
    ['filter', '[{"field":"__proto__","is":"is","value":"x"}]'],
    ['filter', '[{"field":"version","is":"is","value":1}]'],
    ['filter', '[{"field":"name","is":"like","value":"x"}]'],
    ['filter', '[{"field":"name","is":"is"}]'],
    ['filter', '[{"field":"name","is":"is","value":{"a":1}}]'],
    ['filter', '[{"field":"marketShare","is":"at-least","value":"1 or 1=1"}]'],
    ['filter', '[{"field":"createdAt","is":"is","value":"2026-02-30"}]'],
    ['filter', '[{"field":"ownerId","is":"is","value":"me"}]'],
    ['filter', `[${'{"field":"stage","is":"known"},'.repeat(20)}{"field":"stage","is":"known"}]`],
    ['sort', 'version'],
    ['sort', 'name_folded'],
    ['sort', '--name'],
    ['timeZone', '../../etc/passwd'],
  ];
  for (const [path, value] of wrong) {
    const asked = new URLSearchParams({ [path]: value });
    const { status, body } = await house.ask(house.anna, 'GET', `/api/companies?${asked}`);
    assert.deepEqual([status, body.errors?.[0].path], [422, path], value.slice(0, 60));
  }
});

test('P10: words that were written freely are found by a part of them, whatever their case and accents', async () => {
  const path = '/api/companies';
  await house.ask(house.anna, 'POST', path, { name: 'Péage', industry: 'Boulangerie Été, Łódź' });
  await house.ask(house.anna, 'POST', path, { name: 'Rail', industry: '50%_off' });
  const industry = (is: string, value: unknown) => found({}, [{ field: 'industry', is, value }]);
  assert.deepEqual(await industry('contains', 'ÉTÉ, lod'), ['Péage']);
  assert.deepEqual(await industry('begins', 'boulan'), ['Péage']);
  assert.deepEqual(await industry('contains', '%_'), ['Rail']);
  assert.deepEqual(await industry('any-of', ['50%_off', 'Nothing']), ['Rail']);
});

test('figures that no column holds are refused, and a made-up end of a page finds nothing or what comes after', async () => {
  const list = (query: Record<string, string>) =>
    house.ask(house.anna, 'GET', `/api/companies?${new URLSearchParams(query)}`);
  const value = (figure: string) => `[{"field": "marketShare", "is": "at-least", "value": ${figure}}]`;
  for (const figure of ['1e300', '1e-300', '1e999', '-1e39']) {
    assert.equal((await list({ filter: value(figure) })).status, 422, figure);
  }
  assert.equal((await list({ filter: value('0.1') })).status, 200);
  const tiny = await house.ask(house.anna, 'POST', '/api/companies', { name: 'Tiny', marketShare: 1e-300 });
  assert.deepEqual([tiny.status, tiny.body.marketShare], [201, 0]);
  const id = '00000000-0000-7000-8000-000000000000';
  for (const sort of ['marketShare', '-annualRevenue']) {
    for (const end of ['1.5', '1e-300', '99999999999999999999']) {
      const cursor = Buffer.from(`${id}${end}`).toString('base64url');
      assert.equal((await list({ sort, cursor })).status, 200, `${sort} ${end}`);
    }
  }
});
