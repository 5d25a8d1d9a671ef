import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type Colleague, type StaffedHouse } from '../../../demo/staff.ts';
import { fill } from '../../../migrations/0018-merging.ts';

let house: StaffedHouse;
let eve: Colleague;
let seer: Colleague;
before(async () => {
  house = await staffedHouse();
  eve = await house.hire('Eve');
  seer = await house.hire('Seer', { permissions: ['see-all-records'] });
});
after(() => house.close());

const ask = (method: string, path: string, body?: object, as = house.anna) =>
  house.ask(as, method, path, body);
const make = async (path: string, fields: object): Promise<string> => {
  const { status, body } = await ask('POST', `/api/${path}`, fields);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};
const person = (name: string, address?: string, more: object = {}) => ({
  name,
  ...(address && { emails: [{ address, primary: true }] }),
  ...more,
});
interface Pair {
  records: { id: string; name: string }[];
  shares: string[];
  mayMerge: boolean;
}
const pairs = async (kind: string, as = house.anna, more = ''): Promise<Pair[]> =>
  (await ask('GET', `/api/duplicates?kind=${kind}${more}`, undefined, as)).body.items;
const idsOf = (list: Pair[]) => list.map(({ records }) => records.map(({ id }) => id));
const similar = async (query: Record<string, string>, as = house.anna) => {
  const { body, statements } = await ask(
    'GET',
    `/api/duplicates/similar?${new URLSearchParams(query).toString()}`,
    undefined,
    as,
  );
  return { found: body.items as { kind: string; id: string; shares: string[] }[], statements };
};

test('a person is recognised while they are typed: by any address, a number however written, a name', async () => {
  const id = await make('contacts', {
    name: 'Łucja Świątek',
    emails: [
      { address: 'lucja@typed.example', primary: true },
      { address: 'l.s@typed.example', primary: false },
    ],
    phones: [{ number: '+48 600 700 800', primary: true }],
  });
  const lead = await make('leads', person('Lucja Swiatek', 'other@typed.example', { phone: '600-700-800' }));
  const by = async (query: Record<string, string>) => {
    const { found } = await similar({ kind: 'contact', ...query });
    return found.map((one) => [one.id, ...one.shares]);
  };
  assert.deepEqual(await by({ email: ' L.S@Typed.example' }), [[id, 'email']]);
  const both = (found: string[][], by_: string) =>
    assert.deepEqual(new Set(found.map(String)), new Set([`${id},${by_}`, `${lead},${by_}`]));
  both(await by({ phone: '0048600700800' }), 'phone');
  both(await by({ name: 'swiatek, LUCJA' }), 'name');
  const [first] = await by({ name: 'Łucja Świątek', email: 'lucja@typed.example' });
  assert.deepEqual(first, [id, 'email', 'name'], 'who has most in common stands first');
  assert.deepEqual(await by({ name: 'Łucja', email: 'lucja', phone: '600' }), []);
  assert.deepEqual((await similar({ kind: 'lead', email: 'lucja@typed.example' })).found[0]!.kind, 'contact');
  await ask('DELETE', `/api/contacts/${id}`);
  assert.deepEqual(await by({ email: 'lucja@typed.example' }), []);
  assert.equal((await ask('GET', '/api/duplicates/similar?kind=deal')).status, 422);
});

test('a company is recognised by its site, its name without the legal form, and what its name begins with', async () => {
  const id = await make('companies', {
    name: 'Młyn Żółw Sp. z o.o.',
    website: 'https://www.zolw.example/pl',
  });
  const by = async (query: Record<string, string>) => {
    const { found, statements } = await similar({ kind: 'company', ...query });
    assert.ok(statements <= 2 + 1, `${statements} statements, one for who asks`);
    return found.map((one) => [one.id, ...one.shares]);
  };
  assert.deepEqual(await by({ name: 'Zolw Mlyn' }), [[id, 'name']]);
  assert.deepEqual(await by({ name: 'mły' }), [[id]]);
  assert.deepEqual(await by({ website: 'zolw.example' }), [[id, 'site']]);
  assert.deepEqual(await by({ name: 'Other', website: 'https://facebook.com/zolw' }), []);
});

test('P9: nobody is warned of a record, or shown a pair, that they may not see', async () => {
  const mine = person('Ana Perdrix', 'ana@hidden.example', { ownerId: house.anna.id });
  const one = await make('contacts', mine);
  await make('contacts', { ...mine, ownerId: null });
  assert.equal((await similar({ kind: 'contact', email: 'ana@hidden.example' }, eve)).found.length, 1);
  assert.equal((await similar({ kind: 'contact', email: 'ana@hidden.example' })).found.length, 2);
  assert.deepEqual(
    (await similar({ kind: 'contact', email: 'ana@hidden.example' }, house.stranger)).found,
    [],
  );
  assert.ok(idsOf(await pairs('contact')).some((ids) => ids.includes(one)));
  assert.deepEqual(await pairs('contact', eve), []);
  assert.deepEqual(await pairs('contact', house.stranger), []);
});

test('pairs share an address, a site, a company’s name, or name and number; said to be two they are gone for everybody', async () => {
  const first = await make('companies', { name: 'Grain d’Or', website: 'grain.example' });
  const second = await make('companies', { name: 'Grain d’or SARL', website: 'http://www.grain.example/x' });
  const [pair] = await pairs('company');
  assert.deepEqual(
    [pair!.records.map(({ id }) => id), pair!.shares.toSorted(), pair!.mayMerge],
    [[first, second], ['name', 'site'], true],
  );
  const a = await make('leads', person('Jan Nowak', undefined, { phone: '+33 6 01 02 03 04' }));
  const b = await make('leads', person('Nowak Jan', undefined, { phone: '06 01 02 03 04' }));
  await make('leads', person('Jan Nowak'));
  await make('leads', person('Émile', undefined, { phone: '06 01 02 03 04' }));
  assert.deepEqual(idsOf(await pairs('lead')), [[a, b]], 'a name alone or a number alone are none');

  const path = `/api/duplicates/distinct/lead/${b}/${a}`;
  assert.equal((await ask('PUT', path)).status, 204);
  assert.equal((await ask('PUT', path)).status, 204, 'twice does no harm');
  assert.deepEqual([await pairs('lead'), await pairs('lead', eve)], [[], []]);
  assert.equal((await ask('DELETE', path)).status, 204);
  assert.equal((await pairs('lead')).length, 1);

  await ask('POST', `/api/companies/${first}/merge`, { from: second });
  assert.deepEqual(await pairs('company'), []);
  await ask('PATCH', `/api/leads/${b}`, { phone: null });
  assert.deepEqual(await pairs('lead'), []);
});

test('P9: only who may edit both says that they are two', async () => {
  const fields = person('Two', 'two@two.example', { ownerId: house.anna.id });
  const [a, b] = [await make('contacts', fields), await make('contacts', fields)];
  const path = `/api/duplicates/distinct/contact/${a}/${b}`;
  for (const [who, status] of [
    [eve, 404],
    [seer, 403],
    [house.stranger, 404],
  ] as const) {
    assert.equal((await ask('PUT', path, undefined, who)).status, status);
    assert.equal((await ask('DELETE', path, undefined, who)).status, status);
  }
  const [seen] = (await pairs('contact', seer)).filter(({ records }) => records[0]!.id === a);
  assert.equal(seen!.mayMerge, false);
  assert.equal((await ask('PUT', `/api/duplicates/distinct/contact/${a}/${a}`)).status, 422);
});

test('pairs come in pages, each once; a crowd with one address does not make a pair of everybody with everybody', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 9; at++) {
    ids.push(await make('contacts', person(`Crowd ${at}`, 'info@crowd.example')));
  }
  const own = (list: Pair[]) => idsOf(list).filter(([one]) => ids.includes(one!));
  const all = own(await pairs('contact', house.anna, '&limit=100'));
  assert.equal(all.length, 1 + 2 + 3 + 4 * 5, 'each with the four before it');
  const paged: string[][] = [];
  let cursor = '';
  do {
    const { body } = await ask('GET', `/api/duplicates?kind=contact&limit=4${cursor}`);
    assert.ok(body.items.length <= 4);
    paged.push(...own(body.items));
    cursor = body.next && `&cursor=${body.next}`;
  } while (cursor);
  assert.deepEqual(paged, all);
  assert.equal((await ask('GET', '/api/duplicates?kind=contact&cursor=x')).status, 422);
});

test('records that were there before the keys are recognised once they are filled in', async () => {
  const before_ = {
    company: await pairs('company'),
    contact: await pairs('contact'),
    lead: await pairs('lead'),
  };
  await house.platform.db.transact(async (tx) => {
    await tx.deleteFrom('record_keys').execute();
    for (const kind of ['company', 'contact', 'lead'] as const) await fill(tx as never, kind);
  });
  for (const kind of ['company', 'contact', 'lead'] as const) {
    assert.deepEqual(await pairs(kind), before_[kind], kind);
  }
});
