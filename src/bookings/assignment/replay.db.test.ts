import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const ines = await t.hire('ines');
const ids = (...people: Person[]) => people.map(({ id }) => id);
const replayOf = (id: string, as?: Person) => t.call('GET', `/api/bookings/${id}/replay`, undefined, as);

async function bookAt(start: string, given: Record<string, unknown>): Promise<string> {
  const { status, body } = await t.book(await t.share(given), start);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}
const pair = { kind: 'round-robin', hostIds: ids(t.anna, t.bo) };

test('D5: every choice of a booking is made again and comes out the same: rule, draw, panel, by hand, kept', async () => {
  const chairs = [{ candidateIds: ids(t.anna, t.bo), rule: 'random' }, { candidateIds: ids(t.bo, ines) }];
  const id = await bookAt('2026-12-01T09:00:00Z', { kind: 'panel', chairs });
  const moved = await t.call('POST', `/api/bookings/${id}/reschedule`, { start: '2026-12-01T11:00:00Z' });
  assert.equal(moved.status, 200);
  const { status, body } = await replayOf(id);
  assert.equal(status, 200);
  assert.deepEqual([body.same, body.chosen, body.assignments.length], [true, moved.body.hostIds, 2]);
  for (const one of body.assignments) {
    assert.deepEqual([one.same, one.again, one.byHand], [true, one.chosen, null]);
    assert.deepEqual(one.rules, ['random', 'fewest-booked']);
    assert.ok(Number.isInteger(one.seed) && one.at);
  }
  const alone = await bookAt('2026-12-02T09:00:00Z', pair);
  const wish = { start: '2026-12-02T10:00:00Z', hostId: ines.id };
  await t.call('POST', `/api/bookings/${alone}/reschedule`, wish);
  const { body: hand } = await replayOf(alone);
  assert.equal(hand.same, true);
  assert.deepEqual([hand.assignments[0].byHand.by, hand.assignments[0].again], [t.anna.id, [ines.id]]);
});

test('D5: reasons that were altered are found out, and so is a host whom no reason named', async () => {
  const id = await bookAt('2026-12-03T09:00:00Z', { ...pair, rule: 'in-order' });
  const alter = (find: string, put: string) =>
    t.platform.db.transact(async (tx) => {
      const rows = await tx.selectFrom('assignments').selectAll().where('booking_id', '=', id).execute();
      for (const { assignment_id, decision } of rows) {
        assert.ok(decision.includes(find));
        await tx
          .updateTable('assignments')
          .set({ decision: decision.replace(find, put) })
          .where('assignment_id', '=', assignment_id)
          .execute();
      }
    });
  await alter(`"chosen":["${t.anna.id}"]`, `"chosen":["${t.bo.id}"]`);
  const { body } = await replayOf(id);
  const [first] = body.assignments;
  assert.deepEqual(
    [body.same, first.same, first.chosen, first.again],
    [false, false, [t.bo.id], [t.anna.id]],
  );
  await alter(`"rules":["in-order"]`, `"rules":["in-order"],"only":["${t.bo.id}"]`);
  const { body: again } = await replayOf(id);
  assert.deepEqual([again.same, again.assignments[0].same, again.chosen], [false, true, [t.anna.id]]);
});

test('ABUSE 18: whoever may not see a booking may not replay it either', async () => {
  const id = await bookAt('2026-12-04T09:00:00Z', { kind: 'personal', hostIds: ids(t.bo) });
  assert.equal((await replayOf(id, ines)).status, 404);
  assert.equal((await replayOf(id, t.bo)).status, 200);
});

test('D5: what is told of an assignment has weights, and the rules of all chairs', async () => {
  const weights = { [t.anna.id]: 1, [t.bo.id]: 3 };
  const id = await bookAt('2026-12-07T09:00:00Z', { ...pair, weights });
  const { assignment } = (await t.call('GET', `/api/bookings/${id}`)).body;
  assert.deepEqual(
    assignment.candidates.map((one: { weight: number }) => one.weight),
    [1, 3],
  );
  assert.match(assignment.sentence, /^Bo Lindqvist: 0 booked \(weight 3\), Anna Nowak 0 \(weight 1\)/);
  assert.ok(!('rules' in assignment) && !('ownerBranch' in assignment) && !('rotation' in assignment));
});

test('E11, D5: a meeting given to somebody else says from whom, by whom and why, and is replayed', async () => {
  const give = async (id: string, wish: object) => {
    const { status, body } = await t.call('POST', `/api/bookings/${id}/reassignment`, wish);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const trio = { kind: 'round-robin', hostIds: ids(t.anna, t.bo, ines), rule: 'in-order' };
  const id = await bookAt('2026-12-08T09:00:00Z', trio);
  const named = await give(id, { hostId: ines.id, reason: 'She knows the oven' });
  assert.equal(named.assignment.sentence, 'Anna Nowak passed it on to Ines Caron: She knows the oven');
  const byRule = await give(id, { hostId: null, reason: 'Ines is ill' });
  assert.match(byRule.assignment.sentence, /^Anna Nowak took it from Ines Caron \(Ines is ill\); .+/);
  const chairs = [{ candidateIds: ids(t.anna, t.bo) }, { candidateIds: ids(ines) }];
  const panel = await bookAt('2026-12-09T09:00:00Z', { kind: 'panel', chairs });
  const [first] = (await t.call('GET', `/api/bookings/${panel}`)).body.hostIds;
  await give(panel, { hostId: null, fromHostId: first, reason: 'On a train' });
  for (const one of [id, panel]) {
    const { body } = await replayOf(one);
    assert.equal(body.same, true, JSON.stringify(body));
  }
});
