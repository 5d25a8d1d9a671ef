import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Person } from '../../../demo/open-termika.ts';
import { rotatingTermika } from '#rotations/office.test-support.ts';

const t = await rotatingTermika();
const { anna, bo, ines, tomasz } = t;
after(() => t.close());

const record = {
  kind: 'company',
  id: (await t.call('POST', '/api/companies', { name: 'Huta Baltica' })).body.id as string,
};
let hour = 0;
async function book(rotationId: string, more: object = {}): Promise<{ id: string; hostIds: string[] }> {
  t.clock.advance(1);
  const start = new Date(Date.UTC(2026, 10, 30, 8 + hour++)).toISOString().replace('.000Z', 'Z');
  const wish = { start, durationMinutes: 30, record, ...more };
  const { status, body } = await t.call('POST', `/api/rotations/${rotationId}/bookings`, wish);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}
const give = (id: string, wish: object) =>
  t.call('POST', `/api/bookings/${id}/reassignment`, { reason: 'On leave', ...wish });
const countsIn = async (id: string): Promise<Record<string, number>> => {
  const { queue } = await t.look(id);
  return Object.fromEntries(queue.map(({ name, booked }) => [name.split(' ')[0]!, booked]));
};
const act = (id: string, noun: string, body: object = {}) =>
  t.call('POST', `/api/bookings/${id}/${noun}`, body);
const off = (rotationId: string, { id }: Person, available: boolean) =>
  t.call('PUT', `/api/rotations/${rotationId}/members/${id}/availability`, { available });

test('E11, R6: a rotation’s meeting goes to the next of the rotation by its rule; D3: it counts for whom has it', async () => {
  const { id } = await t.rotate([anna, bo, ines]);
  const first = await book(id);
  await book(id);
  assert.deepEqual(await countsIn(id), { Anna: 1, Bo: 1, Ines: 0 });
  const { status, body } = await give(first.id, {});
  assert.deepEqual([status, body.hostIds, body.rotationId], [200, [ines.id], id]);
  assert.match(body.assignment.sentence, /from Anna.*Ines/);
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 1, Ines: 1 });
  const named = await give(first.id, { hostId: bo.id });
  assert.deepEqual(named.body.hostIds, [bo.id]);
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 2, Ines: 0 });
});

test('R8: who is switched off in the rotation is neither chosen nor to be named for its meetings', async () => {
  const { id } = await t.rotate([anna, bo, ines]);
  const made = await book(id);
  await off(id, bo, false);
  const refused = await give(made.id, { hostId: bo.id });
  assert.deepEqual([refused.status, refused.body.reason], [409, 'switched-off']);
  assert.deepEqual((await give(made.id, {})).body.hostIds, [ines.id]);
  await off(id, anna, false);
  const { status, body } = await give(made.id, {});
  assert.equal(status, 409);
  assert.match(body.detail, /Name a host/);
});

test('R9: a colleague who is not in the rotation may be named; it counts for nobody there', async () => {
  const { id } = await t.rotate([anna, bo]);
  const made = await book(id);
  const { status, body } = await give(made.id, { hostId: tomasz.id });
  assert.deepEqual([status, body.hostIds], [200, [tomasz.id]]);
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 0 });
  assert.deepEqual((await give(made.id, {})).body.hostIds, [anna.id], 'and back by the rule');
  assert.deepEqual(await countsIn(id), { Anna: 1, Bo: 0 });
});

test('N2: a rotation’s meeting needs a host who has a seat', async () => {
  const { id } = await t.rotate([ines, anna]);
  const made = await book(id);
  await t.call('PATCH', `/api/members/${ines.id}`, { seat: false });
  assert.deepEqual((await t.call('GET', `/api/bookings/${made.id}`)).body.needsHost, {
    hostId: ines.id,
    why: 'no-seat',
  });
  assert.deepEqual((await give(made.id, {})).body.hostIds, [anna.id]);
  await t.call('PATCH', `/api/members/${ines.id}`, { seat: true });
});

test('D3, E9, E10: cancelling takes one away, reopening gives it back, two deletions take it away once', async () => {
  const { id } = await t.rotate([anna, bo]);
  const one = await book(id);
  await book(id);
  await act(one.id, 'cancellation');
  await act(one.id, 'cancellation');
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 1 });
  assert.equal((await act(one.id, 'reopening')).status, 200);
  assert.deepEqual(await countsIn(id), { Anna: 1, Bo: 1 });
  const removals = await Promise.all([1, 2].map(() => t.call('DELETE', `/api/bookings/${one.id}`)));
  assert.deepEqual(
    removals.map(({ status }) => status).toSorted((a, b) => a - b),
    [204, 404],
  );
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 1 });
  assert.equal((await act(one.id, 'reopening')).status, 404);
});

test('E12, R6: a no-show counts by default; where the rotation says otherwise it does not, and correcting it counts again', async () => {
  const { id } = await t.rotate([anna, bo], { countNoShows: false });
  const made = await book(id);
  const { body } = await t.call('GET', `/api/bookings/${made.id}`);
  const before = t.clock.now();
  t.clock.set(body.end);
  await act(made.id, 'outcome', { outcome: 'no-show' });
  assert.deepEqual(await countsIn(id), { Anna: 0, Bo: 0 });
  await act(made.id, 'outcome', { outcome: 'completed' });
  assert.deepEqual(await countsIn(id), { Anna: 1, Bo: 0 });
  await act(made.id, 'outcome', { outcome: 'no-show' });
  const { version } = await t.look(id);
  const counted = await t.call('PATCH', `/api/rotations/${id}`, { countNoShows: true }, undefined, {
    'if-match': `"${version}"`,
  });
  assert.equal(counted.status, 200);
  assert.deepEqual(await countsIn(id), { Anna: 1, Bo: 0 });
  t.clock.set(new Date(before).toISOString());
});
