import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snippet, type Wish } from './snippet.ts';

const plain: Wish = {
  url: 'https://meet.termika.example/termika/talk',
  mode: 'inline',
  theme: 'auto',
  language: 'auto',
  text: '',
  color: '#0e5f48',
};

test('L5: the shortest snippet names the link and the script of the same house, nothing else', () => {
  assert.equal(
    snippet({ ...plain, text: 'not of this kind' }),
    '<div data-rondo="https://meet.termika.example/termika/talk"></div>\n' +
      '<script src="https://meet.termika.example/embed.js" async></script>',
  );
});

test('L5: a button says how it looks, what it says and in which language', () => {
  const said = snippet({ ...plain, mode: 'float', theme: 'dark', language: 'pl', text: ' Umów się ' });
  assert.deepEqual(read(said), {
    'data-rondo': plain.url,
    'data-rondo-mode': 'float',
    'data-rondo-theme': 'dark',
    'data-rondo-language': 'pl',
    'data-rondo-text': 'Umów się',
    'data-rondo-color': '#0e5f48',
  });
});

test('L5: a house below a path of its own has its script there', () => {
  const said = snippet({ ...plain, url: 'https://termika.example/meet/termika/talk' });
  assert.match(said, /src="https:\/\/termika\.example\/meet\/embed\.js"/);
});

for (const text of [
  '"><script>alert(1)</script>',
  'Half an hour & a "coffee"',
  "Anna's <b>time</b>",
  '&quot; stays &quot;',
  'a" onclick="alert(1)',
])
  test(`L5: the words of a button stay words: ${text}`, () => {
    const said = snippet({ ...plain, mode: 'dialog', text });
    assert.equal(read(said)['data-rondo-text'], text);
    assert.equal(said.match(/<script/g)?.length, 1);
    assert.deepEqual(Object.keys(read(said)), [
      'data-rondo',
      'data-rondo-mode',
      'data-rondo-text',
      'data-rondo-color',
    ]);
  });

/** The attributes of the element as a browser reads them: a value ends at its quote. */
function read(said: string): Record<string, string> {
  const [, inside = ''] = /^<div ([^<>]*)><\/div>\n<script /.exec(said) ?? [];
  const found = [...inside.matchAll(/([a-z-]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(value: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return value.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_all, name: string) => signs[name]!);
}
