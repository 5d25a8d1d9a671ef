import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addressOf,
  columnsFrom,
  columnsText,
  keptState,
  listSearch,
  stateOf,
  toKeep,
  viewOf,
} from './list-search.ts';

const filter = [{ field: 'status', is: 'is', value: 'new' }];

test('P10: what a view keeps opens as the same list', () => {
  const state = { q: 'ana', sort: '-name', filter, columns: 'name,-email' };
  assert.deepEqual(keptState(toKeep(state)), state);
  assert.deepEqual(keptState(toKeep({})), {});
  assert.deepEqual(keptState({ filter: 'nonsense' }), {});
});

test('the address goes before the view it names', () => {
  const known = { saved: [{ id: 'v', filter: toKeep({ filter }) } as never], isTab: false };
  assert.deepEqual(stateOf({ view: 'v' }, { ...known, view: 'v' }), { filter });
  assert.deepEqual(stateOf({ view: 'v', q: 'x' }, { ...known, view: 'v' }), { q: 'x' });
  assert.equal(stateOf({ view: 'v' }, { ...known, view: 'v', saved: undefined }), null);
  assert.deepEqual(stateOf({ view: 'gone' }, { ...known, view: 'gone' }), {});
  assert.deepEqual(stateOf({}, { saved: undefined, view: 'all', isTab: true }), {});
});

test('P10: a list opens with the view its member chose; every other has its address', () => {
  const first = 'all';
  const plain = { saved: [], first };
  const chosen = { saved: [{ id: 'v', default: true } as never], first };
  assert.deepEqual([viewOf({}, plain), viewOf({}, chosen)], ['all', 'v']);
  assert.equal(viewOf({}, { saved: undefined, first }), undefined);
  assert.equal(viewOf({ q: 'x' }, chosen), 'all');
  assert.deepEqual([addressOf('all', {}, plain), addressOf('all', {}, chosen)], [{}, { view: 'all' }]);
  assert.deepEqual(
    [addressOf('v', {}, chosen), addressOf('v', { q: 'x' }, chosen)],
    [{}, { q: 'x', view: 'v' }],
  );
  assert.deepEqual(addressOf('all', { q: 'x' }, chosen), { q: 'x' });
});

test('an address that says nonsense is an address that says nothing', () => {
  assert.deepEqual(listSearch({ q: 7, sort: 'a b', filter: [1, null], columns: '', view: 3 }), {});
});

test('columns are written with their order, hidden ones too', () => {
  const columns = [
    { key: 'name', shown: true },
    { key: 'email', shown: false },
  ];
  assert.equal(columnsText(columns), 'name,-email');
  assert.deepEqual(columnsFrom('name,-email'), columns);
});
