import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleFor } from './people.ts';

const cast = ['Łukasz Zieliński', 'Zoé Martin', 'Anna-Maria Kowalska'].map((name) => ({ id: name, name }));
const names = (typed: string) => peopleFor(cast, typed).map(({ name }) => name);

test('P7: a colleague is found by the beginning of any of their names, without accents or capitals', () => {
  assert.deepEqual(names('luk'), ['Łukasz Zieliński']);
  assert.deepEqual(names('ZI'), ['Łukasz Zieliński']);
  assert.deepEqual(names('z'), ['Łukasz Zieliński', 'Zoé Martin']);
  assert.deepEqual(names('zoe'), ['Zoé Martin']);
  assert.deepEqual(names('maria'), ['Anna-Maria Kowalska']);
  assert.deepEqual(names('rtin'), []);
});

test('Before a letter is typed everybody may be meant; of a crowd the first are shown', () => {
  assert.equal(names('').length, 3);
  assert.equal(
    peopleFor(
      Array.from({ length: 40 }, () => cast[0]!),
      '',
    ).length,
    8,
  );
});
