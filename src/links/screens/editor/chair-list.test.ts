import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chairsOf, partsOf, plainChair, shortChairs, withoutStrangers } from './chair-list.ts';

const seats = (...lists: string[][]) => lists.map((candidateIds) => ({ candidateIds }));
const anybody = () => true;

test('B1: a round robin seats its hosts in one chair with its rule, a group one by one; a rotation gives way to people', () => {
  const robin = {
    kind: 'round-robin' as const,
    chairs: [{ candidateIds: ['anna'], rule: 'random' as const, rotationId: 'north' }],
  };
  assert.deepEqual(chairsOf(robin, ['anna', 'bo']), [{ candidateIds: ['anna', 'bo'], rule: 'random' }]);
  assert.deepEqual(chairsOf({ kind: 'group', chairs: [] }, ['anna', 'bo']), seats(['anna'], ['bo']));
  assert.deepEqual(plainChair({ candidateIds: ['anna'], rotationId: null }), { candidateIds: ['anna'] });
});

test('B1: nobody fills two chairs: the chairs that share too few people are told together', () => {
  const short = shortChairs(seats(['anna'], ['bo', 'ines'], ['anna']), anybody);
  assert.deepEqual([...short.keys()], [0, 2]);
  assert.deepEqual(short.get(2), { chairs: [0, 2], hostIds: ['anna'], unable: false });
});

test('B4: a chair whose only candidate lost the seat is told, with those who have too few because of it', () => {
  const short = shortChairs(seats(['anna', 'bo'], ['bo']), (id) => id !== 'anna');
  assert.deepEqual(short.get(0), { chairs: [0, 1], hostIds: ['bo'], unable: true });
  assert.equal(shortChairs(seats(['anna', 'bo'], ['bo']), anybody).size, 0);
});

test('D1: shares are by weight among those who can host; who cannot has none', () => {
  const parts = partsOf(['anna', 'bo', 'ines'], { anna: 3 }, (id) => id !== 'ines');
  assert.deepEqual(
    [...parts],
    [
      ['anna', 0.75],
      ['bo', 0.25],
    ],
  );
  assert.equal(partsOf(['anna'], null, () => false).size, 0);
});

test('D1: the weight of who no longer hosts is dropped, and the last one leaves none', () => {
  assert.deepEqual(withoutStrangers({ weights: { anna: 2, bo: 3 } }, seats(['anna'])), {
    weights: { anna: 2 },
  });
  assert.deepEqual(withoutStrangers({ weights: { bo: 3 } }, seats(['anna'])), { weights: null });
  assert.deepEqual(withoutStrangers({ weights: { anna: 2 } }, seats(['anna'])), {});
});
