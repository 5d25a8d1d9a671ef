import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connectedHouse, type ConnectedHouse } from '#calendars/outside/connected.test-support.ts';

let house: ConnectedHouse;
before(async () => (house = await connectedHouse()));
after(() => house.close());

test('K1: what a calendar holds is read page by page, then only what changed', async () => {
  const { service, bo } = house;
  for (const hour of [9, 10, 11, 12, 13]) {
    service.put('work', `${hour}.ics`, {
      start: `2026-12-01T${hour < 10 ? '0' : ''}${hour}:00:00Z`,
      end: `2026-12-01T${hour}:30:00Z`,
    });
  }
  const ids = await house.connect(bo);
  await house.read();
  assert.equal((await house.closed(bo)).length, 5);
  const row = await house.row(ids.work!);
  assert.deepEqual([row.problem, row.progress_done, row.reading_until, row.write_here], [null, 5, null, 1]);
  service.asked.told = 0;
  service.remove('work', '10.ics');
  service.put('work', '11.ics', { start: '2026-12-02T11:00:00Z', end: '2026-12-02T12:00:00Z' });
  house.clock.advance(6);
  await house.read();
  assert.deepEqual(await house.closed(bo), [
    '2026-12-01T09:00',
    '2026-12-01T12:00',
    '2026-12-01T13:00',
    '2026-12-02T11:00',
  ]);
  assert.equal(service.asked.told, 1);
});
