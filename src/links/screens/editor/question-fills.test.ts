import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomField, CustomType } from '#crm/fields/screens/custom-field-queries.ts';
import { askedAs, intoField } from './question-fills.ts';
import type { Question } from './questions-section.tsx';

const question: Question = { id: 'q', label: 'Your oven?', kind: 'text', required: false };
const field = (type: CustomType, labels: string[] = []): CustomField => ({
  id: 'f',
  kind: 'lead',
  key: 'oven',
  label: 'Oven',
  type,
  choices: labels.map((label) => ({ key: label.toLowerCase(), label })),
  position: 0,
  version: 1,
});

test('B7: a question asks as the field needs that its answer fills, with the field’s own choices', () => {
  const into = (type: CustomType, labels?: string[], from = question) =>
    intoField(from, 'custom.oven', [field(type, labels)]);
  assert.deepEqual(into('choice', ['Deck', 'Rack']), {
    ...question,
    kind: 'choice',
    choices: ['Deck', 'Rack'],
    field: 'custom.oven',
  });
  assert.equal(into('checkbox').kind, 'checkbox');
  assert.equal(into('text', [], { ...question, kind: 'long-text' }).kind, 'long-text');
  const number = into('number', [], { ...question, kind: 'choice', choices: ['1'] });
  assert.deepEqual([number.kind, number.choices], ['text', undefined]);
  assert.deepEqual(intoField({ ...question, field: 'skype' }, undefined, []), question);
});

test('B7: a box to tick fills no field that every lead has', () => {
  assert.equal(askedAs({ ...question, field: 'skype' }, 'checkbox', 'One').field, undefined);
  assert.equal(askedAs({ ...question, field: 'skype' }, 'phone', 'One').field, 'skype');
  assert.deepEqual(askedAs(question, 'choice', 'One').choices, ['One']);
});
