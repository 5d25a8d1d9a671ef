import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairsFrom } from './spans.ts';

test('gathered spans are read as flat pairs, whatever their sign', () => {
  assert.deepEqual([...pairsFrom('29770000 29770030')], [29_770_000, 29_770_030]);
  assert.deepEqual([...pairsFrom('-30 0 5 29770030')], [-30, 0, 5, 29_770_030]);
});

test('no spans are none', () => {
  assert.equal(pairsFrom(null).length, 0);
  assert.equal(pairsFrom('').length, 0);
});
