import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsFrom, columnsText, keptState, listSearch, stateOf, toKeep } from './list-search.ts';

const filter = [{ field: 'status', is: 'is', value: 'new' }];

test('P10: what a view keeps opens as the same list', () => {
  const state = { q: 'ana', sort: '-name', filter, columns: 'name,-email' };
  assert.deepEqual(keptState(toKeep(state)), state);
  assert.deepEqual(keptState(toKeep({})), {});
  assert.deepEqual(keptState({ filter: 'nonsense' }), {});
});

test('the address goes before the view it names', () => {
  const view = { id: 'v', filter: toKeep({ filter }) };
  const known = { saved: [view as never], me: 'anna' };
  assert.deepEqual(stateOf({ view: 'v' }, known), { filter });
  assert.deepEqual(stateOf({ view: 'v', q: 'x' }, known), { q: 'x' });
  assert.equal(stateOf({ view: 'v' }, { saved: undefined, me: 'anna' }), null);
  assert.deepEqual(stateOf({ view: 'gone' }, known), {});
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
