import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../demo/staff.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

test('A1: hours, absences and holiday lists of a member come in one answer; reasons only for who may see them', async () => {
  const { anna, bo } = house;
  await house.ask(anna, 'POST', '/api/holiday-lists', { name: 'Lyon', days: [] });
  const away = { from: '2099-12-01', to: '2099-12-03', reason: 'Leave' };
  await house.ask(anna, 'POST', `/api/members/${anna.id}/absences`, away);
  await house.ask(anna, 'POST', `/api/members/${anna.id}/absences`, { from: '2099-01-01', to: '2099-01-01' });
  const path = `/api/members/${anna.id}/time?from=2099-12-02`;
  const own = await house.ask(anna, 'GET', path);
  assert.equal(own.status, 200);
  const { body: hours, etag } = await house.ask(anna, 'GET', `/api/members/${anna.id}/hours`);
  assert.deepEqual(own.body.hours, { ...hours, version: Number(etag!.replaceAll('"', '')) });
  assert.deepEqual(
    own.body.absences.map((one: { reason: string }) => one.reason),
    ['Leave'],
  );
  assert.deepEqual(
    own.body.holidayLists.map((one: { name: string }) => one.name),
    ['Lyon'],
  );
  assert.equal(own.body.member.id, anna.id);
  const others = await house.ask(bo, 'GET', path);
  assert.deepEqual(
    others.body.absences.map((one: { reason: null }) => one.reason),
    [null],
  );
  assert.equal(
    (await house.ask(bo, 'GET', '/api/members/0198f000-0000-7000-8000-000000000000/time')).status,
    404,
  );
});
