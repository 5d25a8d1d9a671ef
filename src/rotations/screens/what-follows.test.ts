import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueItem } from '../rotation-fields.ts';
import { evenShare, nextIfOff, standingIfOn, whoLeaves } from './what-follows.ts';

const north = { kind: 'team' as const, id: 'north', name: 'North' };
const byHand = (id: string) => ({ kind: 'member' as const, id, name: id });

function item(memberId: string, booked: number, given: Partial<QueueItem> = {}): QueueItem {
  return {
    memberId,
    name: memberId,
    via: [north],
    available: true,
    switchedOff: null,
    canHost: { ok: true },
    booked,
    weight: 1,
    share: 0.25,
    lastScheduledAt: '2026-11-20T09:00:00Z',
    ...given,
  };
}

const off = { available: false, canHost: { ok: false, reason: 'switched-off' as const } };
const queue = [item('bo', 3), item('chloe', 4), item('ana', 5), item('ewa', 3, off)];

test('R8: who is switched on again stands where their kept count puts them, before those with more', () => {
  const earlier = { ...queue[3]!, lastScheduledAt: '2026-11-18T09:00:00Z' };
  const { place, of, ahead } = standingIfOn([...queue.slice(0, 3), earlier], 'ewa');
  assert.deepEqual([place, of, ahead?.memberId], [1, 4, 'bo']);
});

test('R4: on a tie whoever was scheduled longer ago stands first', () => {
  const later = { ...queue[3]!, lastScheduledAt: '2026-11-24T09:00:00Z' };
  const { place, ahead, behind } = standingIfOn([...queue.slice(0, 3), later], 'ewa');
  assert.deepEqual([place, ahead?.memberId, behind?.memberId], [2, 'chloe', 'bo']);
});

test('R8: who is next without the first, and that nobody may be', () => {
  assert.equal(nextIfOff(queue, 'bo')?.memberId, 'chloe');
  assert.equal(nextIfOff(queue, 'ana')?.memberId, 'bo');
  assert.equal(nextIfOff([queue[0]!, queue[3]!], 'bo'), null);
});

test('an even share goes by weight, among those who take turns', () => {
  assert.equal(evenShare(queue, 1), 4);
  const weighted = [item('bo', 4, { weight: 2 }), item('ana', 2)];
  assert.deepEqual([evenShare(weighted, 2), evenShare(weighted, 1)], [4, 2]);
  assert.equal(evenShare([queue[3]!], 1), 3);
  assert.equal(evenShare([], 1), 0);
});

test('R2: with a team leave those who are here through it alone', () => {
  const both = item('chloe', 4, { via: [north, byHand('chloe')] });
  const { leaving, staying } = whoLeaves(
    [item('bo', 3), both, item('eva', 1, { via: [byHand('eva')] })],
    north,
  );
  assert.deepEqual(
    [leaving.map((one) => one.memberId), staying.map((one) => one.memberId)],
    [['bo'], ['chloe']],
  );
});
