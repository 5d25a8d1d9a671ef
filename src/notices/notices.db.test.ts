import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staffedHouse, type StaffedHouse } from '../../demo/staff.ts';
import { notify } from './notify.ts';

let house: StaffedHouse;
before(async () => (house = await staffedHouse()));
after(() => house.close());

const LEAD = { kind: 'lead', id: '018f0000-0000-7000-8000-000000000001' };

function tell(subjectId: string, memberIds: string[], byId: string | null = null): Promise<string[]> {
  const { workspaceId } = house.anna;
  const at = '2026-12-01T09:00:00.000Z';
  const notice = {
    workspaceId,
    kind: 'task-due',
    subjectId,
    record: LEAD,
    byId,
    at,
    data: { title: 'Call' },
  };
  return house.platform.db.transact((tx) => notify(tx, notice, memberIds));
}

test('Each member is told of one thing once, and never of what they did themselves', async () => {
  const { anna, bo } = house;
  assert.deepEqual(await tell('a', [anna.id, bo.id, bo.id], anna.id), [bo.id]);
  assert.deepEqual(await tell('a', [anna.id, bo.id]), [anna.id]);
  assert.deepEqual(await tell('a', []), []);
});

test('Notices come newest first, page by page, and are read one by one or all together', async () => {
  const noor = await house.hire('Noor');
  for (const subject of ['b', 'c', 'd']) await tell(subject, [noor.id]);
  const { body: first } = await house.ask(noor, 'GET', '/api/notices?limit=2');
  const { body: rest } = await house.ask(noor, 'GET', `/api/notices?limit=2&cursor=${first.next}`);
  assert.deepEqual([first.items.length, rest.items.length, rest.next, first.unread], [2, 1, null, 3]);
  const [newest] = first.items;
  assert.deepEqual([newest.record, newest.byId, newest.data], [LEAD, null, { title: 'Call' }]);

  assert.equal((await house.ask(noor, 'POST', `/api/notices/${newest.id}/reading`)).status, 204);
  assert.equal((await house.ask(noor, 'POST', `/api/notices/${newest.id}/reading`)).status, 204);
  const { body: unread } = await house.ask(noor, 'GET', '/api/notices?unread=true');
  assert.deepEqual([unread.unread, unread.items.length], [2, 2]);
  assert.equal((await house.ask(noor, 'GET', '/api/me')).body.unreadNotices, 2);

  assert.equal((await house.ask(noor, 'POST', '/api/notices/reading')).status, 204);
  const { body: all } = await house.ask(noor, 'GET', '/api/notices');
  assert.deepEqual([all.unread, all.items.length], [0, 3]);
  assert.ok(all.items.every(({ readAt }: { readAt: string | null }) => readAt !== null));
});

test('ABUSE 18: another’s notices cannot be seen or read', async () => {
  await tell('e', [house.bo.id]);
  const { body } = await house.ask(house.bo, 'GET', '/api/notices?unread=true');
  const [notice] = body.items;
  for (const who of [house.anna, house.stranger]) {
    assert.equal((await house.ask(who, 'POST', `/api/notices/${notice.id}/reading`)).status, 404);
  }
  await house.ask(house.stranger, 'POST', '/api/notices/reading');
  assert.equal((await house.ask(house.bo, 'GET', '/api/notices')).body.unread, body.unread);
  assert.equal((await house.ask(house.bo, 'GET', '/api/notices?cursor=x')).status, 422);
});
