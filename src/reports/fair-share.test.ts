import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Candidate } from '#engine/choose-host.ts';
import type { Decision } from '#engine/decide.ts';
import type { ReasonCode } from '#engine/snapshot.ts';
import { outcomes } from './fair-share.ts';
import { fairnessCounter } from './fairness.ts';

const stood = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  chair: 0,
  free: true,
  reasons: [],
  count: 0,
  lastScheduledAt: null,
  ...more,
});
const closed = (code: ReasonCode) => ({ free: false, reasons: [{ code, detail: '' }] });

function decided(chosen: string[], candidates: Candidate[], more: Partial<Decision> = {}): Decision {
  const rules = more.rules ?? ['fewest-booked'];
  return { rule: rules[0]!, rules, seed: 1, start: 0, reasons: [], chosen, candidates, ...more };
}
const three = [stood('anna'), stood('bo'), stood('chloe', closed('busy'))];
const chancesOf = (decision: Decision) => [...outcomes({ decision, byHand: false })[0]!.chances];
const howOf = (decision: Decision, more: { byHand?: boolean; before?: string[] } = {}) =>
  outcomes({ decision, byHand: false, ...more })[0]!.how;

test('who was busy expects nothing of that choice, the others share it by weight', () => {
  assert.deepEqual(chancesOf(decided(['bo'], three)), [
    ['anna', 1 / 2],
    ['bo', 1 / 2],
  ]);
  const weighed = [stood('anna', { weight: 3 }), stood('bo', { weight: 1 })];
  assert.deepEqual(chancesOf(decided(['bo'], weighed)), [
    ['anna', 3 / 4],
    ['bo', 1 / 4],
  ]);
  assert.deepEqual(chancesOf(decided(['bo'], weighed, { rules: ['random'] })), [
    ['anna', 1 / 2],
    ['bo', 1 / 2],
  ]);
});

test('R3: of a rotation’s proposal everybody has a share who could be proposed, busy at that time or not', () => {
  const queue = [...three, stood('ewa', closed('switched-off'))];
  const proposal = decided(['bo'], queue, { rotationId: 'r', only: ['bo'] });
  assert.deepEqual(
    chancesOf(proposal).map(([id]) => id),
    ['anna', 'bo', 'chloe'],
  );
});

test('a meeting that no rule gave is counted apart: owner, by hand, kept, handed over, nobody else', () => {
  assert.equal(howOf(decided(['bo'], three)), 'rule');
  for (const ownerBranch of ['owner', 'ladder-owner', 'unproven-owner'])
    assert.equal(howOf(decided(['bo'], three, { ownerBranch })), 'owner');
  const unproven = { ownerBranch: 'unproven-owner', ownerId: 'bo', preferred: ['bo'] };
  assert.equal(howOf(decided(['bo'], three, unproven)), 'owner', 'C5: preferred, not kept');
  assert.equal(howOf(decided(['bo'], three, { ownerBranch: 'ladder-team' })), 'rule');
  assert.equal(howOf(decided(['bo'], three), { byHand: true }), 'by-hand');
  assert.equal(howOf(decided(['bo'], three, { preferred: ['bo'] })), 'kept');
  assert.equal(howOf(decided(['bo'], three), { before: ['bo'] }), 'kept');
  assert.equal(howOf(decided(['bo'], three), { before: ['anna'] }), 'handed-over');
  assert.equal(howOf(decided(['bo'], three), { before: ['anna'], byHand: true }), 'handed-over');
  assert.equal(howOf(decided(['bo'], [stood('bo')])), 'alone');
});

test('C2: in a panel the owner has their own chair, the others are the rule’s', () => {
  const panel = [stood('anna'), stood('bo', { chair: 1 }), stood('chloe', { chair: 1 })];
  const rules = ['fewest-booked', 'fewest-booked'] as const;
  const decision = decided(['anna', 'bo'], panel, {
    rules: [...rules],
    ownerBranch: 'owner',
    ownerId: 'anna',
  });
  const found = outcomes({ decision, byHand: false });
  assert.deepEqual(
    found.map(({ how }) => how),
    ['owner', 'rule'],
  );
  const second = outcomes({ decision, byHand: false }, new Set([1]));
  assert.deepEqual(
    second.map(({ host }) => host),
    ['bo'],
  );
});

test('further than two standard deviations is marked; less than one meeting never is', () => {
  const counter = fairnessCounter();
  const pair = [stood('anna'), stood('bo')];
  const give = (times: number, id: string) => {
    for (let at = 0; at < times; at++)
      for (const one of outcomes({ decision: decided([id], pair), byHand: false })) counter.add(one);
  };
  const marks = () => counter.sum().hosts.map(({ withinChance }) => withinChance);
  give(1, 'bo');
  assert.deepEqual(marks(), [true, true]);
  // Of 100 choices 50 are fair and 10 are two standard deviations.
  give(59, 'bo');
  give(40, 'anna');
  assert.deepEqual(marks(), [true, true]);
  const [anna] = counter.sum().hosts;
  assert.deepEqual([anna!.fair, anna!.chance, anna!.free, anna!.asked], [50, 10, 100, 100]);
  give(4, 'bo');
  assert.deepEqual(marks(), [false, false]);
});
