import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Person } from '../../../demo/open-termika.ts';
import { rotatingTermika } from '#rotations/office.test-support.ts';
import { contactCalled } from '#bookings/owner-first/owner-first.test-support.ts';

const t = await rotatingTermika();
after(() => t.close());
const owen = await contactCalled(t, 'Owen Price');

let day = 0;
/** A meeting through a rotation of Anna and Bo; Anna is next. */
async function meeting(members: Person[] = [t.anna, t.bo]) {
  day += 1;
  const rotation = await t.rotate(members);
  const start = `2026-12-${String(day).padStart(2, '0')}T09:00:00Z`;
  const wish = { start, durationMinutes: 30, record: { kind: 'contact', id: owen.id } };
  const { status, body } = await t.call('POST', `/api/rotations/${rotation.id}/bookings`, wish);
  assert.deepEqual([status, body.hostIds], [201, [t.anna.id]]);
  const move = (hour: string, hostId: string) =>
    t.call('POST', `/api/bookings/${body.id}/reschedule`, {
      start: start.replace('09:', `${hour}:`),
      hostId,
    });
  return { rotation, id: body.id as string, move };
}
const bookedIn = async (rotationId: string) =>
  Object.fromEntries((await t.look(rotationId)).queue.map(({ memberId, booked }) => [memberId, booked]));

test('R8: who is switched off in the rotation is not to be named when its meeting is moved either', async () => {
  const { rotation, move } = await meeting();
  await t.toggle(rotation.id, t.bo, false);
  const refused = await move('10', t.bo.id);
  assert.deepEqual([refused.status, refused.body.reason], [409, 'switched-off']);
  assert.deepEqual(await bookedIn(rotation.id), { [t.anna.id]: 1, [t.bo.id]: 0 });
  assert.equal((await move('10', t.anna.id)).status, 200, 'it stays with whose it is');
  await t.toggle(rotation.id, t.bo, true);
  assert.equal((await move('11', t.bo.id)).status, 200);
  assert.deepEqual(await bookedIn(rotation.id), { [t.anna.id]: 0, [t.bo.id]: 1 });
});

test('R6: a meeting that is moved to somebody outside the rotation counts for nobody in it, now or later', async () => {
  const { rotation, move } = await meeting();
  assert.equal((await move('10', t.ines.id)).status, 200);
  assert.deepEqual(await bookedIn(rotation.id), { [t.anna.id]: 0, [t.bo.id]: 0 });
});

test('E11: a proposal of the rule names everybody whom it compares, whose meeting it is too', async () => {
  const { id } = await meeting([t.anna, t.bo, t.ines]);
  const { body } = await t.call('GET', `/api/bookings/${id}/reassignment`);
  assert.equal(body.byRule.memberId, t.bo.id);
  assert.match(body.byRule.sentence, /Anna Nowak/);
  assert.doesNotMatch(body.byRule.sentence, /\?/);
  assert.ok(body.candidates.every(({ memberId }: { memberId: string }) => memberId !== t.anna.id));
});

test('D3, R6: a time that was held and called off before it was confirmed never counts; reopened it does, and stays', async () => {
  const rotation = await t.rotate([t.anna, t.bo], { countCancelled: true });
  const rotating = { kind: 'round-robin', rotationId: rotation.id, hostIds: undefined };
  const link = await t.share({ ...rotating, verification: 'everyone' });
  const { body: held } = await t.book(link, '2026-12-21T09:00:00Z');
  const change = async (what: string) =>
    (await t.call('POST', `/api/bookings/${held.id}/${what}`, {})).body.expiresAt;
  const sum = async () => Object.values(await bookedIn(rotation.id)).reduce((all, one) => all + one, 0);
  assert.equal(await change('cancellation'), null);
  assert.equal(await sum(), 0);
  assert.equal(await change('reopening'), null);
  assert.equal(await sum(), 1);
  await change('cancellation');
  assert.equal(await sum(), 1, 'cancelled ones count in this rotation');
});
