import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import { clockFrom, languageFrom } from './language.ts';
import { translator } from './messages.ts';
import type { Key, T } from './messages.ts';

test('counts have the plurals of each language', () => {
  const counted = (t: T, ...counts: number[]) => counts.map((count) => t('page.choose.times', { count }));
  assert.deepEqual(counted(translator('en'), 0, 1, 2), ['0 times', '1 time', '2 times']);
  assert.deepEqual(counted(translator('fr'), 0, 1, 2), ['0 horaire', '1 horaire', '2 horaires']);
  assert.deepEqual(counted(translator('pl'), 1, 2, 5, 12, 22, 25), [
    '1 termin',
    '2 terminy',
    '5 terminów',
    '12 terminów',
    '22 terminy',
    '25 terminów',
  ]);
});

test('ABUSE 23: what a visitor typed is never read as a pattern', () => {
  const email = '{{7*7}} $t(page.skip) {{email}} <b> __proto__ &amp;';
  assert.equal(translator('en')('page.done.text', { email }), `We sent the confirmation to ${email}.`);
});

test('a value that was forgotten is a mistake that shows', () => {
  assert.throws(() => translator('fr')('page.done.text'), /A value is missing/);
});

test('every message of every language can be said, with the same values as the English one', () => {
  for (const [language, catalogue] of [
    ['en', en],
    ['fr', fr],
    ['pl', pl],
  ] as const) {
    const words = new Map(flat(catalogue));
    for (const [key, text] of words) {
      const stem = key.replace(/_(one|few|many|other)$/, '');
      const values = Object.fromEntries(
        [...placeholders(stem)].map((name) => [name, name === 'count' ? 2 : 'x']),
      );
      assert.ok(translator(language)(stem as Key, values).length > 0, key);
      for (const name of placeholdersOf(text))
        assert.ok(placeholders(stem).has(name), `${language} ${key}: {{${name}}}`);
    }
  }
});

test('French keeps its spaces before high punctuation, and no language a straight apostrophe', () => {
  for (const [key, text] of flat(fr))
    assert.doesNotMatch(text.replaceAll(/\{\{[^}]*\}\}/g, 'x'), / [:;?!]/, key);
  for (const catalogue of [en, fr, pl])
    for (const [key, text] of flat(catalogue)) assert.doesNotMatch(text, /\w'\w/, key);
});

test('the language is the wanted one, else the best that is accepted, else English', () => {
  assert.equal(languageFrom('pl-PL,pl;q=0.9,en;q=0.5', 'fr'), 'fr');
  assert.equal(languageFrom('de-DE,de;q=0.9,fr-CH;q=0.7,en;q=0.5'), 'fr');
  assert.equal(languageFrom('en;q=0.2, pl;q=0.8'), 'pl');
  assert.equal(languageFrom('de', 'xx'), 'en');
  assert.equal(languageFrom(undefined), 'en');
  assert.equal(languageFrom('fr;q=0'), 'en');
});

test('hours and weeks follow the region of the first accepted language', () => {
  assert.deepEqual(clockFrom('en-US,en;q=0.9'), { hour12: true, firstDay: 7, monthFirst: true });
  assert.deepEqual(clockFrom('en-GB'), { hour12: false, firstDay: 1 });
  for (const header of ['pl', 'fr-FR', 'en', '*', '', undefined, 'x'.repeat(9000), '../../etc,;q=']) {
    assert.deepEqual(clockFrom(header), { hour12: false, firstDay: 1 }, `${header}`);
  }
});

const english = new Map(flat(en));

/** Names of values that a key may use: those of its English forms, and the three ways to say a time. */
function placeholders(stem: string): Set<string> {
  const forms = [...english]
    .filter(([key]) => key === stem || key.startsWith(`${stem}_`))
    .map(([, text]) => text);
  const names = forms.flatMap(placeholdersOf);
  const times = names.some((name) => ['when', 'until', 'on'].includes(name)) ? ['when', 'until', 'on'] : [];
  return new Set([...names, ...times, ...(forms.length > 1 ? ['count'] : [])]);
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
}

type Tree = { [name: string]: string | Tree };

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + name, value]] : flat(value, `${prefix}${name}.`),
  );
}
