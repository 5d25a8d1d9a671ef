import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { takenAlong } from './browser.ts';
import { type Source, pathsBelow, readCode, readSource, root } from './sources.ts';

const SCRIPT = 'src/booking-page/enhance.ts';
const STYLES = 'src/booking-page';
const MOST_SCRIPT = 10_000;
const MOST_STYLE = 8_000;

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
