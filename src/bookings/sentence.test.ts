import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Decision } from '#engine/decide.ts';
import type { Language } from '#platform/messages/messages.ts';
import { assignmentSentence } from './sentence.ts';

const names = new Map([
  ['anna', 'Anna Nowak'],
  ['bo', 'Bo Larsson'],
]);
const chosenBy = (by: string, chosen: string[], language: Language) =>
  assignmentSentence({ chosen, candidates: [], rules: [] } as unknown as Decision, names, language, {
    by,
    reason: null,
  });

test('D5: who chose whom by hand is one sentence', () => {
  assert.equal(chosenBy('anna', ['bo'], 'en'), 'Anna Nowak chose Bo Larsson');
  assert.equal(chosenBy('anna', ['anna', 'bo'], 'fr'), 'Anna Nowak a choisi Anna Nowak et Bo Larsson');
});

test('D5: whoever chose themselves is named once', () => {
  assert.equal(chosenBy('anna', ['anna'], 'en'), 'Anna Nowak took this meeting');
  assert.equal(chosenBy('anna', ['anna'], 'fr'), 'Anna Nowak a pris ce rendez-vous');
  assert.equal(chosenBy('anna', ['anna'], 'pl'), 'Anna Nowak bierze to spotkanie');
});
