import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { assetPaths, assets, sheet } from './assets.ts';

test('every file a page names is served, under a name that changes with it', () => {
  for (const path of Object.values(assetPaths())) {
    assert.match(path, /^\/assets\/[a-z-]+\.[\w-]{10}\.(js|svg)$/);
    assert.ok(assets().has(path), path);
  }
});

test('law 7: the scripts stay under 10 kB gzip and the sheet under 8 kB', () => {
  const weight = (end: string) =>
    [...assets()]
      .filter(([path]) => path.endsWith(end))
      .reduce((sum, [, { body }]) => sum + gzipSync(body).length, 0);
  assert.ok(weight('.js') < 10_000, `${weight('.js')} bytes of script`);
  const rules = gzipSync(sheet()).length;
  assert.ok(rules < 8_000, `${rules} bytes of sheet`);
});

test('L5: a website that is dark by itself gets what a dark device gets', () => {
  const [, night = ''] = /:root:not\(\[data-theme='light'\]\) \{\n([^}]*)\}/.exec(sheet()) ?? [];
  assert.match(night, /--bg: #151817/);
  assert.ok(sheet().includes(`:root[data-theme='dark'] {\n${night}}`));
});

test('the script runs in a browser: one file, no type is left, nothing is imported', () => {
  const [body = '', ...more] = [...assets()]
    .filter(([path]) => path.endsWith('.js'))
    .map(([, one]) => one.body);
  assert.deepEqual(more, []);
  assert.doesNotMatch(body, /\.ts'|: string|interface |document\.cookie|localStorage|sessionStorage/);
  assert.doesNotMatch(body, /^(import|export) /m);
  // A name that two of its files use would be an error of syntax here.
  assert.doesNotThrow(() => new Script(`(() => {${body}\n})`));
});
