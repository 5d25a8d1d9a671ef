import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNone } from './expect-none.ts';
import { type Catalogue, findLostMessages, findUnevenMessages } from './messages.ts';
import { readCode, readSource, isTest } from './sources.ts';

const english = read('en');
const code = readCode('src').filter(({ path }) => !isTest(path));

test('Law 7: the three languages have the same keys, plural forms and values', () => {
  expectNone(findUnevenMessages({ en: english, fr: read('fr'), pl: read('pl') }));
});

test('Law 7 can be broken: by a missing key, an empty text, a missing plural form, another value', () => {
  const en = { page: { book: 'Book', free_one: 'One time', free_other: '{{count}} times' } };
  const pl = { page: { book: 'Rezerwuj', free_one: 'Termin', free_few: '{{count}} terminy' } };
  const many = { page: { ...pl.page, free_many: '{{count}} terminów', free_other: '{{count}} terminu' } };
  assert.deepEqual(findUnevenMessages({ en, pl: many }), []);
  assert.equal(findUnevenMessages({ en, pl }).length, 2);
  assert.equal(findUnevenMessages({ en: { a: 'x' }, fr: {} }).length, 1);
  assert.equal(findUnevenMessages({ en: { a: 'x' }, fr: { a: ' ' } }).length, 1);
  assert.equal(findUnevenMessages({ en: { a: 'at {{time}}' }, fr: { a: 'à {{heure}}' } }).length, 1);
});

test('every key that is asked for exists, and every key is asked for', () => {
  expectNone(findLostMessages(english, code));
});

test('a key that nobody wrote and a key that nobody asks for are found', () => {
  const asks = (text: string) => findLostMessages({ page: { book: 'Book' } }, [{ path: 'src/a.ts', text }]);
  assert.deepEqual(asks("t('page.book');"), []);
  assert.deepEqual(asks('t(`page.${act}`);'), []);
  assert.deepEqual(asks("const key: Key = 'page.book';"), []);
  assert.equal(asks("t('page.look'); t('page.book');").length, 1);
  assert.equal(asks('').length, 1);
  assert.equal(asks("// t('page.book')").length, 1);
});

function read(language: string): Catalogue {
  return JSON.parse(readSource(`src/platform/messages/${language}.json`).text) as Catalogue;
}
