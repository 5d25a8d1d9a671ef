import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectNone } from './expect-none.ts';
import { CODE_FOLDERS, findLongFiles, findPoorNames, readAllCode } from './names.ts';
import { pathsBelow, root } from './sources.ts';

test('Law 5: files are named after nouns and verbs of the product', () => {
  expectNone(findPoorNames(pathsBelow(...CODE_FOLDERS)));
});

test('Law 5 can be broken: by a name that says nothing, or is written differently', () => {
  const poor = [
    'src/people/utils.ts',
    'src/helpers/zone.ts',
    'src/links/link-service.ts',
    'src/links/index.ts',
  ];
  assert.equal(findPoorNames([...poor, 'src/links/makeLink.ts', 'src/links/make_link.ts']).length, 6);
  assert.deepEqual(findPoorNames(['src/links/make-link.test.ts', 'src/links/store.db.test.ts']), []);
});

test('Law 5: no file is above 300 lines', () => {
  expectNone(findLongFiles(readAllCode()));
});

test('Law 5 can be broken: by a file of 301 lines', () => {
  assert.equal(findLongFiles([{ path: 'src/links/link.ts', text: 'a;\n'.repeat(301) }]).length, 1);
  assert.deepEqual(findLongFiles([{ path: 'src/links/link.ts', text: 'a;\n'.repeat(300) }]), []);
});

test('STYLE 3: lint refuses a function of 41 lines', () => {
  assert.match(lint(functionOf(41)), /max-lines-per-function/);
  assert.doesNotMatch(lint(functionOf(40)), /max-lines-per-function/);
});

function functionOf(lines: number): string {
  return `export function long() {\n${'  long();\n'.repeat(lines - 2)}}\n`;
}

function lint(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rondo-lint-'));
  writeFileSync(join(folder, 'long.ts'), code);
  const args = [
    join(root, 'node_modules/oxlint/bin/oxlint'),
    '--config',
    join(root, '.oxlintrc.json'),
    folder,
  ];
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  assert.match(result.stdout, /Finished in .* on 1 file/, result.stdout + result.stderr);
  return result.stdout;
}
