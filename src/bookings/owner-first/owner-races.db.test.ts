import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cleanSlate } from '../../../demo/clean-slate.ts';
import { openTermika, type Person } from '../../../demo/open-termika.ts';
import { contactCalled, roundRobin, shown, tokenFor, wholeOf } from './owner-first.test-support.ts';

const t = await openTermika(await cleanSlate());
after(() => t.close());
const { anna, bo } = t;
const ines = await t.hire('ines');

async function rotationOf(name: string, members: Person[]): Promise<string> {
  const given = { name, members: members.map(({ id }) => ({ kind: 'member', id })), newcomers: 'reset' };
  const { status, body } = await t.call('POST', '/api/rotations', given);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

test('C2, R10: in a link that goes by a rotation the owner comes first, and it counts for them there', async () => {
  const rotationId = await rotationOf('Owners', [anna, bo, ines]);
  const link = await roundRobin(t, [], { hostIds: undefined, rotationId });
  const person = await contactCalled(t, 'Rotation One', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  const whole = await wholeOf(t, await t.book(link, '2026-11-30T08:00:00Z', person, { c }));
  assert.deepEqual([whole.hostIds, whole.assignment.ownerBranch], [[bo.id], 'owner']);
  const { queue } = (await t.call('GET', `/api/rotations/${rotationId}`)).body;
  const booked = queue.map((one: { name: string; booked: number }) => [one.name, one.booked]);
  assert.deepEqual(Object.fromEntries(booked), { [anna.name]: 0, [bo.name]: 1, [ines.name]: 0 });
});

test('C2.3, R8: an owner who is switched off in the rotation cannot host here: it goes on as for everybody', async () => {
  const rotationId = await rotationOf('Switched', [anna, bo]);
  const link = await roundRobin(t, [], { hostIds: undefined, rotationId });
  const person = await contactCalled(t, 'Rotation Two', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  await t.call('PUT', `/api/rotations/${rotationId}/members/${bo.id}/availability`, { available: false });
  const { starts, ...rest } = await shown(t, link, { c });
  assert.deepEqual([rest, starts.length > 0], [{}, true]);
  const whole = await wholeOf(t, await t.book(link, '2026-12-01T08:00:00Z', person, { c }));
  assert.deepEqual([whole.hostIds, whole.assignment.ownerBranch], [[anna.id], 'owner-cannot']);
  await t.call('PUT', `/api/rotations/${rotationId}/members/${bo.id}/availability`, { available: true });
  const stranger = await wholeOf(t, await t.book(link, '2026-12-01T09:00:00Z', person));
  assert.deepEqual(stranger.hostIds, [bo.id], 'back on, an unproven address finds its owner');
});

test('C3, R10: the owner’s team comes out of the rotation, too', async () => {
  await t.call('POST', '/api/teams', { name: 'Pair', memberIds: [bo.id, ines.id] });
  const rotationId = await rotationOf('Ladder', [anna, bo, ines]);
  const horizon = { from: '2026-12-07', to: '2026-12-11' };
  const settings = { ownerFirst: 'ladder', ladderDays: 11, horizon };
  const link = await roundRobin(t, [], { ...settings, hostIds: undefined, rotationId });
  const person = await contactCalled(t, 'Rotation Three', { ownerId: bo.id });
  const c = await tokenFor(t, link, person);
  await t.call('POST', `/api/members/${bo.id}/absences`, { from: '2026-12-07', to: '2026-12-08' });
  assert.equal((await shown(t, link, { c })).ladder?.rung, 'team');
  const whole = await wholeOf(t, await t.book(link, '2026-12-07T08:00:00Z', person, { c }));
  assert.deepEqual([whole.hostIds, whole.assignment.ownerBranch], [[ines.id], 'ladder-team']);
  assert.equal(whole.assignment.rule, 'fewest-booked');
});

test('C6: an owner who is deactivated at the very moment is never booked', async () => {
  const priya = await t.hire('priya');
  const link = await roundRobin(t, [priya, anna], { durationsMinutes: [15] });
  const person = await contactCalled(t, 'Race One', { ownerId: priya.id });
  const c = await tokenFor(t, link, person);
  const { starts } = await shown(t, link, { c });
  const turn = (active: boolean) => t.call('PATCH', `/api/members/${priya.id}`, { active });
  for (let round = 0; round < 4; round++) {
    const wish = [starts[round * 2]!, starts[round * 2 + 1]!];
    const [off, ...booked] = await Promise.all([
      turn(false),
      ...wish.map((start) => t.book(link, start, person, { c })),
    ]);
    assert.equal(off.status, 200);
    for (const one of booked) {
      const whole = await wholeOf(t, one);
      const at = whole.history.find(({ kind }: { kind: string }) => kind === 'made');
      assert.ok(at);
      const branch = whole.assignment.ownerBranch;
      assert.deepEqual(whole.hostIds, [branch === 'owner' ? priya.id : anna.id], branch);
    }
    const late = await wholeOf(t, await t.book(link, starts[40 + round]!, person, { c }));
    assert.deepEqual([late.hostIds, late.assignment.ownerBranch], [[anna.id], 'owner-cannot']);
    await turn(true);
  }
});

test('E4: ten visitors of one owner want one of his hours: one has it, nobody is given to somebody else', async () => {
  const link = await roundRobin(t, [anna, bo, ines]);
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, at) => contactCalled(t, `Crowd ${at}`, { ownerId: ines.id })),
  );
  const tokens = await Promise.all(people.map((person) => tokenFor(t, link, person)));
  const start = '2026-12-02T08:00:00Z';
  const answers = await Promise.all(
    people.map((person, at) => t.book(link, start, person, { c: tokens[at]! })),
  );
  const [won, ...others] = answers.toSorted((one, other) => one.status - other.status);
  assert.deepEqual([won!.status, won!.body.hosts], [201, [{ name: ines.name }]]);
  for (const lost of others) assert.deepEqual([lost.status, lost.body.alternatives.length], [409, 3]);
});
