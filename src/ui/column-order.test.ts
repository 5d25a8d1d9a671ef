import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsNow, shownOf } from './column-order.ts';

const columns = [{ key: 'name', fixed: true }, { key: 'owner' }, { key: 'stage' }, { key: 'city' }];

test('P10: columns stand in the order their reader chose, hidden ones not at all', () => {
  const chosen = [
    { key: 'name', shown: true },
    { key: 'stage', shown: true },
    { key: 'owner', shown: false },
    { key: 'city', shown: true },
  ];
  assert.deepEqual(
    shownOf(columns, chosen).map(({ key }) => key),
    ['name', 'stage', 'city'],
  );
});

test('P10: a column that is gone is forgotten, a new one waits at the end, and the first cannot be lost', () => {
  const chosen = [
    { key: 'fax', shown: true },
    { key: 'stage', shown: true },
    { key: 'name', shown: false },
  ];
  assert.deepEqual(columnsNow(chosen, columns), [
    { key: 'name', shown: true },
    { key: 'stage', shown: true },
    { key: 'owner', shown: false },
    { key: 'city', shown: false },
  ]);
});
