import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../demo/staff.ts';
import { readMember } from '#people/store.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const path = '/api/holiday-lists';
const NOEL = { date: '2026-12-25', name: 'Noël' };

async function listOf(days: unknown[] = [NOEL]): Promise<string> {
  const { status, body } = await house.ask(house.anna, 'POST', path, { name: 'Lyon', days });
  assert.equal(status, 201);
  return body.id;
}

async function giveTo(memberId: string, holidayListId: string | null): Promise<void> {
  await house.platform.db.transact((tx) =>
    tx
      .updateTable('members')
      .set({ holiday_list_id: holidayListId })
      .where('workspace_id', '=', house.anna.workspaceId)
      .where('member_id', '=', memberId)
      .execute(),
  );
}

test('A1: a holiday list is kept in the order of its dates, changed and deleted', async () => {
  const id = await listOf([NOEL, { date: '2026-05-01', name: 'Fête du travail' }]);
  const one = await house.ask(house.bo, 'GET', `${path}/${id}`);
  assert.deepEqual(
    one.body.days.map((day: { date: string }) => day.date),
    ['2026-05-01', '2026-12-25'],
  );
  const renamed = await house.ask(house.anna, 'PATCH', `${path}/${id}`, { name: 'Paris' });
  assert.equal(renamed.status, 200);
  assert.deepEqual([renamed.body.name, renamed.body.days.length, renamed.etag], ['Paris', 2, '"2"']);
  const all = await house.ask(house.bo, 'GET', path);
  assert.ok(all.body.items.some((list: { id: string }) => list.id === id));
  assert.equal((await house.ask(house.anna, 'DELETE', `${path}/${id}`)).status, 204);
  assert.equal((await house.ask(house.anna, 'GET', `${path}/${id}`)).status, 404);
});

test('C6: changing a list raises the version of everyone who keeps it, and of nobody else', async () => {
  const id = await listOf();
  await giveTo(house.bo.id, id);
  const versions = async () =>
    Promise.all(
      [house.anna, house.bo].map(
        async (who) => (await readMember(house.platform.db.read, who.workspaceId, who.id))!.version,
      ),
    );
  const [anna, bo] = await versions();
  await house.ask(house.anna, 'PATCH', `${path}/${id}`, { days: [] });
  assert.deepEqual(await versions(), [anna, bo! + 1]);
  await giveTo(house.bo.id, null);
});

test('A list in use is not deleted, and the answer says by whom', async () => {
  const id = await listOf();
  await giveTo(house.bo.id, id);
  const refused = await house.ask(house.anna, 'DELETE', `${path}/${id}`);
  assert.equal(refused.status, 409);
  assert.match(refused.body.detail, /in use by Bo\b/);
  assert.deepEqual(refused.body.usedBy, ['Bo']);
  await giveTo(house.bo.id, null);
  assert.equal((await house.ask(house.anna, 'DELETE', `${path}/${id}`)).status, 204);
});

test('Two who edit the same list: the second gets 412 with the present list', async () => {
  const id = await listOf();
  const ask = (name: string) =>
    house.ask(house.anna, 'PATCH', `${path}/${id}`, { name }, { 'if-match': '"1"' });
  assert.equal((await ask('One')).status, 200);
  const second = await ask('Two');
  assert.deepEqual([second.status, second.body.present.name], [412, 'One']);
});

test('A1: import makes a list of a country’s public holidays, named in the workspace’s language', async () => {
  const asked = { country: 'PL', years: [2027] };
  const { status, body } = await house.ask(house.anna, 'POST', `${path}/import`, asked);
  assert.equal(status, 201);
  assert.equal(body.name, 'Pologne 2027');
  assert.deepEqual(body.days[0], { date: '2027-01-01', name: 'Nouvel An' });
  const wrong: [object, string][] = [
    [{ country: 'XX' }, 'country'],
    [{ country: 'pl' }, 'country'],
    [{ country: '__proto__' }, 'country'],
    [{ region: 'BY' }, 'region'],
    [{ region: '../x' }, 'region'],
    [{ region: 'toString' }, 'region'],
    [{ years: [] }, 'years'],
    [{ years: [1999] }, 'years.0'],
    [{ years: [2101] }, 'years.0'],
    [{ years: [2026.5] }, 'years.0'],
    [{ years: [2026, 2026] }, 'years'],
    [{ years: [2026, 2027, 2028, 2029, 2030, 2031] }, 'years'],
    [{ language: 'fr' }, 'language'],
  ];
  for (const [change, at] of wrong) {
    const refused = await house.ask(house.anna, 'POST', `${path}/import`, { ...asked, ...change });
    assert.deepEqual([refused.status, refused.body.errors[0].path], [422, at], JSON.stringify(change));
  }
});

test('Lists are seen by everyone, edited with manage-settings, and not there for another workspace', async () => {
  const id = await listOf();
  const keeper = await house.hire('Chloé', { permissions: ['manage-settings'] });
  const asks: [string, string, unknown?][] = [
    ['POST', path, { name: 'Mine', days: [] }],
    ['POST', `${path}/import`, { country: 'FR', years: [2026] }],
    ['PATCH', `${path}/${id}`, { name: 'Mine' }],
    ['DELETE', `${path}/${id}`],
  ];
  for (const [method, address, body] of asks) {
    assert.equal((await house.ask(house.bo, method, address, body)).status, 403, method);
  }
  for (const [method, address, body] of asks.slice(2)) {
    assert.equal((await house.ask(house.stranger, method, address, body)).status, 404, method);
  }
  assert.equal((await house.ask(house.stranger, 'GET', `${path}/${id}`)).status, 404);
  assert.equal((await house.ask(keeper, 'PATCH', `${path}/${id}`, { name: 'Hers' })).status, 200);
});

test('Every wrong list is refused', async () => {
  const wrong: unknown[] = [
    { name: '', days: [] },
    { name: 'n'.repeat(300), days: [] },
    { name: 'a\u0000b', days: [] },
    { name: '\udfff', days: [] },
    { name: 'Lyon' },
    { name: 'Lyon', days: [{ date: '2026-02-30', name: 'x' }] },
    { name: 'Lyon', days: [{ date: '2026-12-25', name: ' \u2028 ' }] },
    { name: 'Lyon', days: [NOEL, NOEL] },
    { name: 'Lyon', days: [{ ...NOEL, closed: true }] },
    { name: 'Lyon', days: [], version: 3 },
    { name: { $ne: 1 }, days: [] },
  ];
  for (const body of wrong) {
    const { status } = await house.ask(house.anna, 'POST', path, body);
    assert.equal(status, 422, JSON.stringify(body));
  }
});
