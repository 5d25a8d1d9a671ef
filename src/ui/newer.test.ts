import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newerOf } from './newer.ts';

test('What a screen read earlier never takes the place of what it knows since', () => {
  const known = { id: 'ana', version: 3, name: 'Ana' };
  assert.equal(newerOf({ ...known, version: 2, name: 'An' }, known), known);
});

test('What is as new, newer or another thing is what stands', () => {
  const known = { id: 'ana', version: 3 };
  for (const read of [{ ...known }, { id: 'ana', version: 4 }, { id: 'bruno', version: 1 }]) {
    assert.equal(newerOf(read, known), read);
  }
});
