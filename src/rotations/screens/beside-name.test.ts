import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideName } from './beside-name.ts';

test('R4: beside a name the sentence says only why, in each language', () => {
  for (const said of [
    'Bo is next: 3 x; Ana 4',
    'Bo passe en premier : 3 x; Ana 4',
    'Następny: Bo – 3 x; Ana 4',
  ])
    assert.equal(besideName(said, 'Bo'), '3 x; Ana 4');
});

test('R4: a sentence of another form stays whole', () => {
  for (const said of ['Bo is the only one who can host', 'Everybody: Bo: 3', '3 meetings; Ana 4'])
    assert.equal(besideName(said, 'Zoé'), said);
  assert.equal(besideName('Bo is the only one; Ana: off', 'Bo'), 'Bo is the only one; Ana: off');
});
