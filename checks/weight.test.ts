import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { embedScript } from '../src/embed/script.ts';
import { takenAlong } from './browser.ts';
import { packed, readManifest, scriptsOf } from './first-load.ts';
import { type Source, pathsBelow, readCode, readSource, root } from './sources.ts';

const SCRIPT = 'src/booking-page/enhance.ts';
const STYLES = 'src/booking-page';
const MOST_SCRIPT = 10_000;
const MOST_STYLE = 8_000;
const MOST_EMBED = 4_000;
const HOME = 'pages/home/home-page.tsx';
const MOST_FIRST_LOAD = 200_000;
/** Browsers ask for six at a time where nothing stands before Rondo. */
const MOST_FIRST_SCRIPTS = 12;
const MOST_SCRIPTS = 40;

test('Law 7: the public page’s script, with all it imports, stays under 10 kB gzip', () => {
  requireFile(SCRIPT);
  const files = takenAlong(SCRIPT, readCode('src')).map(readSource);
  const bytes = scriptWeight(files);
  assert.ok(
    bytes < MOST_SCRIPT,
    `${files.map(({ path }) => path).join(' + ')}: ${bytes} bytes, ${MOST_SCRIPT} at most`,
  );
});

test('Law 7: the public page’s style stays under 8 kB gzip', () => {
  const paths = pathsBelow(STYLES).filter((path) => path.endsWith('.css'));
  assert.notEqual(
    paths.length,
    0,
    `There is no style below ${STYLES}; if it has moved, tell this check where.`,
  );
  const bytes = gzipSync(paths.map((path) => readSource(path).text).join('\n')).length;
  assert.ok(bytes < MOST_STYLE, `${paths.join(' + ')}: ${bytes} bytes, ${MOST_STYLE} at most`);
});

test('what a website loads to show a link stays under 4 kB gzip', () => {
  const bytes = gzipSync(embedScript().body).length;
  assert.ok(bytes < MOST_EMBED, `/embed.js: ${bytes} bytes, ${MOST_EMBED} at most`);
});

test('the staff app shows its first screen after at most 200 kB of script, gzip, in every language', () => {
  const manifest = readManifest();
  for (const language of ['en', 'fr', 'pl']) {
    const first = ['app.html', HOME, `words/catalogue-${language}.ts`];
    const bytes = packed(scriptsOf(first, manifest));
    assert.ok(bytes < MOST_FIRST_LOAD, `${first.join(' + ')}: ${bytes} bytes, ${MOST_FIRST_LOAD} at most`);
  }
});

test('the first screen needs 12 scripts at most, and any screen that is opened first 40', () => {
  const manifest = readManifest();
  const screens = Object.keys(manifest).filter((name) => name.startsWith('pages/'));
  assert.ok(screens.length > 40, 'the screens are not found any more; tell this check where they are');
  for (const screen of screens) {
    const most = screen === HOME ? MOST_FIRST_SCRIPTS : MOST_SCRIPTS;
    const count = scriptsOf(['app.html', screen, 'words/catalogue-en.ts'], manifest).length;
    assert.ok(count <= most, `${screen}: ${count} scripts, ${most} at most`);
  }
});

test('what a module imports is counted with it, once; a module that was not built is named', () => {
  const manifest = {
    a: { file: 'a.js', imports: ['b', 'c'] },
    b: { file: 'b.js', imports: ['c'] },
    c: { file: 'c.js' },
  };
  assert.deepEqual(scriptsOf(['a', 'b'], manifest), ['a.js', 'b.js', 'c.js']);
  assert.throws(() => scriptsOf(['d'], manifest), /d was not built/);
});

test('Law 7 can be broken: types weigh nothing, code and imported code do', () => {
  const noise = `'${randomBytes(MOST_SCRIPT).toString('hex')}'`;
  const types = { path: 'a.ts', text: `type A = ${noise};` };
  assert.ok(scriptWeight([types]) < MOST_SCRIPT);
  assert.ok(scriptWeight([{ path: 'b.ts', text: `f(${noise});` }]) > MOST_SCRIPT);
  const enhance = { path: SCRIPT, text: "import { day } from './day.ts';" };
  assert.deepEqual(takenAlong(SCRIPT, [enhance, { path: 'src/booking-page/day.ts', text: noise }]).length, 2);
});

function scriptWeight(files: Source[]): number {
  const stripped = files.map(({ text }) => stripTypeScriptTypes(text).replace(/[ \t]+$/gm, ''));
  return stripped.reduce((sum, text) => sum + gzipSync(text).length, 0);
}

function requireFile(path: string) {
  assert.ok(existsSync(join(root, path)), `${path} is not there; if it has moved, tell this check where.`);
}
