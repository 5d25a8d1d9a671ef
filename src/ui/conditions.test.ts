import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  choicesOf,
  completeOnes,
  conditionsOf,
  isComplete,
  newCondition,
  withIs,
  type FilterField,
} from './conditions.ts';

const stage: FilterField = {
  id: 'stage',
  label: 'Stage',
  kind: 'choice',
  choices: [
    { value: 'prospect', label: 'Prospect' },
    { value: 'customer', label: 'Customer' },
  ],
};
const amount: FilterField = { id: 'amount', label: 'Amount', kind: 'money', currency: 'EUR' };
const agreed: FilterField = { id: 'agreed', label: 'Agreed', kind: 'yes-no' };

test('P10: a new row begins with the first condition of its field and waits for a value', () => {
  assert.deepEqual(newCondition(stage), { field: 'stage', is: 'is', value: null });
  assert.deepEqual(newCondition(agreed), { field: 'agreed', is: 'is', value: true });
  assert.equal(isComplete(newCondition(stage), stage), false);
  assert.equal(isComplete(newCondition(agreed), agreed), true);
});

test('P10: a changed condition keeps of the value what it can take', () => {
  const one = { field: 'stage', is: 'is', value: 'prospect' };
  const many = withIs(one, 'any-of');
  assert.deepEqual(many.value, ['prospect']);
  assert.deepEqual(withIs({ ...many, value: ['customer', 'prospect'] }, 'is-not').value, 'customer');
  assert.equal(withIs(one, 'empty').value, null);
  const least = { field: 'amount', is: 'at-least', value: 5000 };
  assert.deepEqual(withIs(least, 'between').value, [5000, null]);
  assert.equal(withIs({ field: 'amount', is: 'between', value: [null, 900] }, 'at-most').value, 900);
});

test('P10: rows that are still being written do not narrow the list', () => {
  const conditions = [
    { field: 'stage', is: 'any-of', value: [] },
    { field: 'stage', is: 'any-of', value: ['prospect'] },
    { field: 'amount', is: 'between', value: [100, null] },
    { field: 'amount', is: 'between', value: [0, 100] },
    { field: 'amount', is: 'known', value: null },
    { field: 'amount', is: 'contains', value: 'x' },
    { field: 'gone', is: 'is', value: 'x' },
  ];
  assert.deepEqual(completeOnes(conditions, [stage, amount]), [conditions[1], conditions[3], conditions[4]]);
});

test('nought and no are values', () => {
  assert.equal(isComplete({ field: 'amount', is: 'is', value: 0 }, amount), true);
  assert.equal(isComplete({ field: 'agreed', is: 'is', value: false }, agreed), true);
});

test('a choice that is no longer on the list keeps its value as its name', () => {
  assert.deepEqual(choicesOf(stage, { field: 'stage', is: 'any-of', value: ['customer', 'old'] }), [
    { value: 'customer', label: 'Customer' },
    { value: 'old', label: 'old' },
  ]);
});

test('every kind of field has conditions', () => {
  for (const kind of ['text', 'number', 'money', 'date', 'choice', 'member', 'yes-no'] as const)
    assert.ok(conditionsOf(kind).length > 0);
});
