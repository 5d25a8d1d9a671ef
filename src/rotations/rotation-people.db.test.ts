import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { entriesOf, namesIn, rotatingTermika } from './office.test-support.ts';

const t = await rotatingTermika();
const { anna, bo, ines, tomasz, priya } = t;
after(() => t.close());

const viaOf = (rotation: Awaited<ReturnType<typeof t.look>>, id: string) =>
  rotation.queue.find(({ memberId }) => memberId === id)?.via.map(({ name }) => name);

test('R2: members are people and teams, each person once, in the order of the list', async () => {
  const sales = await t.team('Sales', [bo, ines]);
  const made = await t.rotate([tomasz, sales, bo], { name: 'Demos' });
  assert.deepEqual(namesIn(made), ['Tomasz', 'Bo', 'Ines']);
  assert.deepEqual([made.size, made.able], [3, 3]);
  assert.deepEqual(
    made.members.map(({ kind, name }) => [kind, name]),
    [
      ['member', tomasz.name],
      ['team', 'Sales'],
      ['member', bo.name],
    ],
  );
  assert.deepEqual(viaOf(made, bo.id), ['Sales', bo.name]);
  assert.deepEqual(viaOf(made, ines.id), ['Sales']);
  const { body } = await t.call('GET', '/api/rotations?q=dem');
  const { queue: _queue, next, why: _why, usedBy, ...listed } = made;
  const first = next && { memberId: next.memberId, name: next.name };
  assert.deepEqual(body.items, [{ ...listed, next: first, links: usedBy.links }]);
});

test('R2: joining or leaving a team joins or leaves its rotations by itself', async () => {
  const east = await t.team('East', [bo]);
  const one = await t.rotate([anna, east]);
  const two = await t.rotate([east, tomasz]);
  await t.join(east, ines);
  assert.deepEqual(namesIn(await t.look(one.id)), ['Anna', 'Bo', 'Ines']);
  assert.deepEqual(namesIn(await t.look(two.id)), ['Bo', 'Ines', 'Tomasz']);
  await t.leave(east, bo);
  assert.deepEqual(namesIn(await t.look(two.id)), ['Ines', 'Tomasz']);
  const { body } = await t.call('GET', '/api/teams');
  const { version } = body.items.find((team: { name: string }) => team.name === 'East');
  const renamed = { name: 'Far east', memberIds: [priya.id] };
  await t.call('PATCH', `/api/teams/${east.team}`, renamed, undefined, { 'if-match': `"${version}"` });
  const now = await t.look(one.id);
  assert.deepEqual([namesIn(now), now.members.at(-1)?.name], [['Anna', 'Priya'], 'Far east']);
});

test('R2: somebody there directly and through teams stays until the last way is gone', async () => {
  const [north, south] = [await t.team('North', [bo]), await t.team('South', [bo])];
  const { id, countingFrom } = await t.rotate([anna, bo, north, south]);
  await t.leave(north, bo);
  await t.change(id, { members: entriesOf([anna, north, south]) });
  assert.deepEqual(viaOf(await t.look(id), bo.id), ['South']);
  await t.join(north, bo);
  assert.equal((await t.look(id)).countingFrom, countingFrom);
  await t.call('DELETE', `/api/teams/${south.team}`);
  const left = await t.look(id);
  assert.deepEqual([viaOf(left, bo.id), left.members.length], [['North'], 2]);
  await t.call('DELETE', `/api/teams/${north.team}`);
  assert.deepEqual(namesIn(await t.look(id)), ['Anna']);
});

test('R2: whoever lacks status, seat or hours is listed as one who cannot host, behind those who can', async () => {
  const { id } = await t.rotate([tomasz, ines, priya, anna]);
  await t.call('PATCH', `/api/members/${tomasz.id}`, { active: false });
  await t.call('PATCH', `/api/members/${ines.id}`, { seat: false });
  const noHours = { timeZone: 'Europe/Paris', weekly: [], overrides: [] };
  await t.call('PUT', `/api/members/${priya.id}/hours`, noHours);
  const { queue, size, able } = await t.look(id);
  assert.deepEqual(
    queue.map(({ memberId, canHost }) => [memberId, canHost]),
    [
      [anna.id, { ok: true }],
      [tomasz.id, { ok: false, reason: 'inactive' }],
      [ines.id, { ok: false, reason: 'no-seat' }],
      [priya.id, { ok: false, reason: 'no-hours' }],
    ],
  );
  assert.deepEqual([size, able], [4, 1]);
  await t.call('PATCH', `/api/members/${tomasz.id}`, { active: true });
  await t.call('PATCH', `/api/members/${ines.id}`, { seat: true });
  assert.deepEqual(namesIn(await t.look(id)), ['Tomasz', 'Ines', 'Anna', 'Priya']);
});

test('R9: a rotation whose team was emptied stays, empty', async () => {
  const empty = await t.team('Empty', [bo]);
  const { id } = await t.rotate([empty]);
  await t.leave(empty, bo);
  const { size, able, queue, next } = await t.look(id);
  assert.deepEqual([size, able, queue, next], [0, 0, [], null]);
});

test('R2: many who join and leave a team at once change a rotation once', async () => {
  const few = await t.team('Few', [t.anna]);
  const { id, version } = await t.rotate([few]);
  const memberIds = [bo, ines, tomasz].map((one) => one.id);
  assert.equal((await t.call('PATCH', `/api/teams/${few.team}`, { memberIds })).status, 200);
  const now = await t.look(id);
  assert.deepEqual([namesIn(now).toSorted(), now.version], [['Bo', 'Ines', 'Tomasz'], version + 1]);
});
