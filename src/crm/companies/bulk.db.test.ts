import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/companies';

async function make(name: string, more: object = {}): Promise<string> {
  const { status, body } = await house.ask(house.anna, 'POST', path, { name, ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

async function download(address: string, as = house.anna): Promise<{ type: string | null; text: string }> {
  const answer = await house.app.request(address, { headers: { authorization: `Bearer ${as.key}` } });
  assert.equal(answer.status, 200);
  return {
    type: answer.headers.get('content-type'),
    text: Buffer.from(await answer.arrayBuffer()).toString(),
  };
}

test('P10: owner and stage of many are changed at once; each answers for itself, and each has its history', async () => {
  const eve = await house.hire('Eve');
  const [free, annas] = [await make('Free'), await make('Anna’s', { ownerId: house.anna.id })];
  const change = { stage: 'partner', ownerId: eve.id };
  const { status, body } = await house.ask(eve, 'POST', `${path}/changes`, {
    ids: [free, annas, free],
    change,
  });
  assert.equal(status, 200);
  assert.deepEqual(
    [body.done, body.refused.map((one: { id: string; status: number }) => [one.id, one.status])],
    [[free], [[annas, 404]]],
  );
  const { body: company } = await house.ask(eve, 'GET', `${path}/${free}`);
  assert.deepEqual([company.stage, company.ownerId], ['partner', eve.id]);
  const { body: timeline } = await house.ask(eve, 'GET', `${path}/${free}/timeline`);
  assert.equal(timeline.items[0].data.changes.length, 2);
});

test('P9, P10: many go to the trash and come back', async () => {
  const ids = [await make('One'), await make('Two')];
  const gone = await house.ask(house.anna, 'POST', `${path}/trash`, { ids });
  assert.deepEqual([gone.status, gone.body], [200, { done: ids, refused: [] }]);
  for (const id of ids) assert.equal((await house.ask(house.anna, 'GET', `${path}/${id}`)).status, 404);
  const again = await house.ask(house.anna, 'POST', `${path}/trash`, { ids });
  assert.deepEqual([again.body.done, again.body.refused.length], [[], 2]);
  const back = await house.ask(house.anna, 'POST', `${path}/restorations`, { ids });
  assert.deepEqual(back.body.done, ids);
});

test('what is no change, no list or too many is refused whole', async () => {
  const id = await make('Stays');
  const wrong: [string, object][] = [
    ['changes', { ids: [id], change: {} }],
    ['changes', { ids: [id], change: { stage: 'friend' } }],
    ['changes', { ids: [id], change: { version: 7 } }],
    ['changes', { ids: [], change: { stage: 'partner' } }],
    ['trash', { ids: Array.from({ length: 501 }, () => id) }],
    ['trash', { ids: ['x'] }],
    ['restorations', {}],
  ];
  for (const [act, body] of wrong)
    assert.equal((await house.ask(house.anna, 'POST', `${path}/${act}`, body)).status, 422, act);
  const { body } = await house.ask(house.anna, 'GET', `${path}/${id}`);
  assert.deepEqual([body.stage, body.version], ['prospect', 1]);
});

test('P10, ABUSE 26: the list as CSV has every page of it, and no cell is a formula', async () => {
  const formulas = ['=HYPERLINK("http://evil.example")', '+1 cmd', '-2+3', '@SUM(A1)'];
  for (const [n, name] of formulas.entries()) await make(name, { industry: 'Danger', marketShare: n });
  await make('Comma, "quote"', { industry: 'Danger', annualRevenue: { amount: 12_50, currency: 'EUR' } });
  for (let n = 0; n < 502; n++) await make(`Mill ${n}`, { industry: 'Mills' });
  const filtered = (industry: string) =>
    `${path}.csv?sort=name&filter=${encodeURIComponent(JSON.stringify([{ field: 'industry', is: 'is', value: industry }]))}`;
  const { type, text } = await download(filtered('Danger'));
  assert.match(type ?? '', /^text\/csv; charset=utf-8/);
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  const names = new Set(rows.map(({ name }) => name));
  assert.deepEqual(names, new Set([...formulas.map((name) => `'${name}`), 'Comma, "quote"']));
  const priced = rows.find(({ name }) => name === 'Comma, "quote"')!;
  assert.deepEqual([priced.annualRevenue, priced.stage, priced.marketShare], ['12.50 EUR', 'prospect', '']);
  const mills = await download(filtered('Mills'));
  assert.equal(parse(mills.text, { bom: true, columns: true }).length, 502);
  assert.match((await download(filtered('Nothing'))).text, /^\uFEFF?id,stage,/);
});

test('P9: a rep’s file holds no record of another', async () => {
  await make('Secret of Anna', { ownerId: house.anna.id });
  const zoe = await house.hire('Zoé');
  const { text } = await download(`${path}.csv`, zoe);
  assert.match(text, /Mill 7/);
  assert.doesNotMatch(text, /Secret of Anna/);
});

test('P10: a change of many is taken back, each to what it was, unless it was changed since', async () => {
  const [one, two] = [
    await make('Back', { stage: 'customer' }),
    await make('Later', { ownerId: house.bo.id }),
  ];
  const ids = [one, two];
  const change = { stage: 'former', ownerId: house.anna.id };
  const { body } = await house.ask(house.anna, 'POST', `${path}/changes`, { ids, change });
  assert.deepEqual(body.changed, [
    { id: one, version: 2, before: { stage: 'customer', ownerId: null } },
    { id: two, version: 2, before: { stage: 'prospect', ownerId: house.bo.id } },
  ]);
  const same = await house.ask(house.anna, 'POST', `${path}/changes`, { ids, change });
  assert.deepEqual([same.body.done, same.body.changed], [ids, []]);
  await house.ask(house.anna, 'PATCH', `${path}/${two}`, { industry: 'Mills' });
  const back = await house.ask(house.anna, 'POST', `${path}/reversals`, { changed: body.changed });
  assert.deepEqual(
    [back.status, back.body.done, back.body.refused.map(({ status }: { status: number }) => status)],
    [200, [one], [412]],
  );
  const { body: company } = await house.ask(house.anna, 'GET', `${path}/${one}`);
  assert.deepEqual([company.stage, company.ownerId, company.version], ['customer', null, 3]);
  const wrong = { changed: [{ id: one, version: 3, before: { closedAt: 'now' } }] };
  assert.equal((await house.ask(house.anna, 'POST', `${path}/reversals`, wrong)).status, 422);
});

test('P10: all that fit a filter are told by their ids, page by page, with how many there are', async () => {
  const filter = encodeURIComponent(JSON.stringify([{ field: 'industry', is: 'is', value: 'Ovens' }]));
  for (let n = 0; n < 3; n++) await make(`Oven ${n}`, { industry: 'Ovens' });
  const { body, statements } = await house.ask(house.anna, 'GET', `${path}/ids?sort=name&filter=${filter}`);
  assert.deepEqual([body.items.length, body.next, body.count], [3, null, 3]);
  assert.ok(statements <= 3, `${statements} with signing in`);
  const all: string[] = [];
  let count = 0;
  for (let next: string | null = ''; next !== null;) {
    const page = await house.ask(house.anna, 'GET', `${path}/ids${next && `?cursor=${next}`}`);
    count ||= page.body.count;
    all.push(...page.body.items);
    next = page.body.next;
  }
  assert.equal(new Set(all).size, count);
  const eve = await house.hire('Walter');
  const seen = await house.ask(eve, 'GET', `${path}/ids`);
  assert.ok(seen.body.count < count, 'others’ companies are not among them');
});
