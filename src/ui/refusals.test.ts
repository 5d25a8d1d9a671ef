import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalsIn } from './refusals.ts';

const say = refusalsIn({
  'Keep this within 200 characters.': '200 caractères au maximum.',
  'Use 5 or 10.': 'Utilisez 5 ou 10.',
  'The plan {name} allows 2 links.': 'Deux au plus : le forfait {name} permet 2 liens.',
});

test('a refusal is said in the reader’s language, with its own figures', () => {
  assert.equal(say('Keep this within 60 characters.'), '60 caractères au maximum.');
  assert.equal(say('Use 15 or 20.'), 'Utilisez 15 ou 20.');
});

test('a sentence that nobody has translated stays as it is', () => {
  assert.equal(say('Write 3 words.'), 'Write 3 words.');
});

test('a name in a refusal stays as it was given, whatever stands in it', () => {
  for (const name of ['Advanced', 'Plan 9 (all), $& {name}', 'Ours allows 3 links'])
    assert.equal(
      say(`The plan ${name} allows 12 links.`),
      `Deux au plus : le forfait ${name} permet 12 liens.`,
    );
});
