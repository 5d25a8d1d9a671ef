import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldText, matches } from './choices.ts';

test('accents and case do not matter when choices are searched, neither do letters that are no accents', () => {
  assert.equal(foldText('  Zażółć ŁÓDŹ Øresund Straße Chloé '), 'zazolc lodz oresund strasse chloe');
});

test('every word typed must stand in the label or the hint, in any order', () => {
  const item = { value: '1', label: 'Marek Zieliński', hint: 'marek@termika.example' };
  assert.ok(matches(item, 'zielinski mar'));
  assert.ok(matches(item, 'TERMIKA'));
  assert.ok(matches(item, ''));
  assert.ok(!matches(item, 'marek nowak'));
});
