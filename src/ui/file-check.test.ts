import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindWords, refusalOf, sizeWords } from './file-check.ts';

const file = (name: string, type: string, size = 10) => ({ name, type, size });

test('P10: a file of another kind, one that is too large and one that is empty are refused with their reason', () => {
  const csv = { accept: '.csv,text/csv', most: 1000 };
  assert.equal(refusalOf(file('People.CSV', 'application/vnd.ms-excel'), csv), null);
  assert.equal(refusalOf(file('people', 'text/csv'), csv), null);
  assert.equal(refusalOf(file('people.pdf', 'application/pdf'), csv), 'wrong-kind');
  assert.equal(refusalOf(file('people.csv', 'text/csv', 1001), csv), 'too-large');
  assert.equal(refusalOf(file('people.csv', 'text/csv', 0), csv), 'empty');
});

test('a family of kinds takes all of it, and without limits anything is taken', () => {
  assert.equal(refusalOf(file('a.png', 'image/png'), { accept: 'image/*' }), null);
  assert.equal(refusalOf(file('a.txt', 'text/plain'), { accept: 'image/*' }), 'wrong-kind');
  assert.equal(refusalOf(file('a.txt', 'text/plain'), {}), null);
});

test('sizes and kinds are said in the reader’s words', () => {
  assert.equal(sizeWords(999, 'en'), '999 byte');
  assert.equal(sizeWords(1200, 'en'), '1.2 kB');
  assert.equal(sizeWords(25_000_000, 'en'), '25 MB');
  assert.equal(sizeWords(1_200_000, 'fr').replaceAll(/\s/g, ' '), '1,2 Mo');
  assert.equal(kindWords('.csv,text/csv, .txt'), '.csv, .txt');
});
