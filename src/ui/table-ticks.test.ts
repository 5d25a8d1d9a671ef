import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTicked, toggled, toggledAll, withRange } from './table-ticks.ts';

const keys = ['a', 'b', 'c', 'd', 'e'];
const list = (set: ReadonlySet<string>) => [...set].sort().join('');

test('P10: a row is ticked and unticked, others stay', () => {
  assert.equal(list(toggled(new Set(['a']), 'b')), 'ab');
  assert.equal(list(toggled(new Set(['a', 'b']), 'b')), 'a');
});

test('P10: a range grows both ways from where it began and gives back what it leaves', () => {
  const anchor = { row: 2, before: new Set(['a']) };
  assert.equal(list(withRange(anchor, 4, keys)), 'acde');
  assert.equal(list(withRange(anchor, 3, keys)), 'acd');
  assert.equal(list(withRange(anchor, 1, keys)), 'abc');
});

test('P10: all shown are ticked, then none; rows that are not shown stay ticked', () => {
  const hidden = new Set(['z']);
  const all = toggledAll(hidden, keys);
  assert.equal(list(all), 'abcdez');
  assert.equal(allTicked(all, keys), 'all');
  assert.equal(list(toggledAll(all, keys)), 'z');
  assert.equal(allTicked(new Set(['b']), keys), 'some');
  assert.equal(list(toggledAll(new Set(['b']), keys)), 'abcde');
  assert.equal(allTicked(hidden, keys), 'none');
  assert.equal(allTicked(new Set(), []), 'none');
});
