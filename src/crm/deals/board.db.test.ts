import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const make = async (body: object) => {
  const made = await house.ask(house.anna, 'POST', '/api/deals', body);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body;
};
const board = async (query = '') => house.ask(house.anna, 'GET', `/api/deals/board${query}`);

interface Stage {
  key: string;
  count: number;
  sums: unknown;
  cards: { title: string; companyName: string | null; ownerName: string | null }[];
}

test('P5: the board says per stage how many deals, what they come to by currency, and what of it is likely', async () => {
  const { body: company } = await house.ask(house.anna, 'POST', '/api/companies', { name: 'Céramique' });
  await make({ title: 'Kiln', companyId: company.id, ownerId: house.bo.id, amount: 100_00, currency: 'EUR' });
  await make({ title: 'Kiln audit', amount: 51_01, currency: 'EUR', expectedClose: '2026-12-01' });
  await make({ title: 'Oven', amount: 900, currency: 'JPY' });
  await make({ title: 'Talk' });
  await make({ title: 'Rack', amount: 10_00, currency: 'EUR', stage: 'negotiation' });
  await make({ title: 'Done', amount: 70_00, currency: 'EUR', stage: 'won' });
  const { body, statements } = await board();
  assert.ok(statements <= 4, `${statements} with signing in`);
  const first = body.stages[0] as Stage;
  assert.deepEqual([first.key, first.count], ['new', 4]);
  assert.deepEqual(first.sums, [
    { currency: 'EUR', amount: 151_01, weighted: 15_10 },
    { currency: 'JPY', amount: 900, weighted: 90 },
  ]);
  assert.deepEqual(
    first.cards.map(({ title, companyName, ownerName }) => [title, companyName, ownerName !== null]),
    [
      ['Kiln audit', null, false],
      ['Talk', null, false],
      ['Oven', null, false],
      ['Kiln', 'Céramique', true],
    ],
    'what closes soonest, then the newest',
  );
  assert.equal(body.open.count, 5);
  assert.deepEqual(body.open.sums[0], { currency: 'EUR', amount: 161_01, weighted: 22_60 });
  const mine = await board(`?ownerId=${house.bo.id}`);
  assert.equal(mine.body.open.count, 1);
  const found = await board('?q=KILN&closesBefore=2026-12-02');
  assert.equal(found.body.open.count, 1);
});

test('P5: a stage shows its first 50 and still counts all of them', async () => {
  for (let number = 1; number <= 52; number += 1) await make({ title: `Many ${number}`, stage: 'proposal' });
  const { body } = await board('?q=many');
  const proposal = body.stages.find(({ key }: Stage) => key === 'proposal') as Stage;
  assert.deepEqual([proposal.count, proposal.cards.length], [52, 50]);
  const wanted = encodeURIComponent(JSON.stringify({ proposal: 100 }));
  const more = await board(`?q=many&cards=${wanted}`);
  const all = more.body.stages.find(({ key }: Stage) => key === 'proposal') as Stage;
  assert.equal(all.cards.length, 52);
  for (const cards of ['x', '[]', '{"proposal":0}', '{"proposal":9999}', '{"proposal":"1 or 1"}']) {
    const { status, body: refused } = await board(`?cards=${encodeURIComponent(cards)}`);
    assert.deepEqual([status, refused.errors[0].path], [422, 'cards'], cards);
  }
});

test('P10: the board is narrowed by the same filter as the list', async () => {
  await make({ title: 'Dear', amount: 900_00, currency: 'CHF' });
  await make({ title: 'Cheap', amount: 9_00, currency: 'CHF', stage: 'negotiation' });
  const filter = (conditions: object[]) => encodeURIComponent(JSON.stringify(conditions));
  const francs = { field: 'currency', is: 'is', value: 'CHF' };
  const { body } = await board(`?filter=${filter([francs])}`);
  assert.equal(body.open.count, 2);
  const dear = await board(`?filter=${filter([francs, { field: 'amount', is: 'at-least', value: 100_00 }])}`);
  assert.deepEqual(dear.body.open, {
    count: 1,
    sums: [{ currency: 'CHF', amount: 900_00, weighted: 90_00 }],
  });
  const dated = await board(
    `?timeZone=Europe/Warsaw&filter=${filter([{ field: 'createdAt', is: 'empty' }])}`,
  );
  assert.equal(dated.body.open.count, 0);
  const wrong = await board(`?filter=${filter([{ field: 'version', is: 'is', value: 1 }])}`);
  assert.equal(wrong.status, 422);
});

test('P5: a stage with live deals is not taken away; from the trash a deal does not hold it', async () => {
  const stages = (keys: string[]) => ({
    choices: keys.map((key) => ({ key, outcome: key === 'won' || key === 'lost' ? key : null })),
  });
  const write = (keys: string[]) => house.ask(house.anna, 'PUT', '/api/picklists/dealStage', stages(keys));
  const without = ['new', 'proposal', 'negotiation', 'won', 'lost'];
  const deal = await make({ title: 'Holds it', stage: 'qualified' });
  const held = await write(without);
  assert.deepEqual([held.status, held.body.used], [409, 1]);
  await house.ask(house.anna, 'DELETE', `/api/deals/${deal.id}`);
  assert.equal((await write(without)).status, 200);
  assert.equal((await board()).body.stages.length, 5);
});
