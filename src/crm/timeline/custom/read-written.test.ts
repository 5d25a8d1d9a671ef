import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOfCustom } from './cell-of-custom.ts';
import type { CustomField, CustomType, CustomValue } from './custom-field.ts';
import { readWritten } from './read-written.ts';

const choices = [
  { key: 'red', label: 'Rouge' },
  { key: 'salt', label: 'Salt; pepper' },
  { key: 'lodz', label: 'Łódź' },
  { key: 'rouge', label: 'Red' },
];

function field(type: CustomType): CustomField {
  return { id: 'x', kind: 'lead', key: 'k', label: 'K', type, choices, position: 0, version: 1 };
}

const CASES: [CustomType, string, unknown][] = [
  ['number', '12', 12],
  ['number', '-1 234,5', -1234.5],
  ['number', '1\u202f234\u00a0567', 1_234_567],
  ['number', '1,234.50', 1234.5],
  ['number', '1.234,50', 1234.5],
  ['number', '1.234.567', 1_234_567],
  ['number', '1’234.5', 1234.5],
  ['number', '1,234', 1.234],
  ['number', '−3', -3],
  ['number', '0.', 0],
  ['date', '2026-12-01', '2026-12-01'],
  ['date', '1.12.2026', '2026-12-01'],
  ['date', '01/12/2026', '2026-12-01'],
  ['date', '12/31/2026', '2026-12-31'],
  ['date', '2026/3/4', '2026-03-04'],
  ['checkbox', 'Oui', true],
  ['checkbox', 'FAŁSZ', false],
  ['choice', 'rouge', 'red'],
  ['choice', 'LODZ', 'lodz'],
  ['choice', 'salt', 'salt'],
  ['multi-choice', 'łódź;Rouge; ', ['red', 'lodz']],
  ['multi-choice', 'salt; pepper', ['salt']],
  ['link', 'example.com', 'https://example.com'],
  ['text', '  as it is ', 'as it is'],
  ['date', '', null],
];

test('P10: what people write becomes the value of a field', () => {
  for (const [type, written, value] of CASES) {
    assert.deepEqual(readWritten(field(type), written), { value }, `${type}: ${written}`);
  }
});

test('P10: what is none is said, and never guessed', () => {
  const wrong: [CustomType, string][] = [
    ['number', 'twelve'],
    ['number', '1.2.3'],
    ['number', '1,2,3'],
    ['number', '1e5'],
    ['number', '0x10'],
    ['number', '99999999999999999'],
    ['date', '31.02.2026'],
    ['date', '1.12.26'],
    ['date', '2026-12'],
    ['date', '1.12-2026'],
    ['checkbox', 'maybe'],
    ['choice', 'green'],
    ['multi-choice', 'red; green'],
    ['link', 'javascript:alert(1)'],
    ['text', 'x'.repeat(2_001)],
  ];
  for (const [type, written] of wrong) {
    assert.ok('message' in readWritten(field(type), written), `${type}: ${written}`);
  }
});

test('P10: what a file of ours says is read back as it was', () => {
  const values: [CustomType, CustomValue][] = [
    ['number', -1234.5],
    ['number', 0.000125],
    ['number', -2.5e-9],
    ['date', '2026-12-01'],
    ['choice', 'rouge'],
    ['multi-choice', ['red', 'lodz', 'rouge']],
    ['checkbox', false],
    ['text', 'a; b'],
    ['link', 'https://example.com/a;b'],
  ];
  for (const [type, value] of values) {
    assert.deepEqual(readWritten(field(type), cellOfCustom(field(type), value)), { value });
  }
});
