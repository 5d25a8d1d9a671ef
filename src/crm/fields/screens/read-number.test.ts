import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from './read-number.ts';

test('a figure is read as people of each language write it', () => {
  const read: [string, string, number | null][] = [
    ['1,234.5', 'en', 1234.5],
    ['1234.5', 'en', 1234.5],
    ['1,5', 'en', 1.5],
    ['1,234', 'en', 1234],
    ['1.234', 'en', 1.234],
    ['1 234,5', 'fr', 1234.5],
    ['1\u202F234,5', 'fr', 1234.5],
    ['1.234', 'fr', 1234],
    ['1.5', 'pl', 1.5],
    ['\u22123', 'pl', -3],
    ['.25', 'en', 0.25],
    ['12 ovens', 'en', null],
    ['1,2,3', 'en', null],
    ['', 'en', null],
    ['9'.repeat(400), 'en', null],
  ];
  for (const [text, language, value] of read)
    assert.equal(readNumber(text, language), value, `${text} in ${language}`);
});
