import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import type { Person } from '../../demo/open-termika.ts';
import { changeRotation } from './change-rotation.ts';
import { entriesOf, namesIn, rotatingTermika } from './office.test-support.ts';
import { makeRotation } from './make-rotation.ts';
import type { RotationChangesInput } from './rotation-fields.ts';
import { readHosts } from './store-hosts.ts';
import { readRotation } from './store.ts';
import type { Tally } from './tally.ts';

const t = await rotatingTermika();
const { anna, bo, ines, tomasz } = t;
after(() => t.close());

const caller = {
  workspaceId: t.workspaceId,
  memberId: anna.id,
  role: 'owner' as const,
  permissions: new Set<never>(),
  seat: true,
  via: 'key' as const,
};
let booked: Map<string, number>;
let newest: string | null;
const tally: Tally = {
  countsOf: async (_db, _rotation, hosts) =>
    new Map(hosts.map(({ memberId, credit }) => [memberId, credit + (booked.get(memberId) ?? 0)])),
  newestMadeAt: async () => newest,
};
beforeEach(() => {
  booked = new Map();
  newest = null;
});

let made = 0;
const rotate = (members: Person[], more: object = {}) => {
  made += 1;
  const input = { name: `Counted ${made}`, members: entriesOf(members), ...more };
  return makeRotation(t.platform, tally, caller, input);
};
const change = (id: string, input: RotationChangesInput) =>
  changeRotation(t.platform, tally, caller, id, input, undefined);
const rowOf = async (id: string) => (await readRotation(t.platform.db.read, t.workspaceId, id))!;
const creditsOf = async (id: string) =>
  (await readHosts(t.platform.db.read, { workspaceId: t.workspaceId, id })).map(({ credit }) => credit);

test('R7: adding a new member begins the counting anew for everybody, and says because of whom', async () => {
  const { id, countingFrom, countingBecause } = await rotate([anna, bo]);
  assert.equal(countingBecause, null);
  t.clock.advance(90);
  await change(id, { members: entriesOf([anna, bo, ines]) });
  const shown = await t.look(id);
  assert.ok(shown.countingFrom > countingFrom);
  assert.equal(shown.countingFrom, new Date(t.clock.now()).toISOString());
  assert.deepEqual(shown.countingBecause, { memberId: ines.id, name: ines.name });
});

test('R7: so does somebody who comes through a team', async () => {
  const team = await t.team('Starters', [bo]);
  const { id, countingFrom } = await t.rotate([team]);
  t.clock.advance(5);
  await t.join(team, ines);
  const shown = await t.look(id);
  assert.ok(shown.countingFrom > countingFrom);
  assert.equal(shown.countingBecause?.memberId, ines.id);
});

test('R7: renaming, removing, weighing, switching and moving begin nothing anew', async () => {
  const { id, countingFrom } = await rotate([anna, bo, ines]);
  t.clock.advance(5);
  await change(id, { name: 'Called otherwise', countCancelled: true, weights: { [bo.id]: 3 } });
  await change(id, { members: entriesOf([ines, bo]) });
  await t.toggle(id, bo, false);
  const row = await rowOf(id);
  assert.deepEqual([row.countingFrom, row.countingBecause], [countingFrom, null]);
  assert.deepEqual(namesIn(await t.look(id)), ['Ines', 'Bo']);
});

test('R7: a new beginning lies after every meeting made before it, even of the same millisecond', async () => {
  const { id } = await rotate([anna]);
  newest = new Date(t.clock.now() + 4).toISOString();
  await change(id, { members: entriesOf([anna, bo]) });
  assert.equal((await rowOf(id)).countingFrom, new Date(t.clock.now() + 5).toISOString());
});

test('R7: a member who was removed and returns is new, on again, and weighs nothing special', async () => {
  const { id } = await rotate([anna, bo], { weights: { [bo.id]: 4 } });
  await t.toggle(id, bo, false);
  await change(id, { members: entriesOf([anna]) });
  t.clock.advance(5);
  await change(id, { members: entriesOf([anna, bo]) });
  const shown = await t.look(id);
  assert.equal(shown.countingBecause?.memberId, bo.id);
  assert.deepEqual(shown.weights, {});
  assert.ok(shown.queue.every(({ available }) => available));
});

test('R7 level: a newcomer starts at the lowest present count, and the counting goes on', async () => {
  const { id, countingFrom } = await rotate([anna, bo], { newcomers: 'level' });
  booked = new Map([
    [anna.id, 7],
    [bo.id, 5],
  ]);
  t.clock.advance(5);
  await change(id, { members: entriesOf([anna, bo, ines]) });
  assert.deepEqual(await creditsOf(id), [0, 0, 5]);
  booked.set(bo.id, 8).set(ines.id, 1);
  await change(id, { members: entriesOf([tomasz, anna, bo, ines]) });
  assert.deepEqual(await creditsOf(id), [6, 0, 0, 5]);
  assert.equal((await rowOf(id)).countingFrom, countingFrom);
});

test('R7 level: a newcomer does not make up for whoever is switched off', async () => {
  const { id } = await rotate([anna, bo], { newcomers: 'level' });
  booked = new Map([
    [anna.id, 9],
    [bo.id, 2],
  ]);
  await t.toggle(id, bo, false);
  await change(id, { members: entriesOf([anna, bo, ines]) });
  assert.deepEqual(await creditsOf(id), [0, 0, 9]);
});

test('R7 level: where weights differ, a newcomer has had as much of their share as the least served', async () => {
  const { id } = await rotate([anna, bo], { newcomers: 'level', weights: { [anna.id]: 3 } });
  booked = new Map([
    [anna.id, 10],
    [bo.id, 4],
  ]);
  const weights = { [anna.id]: 3, [ines.id]: 3 };
  await change(id, { members: entriesOf([anna, bo, ines]), weights });
  assert.deepEqual(await creditsOf(id), [0, 0, 10]);
});

test('R7 level: changed to reset, the next newcomer wipes every level', async () => {
  const { id } = await rotate([anna, bo], { newcomers: 'level' });
  booked = new Map([
    [anna.id, 2],
    [bo.id, 2],
  ]);
  await change(id, { members: entriesOf([anna, bo, ines]) });
  await change(id, { newcomers: 'reset', members: entriesOf([anna, bo, ines, tomasz]) });
  assert.deepEqual(await creditsOf(id), [0, 0, 0, 0]);
});
