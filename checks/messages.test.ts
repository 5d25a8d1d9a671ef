import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutComments } from './code.ts';
import { expectNone } from './expect-none.ts';
import { isForBrowser } from './browser.ts';
import {
  type Catalogue,
  findBreakingSpaces,
  findLostMessages,
  findUnevenMessages,
  findUnusedMessages,
} from './messages.ts';
import { pathsBelow, readCode, readSource, isTest } from './sources.ts';

const english = read('en');
const code = readCode('src').filter(({ path }) => !isTest(path));

const areas = pathsBelow('src')
  .filter((path) => path.endsWith('/words/en.json'))
  .map((path) => path.replace('/en.json', ''));

test('Law 7: the three languages have the same keys, plural forms and values', () => {
  expectNone(findUnevenMessages({ en: english, fr: read('fr'), pl: read('pl') }));
});

test('no French line begins with a sign of two parts', () => {
  expectNone(findBreakingSpaces(read('fr')));
  expectNone(areas.flatMap((area) => findBreakingSpaces(wordsOf(area, 'fr'))));
  assert.equal(findBreakingSpaces({ a: 'Pourquoi ?', b: { c: 'Ici\u00a0: là' } }).length, 1);
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
  expectNone(
    findLostMessages(
      english,
      code.filter(({ path }) => !isForBrowser(path)),
    ),
  );
});

test('Law 7: each area of the staff app says the same in three languages', () => {
  assert.ok(areas.length > 3);
  for (const area of areas) {
    const [en, fr, pl] = ['en', 'fr', 'pl'].map((language) => wordsOf(area, language)) as [
      Catalogue,
      Catalogue,
      Catalogue,
    ];
    expectNone(findUnevenMessages({ en, fr, pl }).map((sentence) => `${area}: ${sentence}`));
  }
});

test('every word of the staff app is shown somewhere (that those asked for exist, the types see to)', () => {
  const screens = code.filter(({ path }) => isForBrowser(path));
  expectNone(
    areas.flatMap((area) =>
      findUnusedMessages(wordsOf(area, 'en'), screens).map((sentence) => `${area}: ${sentence}`),
    ),
  );
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

const SENTENCE = /'([A-Z][^'\n]{8,160}\.)'|`([A-Z][^`\n]{8,160}\.)`/g;
const SAYS_NO = /(^src\/platform\/http\/fields|-fields|\/check-link)\.ts$/;
/** What only a program can get wrong, or a screen never sends. */
const FOR_PROGRAMS =
  /rollingDays|Details are|Say whose|expired booking|specific-times link|1 to 40|Days count|an id of|at most \d+ dates|letters, such as status|calendars at most|days at once|no member \$|an instant such/;

test('what a schema of the staff app refuses with is said in French and Polish, too', () => {
  const shape = (sentence: string) => sentence.replaceAll(/\$\{[^}]*\}|\d+/g, '0');
  const [fr, pl] = ['fr', 'pl'].map((language) => {
    const table = JSON.parse(readSource(`src/admin/refusals/${language}.json`).text) as Record<
      string,
      string
    >;
    return new Set(Object.keys(table).map(shape));
  }) as [Set<string>, Set<string>];
  assert.deepEqual([...fr], [...pl]);
  const sources = code.filter(({ path }) => SAYS_NO.test(path));
  const said = sources.flatMap(({ text }) =>
    [...withoutComments(text).matchAll(SENTENCE)].map((m) => m[1] ?? m[2]!),
  );
  assert.ok(said.length > 40);
  expectNone(
    said
      .filter((sentence) => !FOR_PROGRAMS.test(sentence) && !fr.has(shape(sentence)))
      .map(
        (sentence) =>
          `"${sentence}" is in no src/admin/refusals/*.json: colleagues would read it in English.`,
      ),
  );
});

function wordsOf(area: string, language: string): Catalogue {
  return JSON.parse(readSource(`${area}/${language}.json`).text) as Catalogue;
}

function read(language: string): Catalogue {
  return JSON.parse(readSource(`src/platform/messages/${language}.json`).text) as Catalogue;
}
