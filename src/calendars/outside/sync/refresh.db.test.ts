import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countingStatements } from '#platform/db/statements.ts';
import { connectedHouse, type ConnectedHouse } from '#calendars/outside/connected.test-support.ts';
import type { Colleague } from '../../../../demo/staff.ts';
import { readNow } from './readings.ts';
import { refreshCalendars } from './refresh-calendars.ts';

let house: ConnectedHouse;
before(async () => (house = await connectedHouse()));
after(() => house.close());

const refresh = (who: Colleague[], budgetMs?: number) =>
  refreshCalendars(house.platform, house.outside, {
    workspaceId: house.bo.workspaceId,
    memberIds: who.map(({ id }) => id),
    budgetMs,
  });

async function connected(name: string): Promise<{ who: Colleague; id: string }> {
  const who = await house.hire(name);
  const { work } = await house.connect(who);
  await house.read();
  return { who, id: work! };
}

test('A9: before a booking what is older than a minute is read again, and what is fresh is not', async () => {
  const { who } = await connected('Ada');
  const { asked } = house.service;
  const before = asked.readings;
  const statements = await countingStatements(async (count) => {
    assert.equal((await refresh([who, house.anna])).size, 0);
    return count.statements;
  });
  assert.deepEqual([asked.readings, statements], [before, 1], 'fresh ones cost one statement');
  house.clock.advance(2);
  house.service.put('work', 'late.ics', { start: '2026-12-01T09:00:00Z', end: '2026-12-01T10:00:00Z' });
  assert.equal((await refresh([who, house.anna])).size, 0);
  assert.equal(asked.readings, before + 2);
  assert.deepEqual(await house.closed(who), ['2026-12-01T09:00']);
});

test('A9: whoever cannot be read is named; a server that asks to wait is not asked again', async () => {
  const [one, other] = [await connected('Bela'), await connected('Cyril')];
  await house.ask(other.who, 'PATCH', `/api/members/${other.who.id}/calendars/${other.id}`, { sync: false });
  house.clock.advance(2);
  house.service.fails('wait', { retryAfterMs: 600_000 });
  assert.deepEqual([...(await refresh([one.who]))], [one.who.id]);
  const { readings } = house.service.asked;
  assert.deepEqual([...(await refresh([one.who]))], [one.who.id]);
  assert.equal(house.service.asked.readings, readings);
  house.service.fails(null);
  assert.deepEqual([...(await refresh([other.who]))], []);
});

test('A9: who takes longer than a visitor waits is left out, and the reading goes on', async () => {
  const { who, id } = await connected('Dora');
  for (const hour of [10, 11, 12]) {
    house.service.put('work', `${hour}.ics`, {
      start: `2026-12-03T${hour}:00:00Z`,
      end: `2026-12-03T${hour}:30:00Z`,
    });
  }
  house.clock.advance(2);
  const gate = house.service.holdBack();
  assert.deepEqual([...(await refresh([who], 60))], [who.id]);
  await gate.reached;
  const shared = readNow(house.platform, house.outside, { workspaceId: who.workspaceId, calendarId: id });
  const second = refresh([who], 30_000);
  gate.release();
  assert.equal(await shared, 'read');
  assert.equal((await second).size, 0, 'it waits for the reading that is under way');
  assert.ok((await house.closed(who)).includes('2026-12-03T12:00'));
});
