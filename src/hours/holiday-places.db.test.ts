import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/holiday-lists';
const bring = (body: object) => house.ask(house.anna, 'POST', `${path}/import`, body);

test('B8: next year is added to the list that ends; its dates keep the names they have', async () => {
  const { body: list } = await bring({ country: 'PL', years: [2026] });
  const renamed = list.days.map((day: { date: string }) =>
    day.date === '2026-12-25' ? { ...day, name: 'Wigilia pieca' } : day,
  );
  await house.ask(house.anna, 'PATCH', `${path}/${list.id}`, { days: renamed });
  const added = await bring({ country: 'PL', years: [2026, 2027], intoListId: list.id });
  assert.deepEqual([added.status, added.body.id], [201, list.id]);
  const dates: { date: string; name: string }[] = added.body.days;
  assert.equal(dates.find(({ date }) => date === '2026-12-25')?.name, 'Wigilia pieca');
  assert.ok(dates.some(({ date }) => date === '2027-12-25'));
  assert.equal(new Set(dates.map(({ date }) => date)).size, dates.length);
  const all = await house.ask(house.bo, 'GET', path);
  assert.equal(all.body.items.length, 1, 'no second list is made');
});

test('an unknown list is refused at its field and nothing is made', async () => {
  const { status, body } = await bring({ country: 'PL', years: [2026], intoListId: house.anna.id });
  assert.deepEqual([status, body.errors[0].path], [422, 'intoListId']);
});

test('countries and regions that can be imported are named in the reader’s language', async () => {
  const { status, body } = await house.ask(house.bo, 'GET', '/api/holiday-places?language=fr');
  assert.equal(status, 200);
  const germany = body.items.find(({ code }: { code: string }) => code === 'DE');
  assert.equal(germany.name, 'Allemagne');
  assert.ok(germany.regions.some(({ code }: { code: string }) => code === 'BY'));
  assert.equal((await house.ask(house.bo, 'GET', '/api/holiday-places?language=xx')).status, 422);
});
