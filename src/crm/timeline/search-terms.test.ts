import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termsOf, wordsOf } from './search-terms.ts';

test('P10: case and accents are folded, ł is l, and % and _ are letters', () => {
  assert.deepEqual(termsOf({ name: 'Łucja  ŚWIĄTEK' }), ['lucja', 'swiatek']);
  assert.deepEqual(termsOf({ name: '100% Wool_Felt' }), ['100%', 'wool_felt', 'felt']);
  assert.deepEqual(wordsOf(' Œuvre 100% '), ['œuvre', '100%']);
  assert.deepEqual(wordsOf('   '), []);
});

test('P10: a word goes on after every sign, in names as in addresses', () => {
  assert.deepEqual(termsOf({ name: 'Jean-Pierre (Lyon)' }), ['jean-pierre', 'pierre', '(lyon)', 'lyon)']);
  assert.deepEqual(termsOf({ name: 'A', emails: [{ address: 'Biuro@piekarnia-lodz.example' }] }), [
    'a',
    'biuro@piekarnia-lodz.example',
    'piekarnia-lodz.example',
    'lodz.example',
    'example',
  ]);
  assert.deepEqual(termsOf({ name: 'B', website: 'https://fournil.example/' }), [
    'b',
    'fournil.example',
    'example',
  ]);
});

test('ABUSE 23: a long name has a bounded number of bounded terms', () => {
  const terms = termsOf({ name: `${'x'.repeat(5_000)} ${'a-'.repeat(5_000)} ${'b c d e '.repeat(500)}` });
  assert.ok(terms.length <= 60);
  assert.ok(terms.every((term) => term.length <= 100 && term.isWellFormed()));
});
