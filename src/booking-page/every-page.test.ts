import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '#platform/messages/messages.ts';
import { everyPage } from './every-page.test-support.ts';

const attacks = [
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</textarea></title></style><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{7*7}} $t(page.skip) ${7*7} {{email}}',
  '\u202E\u2028 \uE0000\uE001 1er',
];

for (const attack of attacks) {
  test(`ABUSE 23: ${attack} stays words on every page, in every language`, () => {
    for (const language of languages) {
      for (const [name, page] of Object.entries(everyPage(language, attack)))
        assertInert(page, attack, `${name} (${language})`);
    }
  });
}

test('every page says its language, has one main heading, one style with the nonce and no script of its own', () => {
  for (const language of languages) {
    for (const [name, page] of Object.entries(everyPage(language, 'Plain words'))) {
      assert.match(page, new RegExp(`<html lang="${language}"`), name);
      assert.equal(page.match(/<h1/g)?.length, 1, name);
      assert.equal(page.match(/<style nonce="n0nce">/g)?.length, 1, name);
      assert.equal(page.match(/<style/g)?.length, 1, name);
      assert.doesNotMatch(
        page,
        /<script(?! src="\/assets\/)|\sstyle="|\son[a-z]+="|\bundefined\b|\[object|\{\{/,
        name,
      );
    }
  }
});

test('no page asks anything of another site', () => {
  for (const [name, page] of Object.entries(everyPage('en', 'Plain words'))) {
    const asked = [
      ...page.matchAll(
        /<(?:img|script|link|iframe|source|video|audio|form)[^>]*(?:src|href|action)="([^"]*)"/g,
      ),
    ];
    for (const [, address] of asked) assert.match(address ?? '', /^\/(?!\/)/, name);
  }
});

test('every element id of a page stands there once, and every label leads to one', () => {
  for (const [name, page] of Object.entries(everyPage('pl', 'Plain words'))) {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, `${name}: ${ids.join(' ')}`);
    for (const [, target] of page.matchAll(/<label[^>]*for="([^"]*)"/g))
      assert.ok(ids.includes(target), `${name}: ${target}`);
    for (const [, by] of page.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g))
      for (const id of (by ?? '').split(' ')) assert.ok(ids.includes(id), `${name}: ${id}`);
  }
});

function assertInert(page: string, attack: string, where: string): void {
  assert.ok(!/<img|<svg\/|<script>/.test(page), `${where}: markup`);
  assert.ok(!/(?:href|src|action)="\s*javascript:/i.test(page), `${where}: an address that acts`);
  for (const [tag] of page.matchAll(/<[a-z][^>]*>/g)) {
    const outside = tag.replaceAll(/"[^"]*"/g, '""');
    assert.doesNotMatch(outside, /\son\w+=|alert/, `${where}: ${tag}`);
  }
  assert.ok(!page.includes('49'), `${where}: something was calculated from ${attack}`);
}
