import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf, rowAfter } from './table-entries.ts';

test('a group stands above its first row and once only, as long as its rows stand together', () => {
  const entries = entriesOf(['a1', 'a2', 'b1'], (row) => ({ key: row.slice(0, 1), label: row.slice(0, 1) }));
  assert.deepEqual(
    entries.map((entry) => (entry.kind === 'group' ? entry.label : entry.value)),
    ['a', 'a1', 'a2', 'b', 'b1'],
  );
  assert.deepEqual(
    entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : [])),
    [0, 1, 2],
  );
});

test('arrows, J and K stop at the first and last row; other keys are not the table’s', () => {
  assert.equal(rowAfter('ArrowDown', 0, 3, 10), 1);
  assert.equal(rowAfter('k', 0, 3, 10), 0);
  assert.equal(rowAfter('PageDown', 0, 3, 10), 2);
  assert.equal(rowAfter('End', 0, 3, 10), 2);
  assert.equal(rowAfter('Home', 2, 3, 10), 0);
  assert.equal(rowAfter('x', 1, 3, 10), null);
});
