import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../demo/staff.ts';
import { fill } from '../../migrations/0015-search-terms.ts';
import { RECORD_KINDS } from '../crm/timeline/record-kinds.ts';
import type { SearchHit, SearchHits } from './search-fields.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const make = async (path: string, fields: object): Promise<{ id: string }> => {
  const { status, body } = await house.ask(house.anna, 'POST', path, fields);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const find = async (q: string, as = house.anna): Promise<SearchHits> =>
  (await house.ask(as, 'GET', `/api/search?q=${encodeURIComponent(q)}`)).body;
const titles = (hits: SearchHit[]): string[] => hits.map(({ title }) => title);

test('P10: companies, deals and tickets are found by the words of their names, companies by their site too', async () => {
  await make('/api/companies', { name: 'Młyn Żółw', website: 'https://zolw-mlyn.example/' });
  await make('/api/tickets', { subject: 'Żółw ticket: flour is wet' });
  await make('/api/deals', { title: 'Żółw deal, an oven' });
  const found = await find('ZOLW');
  assert.deepEqual(titles(found.companies), ['Młyn Żółw']);
  assert.equal(found.companies[0]!.subtitle, 'https://zolw-mlyn.example/');
  assert.deepEqual(titles(found.tickets), ['Żółw ticket: flour is wet']);
  assert.deepEqual(titles(found.deals), ['Żółw deal, an oven']);
  assert.deepEqual(titles((await find('zolw-mlyn.ex')).companies), ['Młyn Żółw']);
  assert.deepEqual(titles((await find('flour żół')).tickets), ['Żółw ticket: flour is wet']);
  assert.deepEqual((await find('zolw nothing')).companies, []);
  for (const kind of ['companies', 'deals', 'tickets'] as const)
    assert.deepEqual((await find('zolw', house.stranger))[kind], [], 'P9');
});

test('P10: a record is found by what it says now; the trash is not found, what comes out of it is', async () => {
  const emails = [{ address: 'ana@first.example', primary: true }];
  const { id } = await make('/api/contacts', { name: 'Ana Perdrix', emails });
  const own = `/api/contacts/${id}`;
  const finds = async (q: string) => titles((await find(q)).contacts);
  assert.deepEqual(await finds('first perdrix'), ['Ana Perdrix']);
  await house.ask(house.anna, 'PATCH', own, { emails: [{ address: 'ana@second.example', primary: true }] });
  assert.deepEqual([await finds('first'), await finds('second')], [[], ['Ana Perdrix']]);
  await house.ask(house.anna, 'PATCH', own, { name: 'Ana Caille' });
  assert.deepEqual(
    [await finds('perdrix'), await finds('caille'), await finds('second')],
    [[], ['Ana Caille'], ['Ana Caille']],
  );
  await house.ask(house.anna, 'DELETE', own);
  assert.deepEqual(await finds('caille'), []);
  await house.ask(house.anna, 'POST', `${own}/restoration`);
  assert.deepEqual(await finds('caille'), ['Ana Caille']);
});

test('P10: whole words stand before longer ones; who is called so before whose address begins so', async () => {
  const named = (name: string, address: string) =>
    make('/api/leads', { name, emails: [{ address, primary: true }] });
  await named('Robertine', 'r1@x.example');
  await named('Zed', 'rob@x.example');
  await named('Rob', 'r2@x.example');
  assert.deepEqual(titles((await find('rob')).leads), ['Rob', 'Robertine', 'Zed']);
});

test('P10: records that were there before the terms are found once they are filled in', async () => {
  const { id } = await make('/api/contacts', { name: 'Old Timer' });
  const gone = await make('/api/contacts', { name: 'Old Gone' });
  await house.ask(house.anna, 'DELETE', `/api/contacts/${gone.id}`);
  await house.platform.db.transact(async (tx) => {
    await tx.deleteFrom('search_terms').execute();
    for (const kind of RECORD_KINDS) await fill(tx as never, kind);
  });
  assert.deepEqual(
    (await find('old')).contacts.map((hit) => hit.id),
    [id],
  );
  assert.deepEqual(titles((await find('second')).contacts), ['Ana Caille']);
  assert.deepEqual(titles((await find('zolw')).companies), ['Młyn Żółw']);
});
