import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNone } from './expect-none.ts';
import { readdirSync } from 'node:fs';
import { type Source, pathsBelow, readSource, root } from './sources.ts';
import { findStrayWords } from './words.ts';

const NOT_OURS = ['node_modules', '.git', 'data', 'dist', 'tmp'];
const NOT_TEXT = /\.(png|jpg|ico|woff2|sqlite|zip|pdf)$/;

test('the project mentions no unfinished work, no single machine and no package server', () => {
  expectNone(findStrayWords(readProject()));
});

test('stray words are found: unfinished work, a path of one machine, a package server', () => {
  const found = (text: string) => findStrayWords([{ path: 'a.ts', text }]).length;
  assert.equal(found(`// ${'todo'.toUpperCase()} later`), 1);
  assert.equal(found(`run ${['', 'home', 'anna'].join('/')}/start`), 1);
  assert.equal(found(`"resolved": "${['https:', '', 'registry.example', 'hono.tgz'].join('/')}"`), 1);
  assert.equal(found('todo: PATCH /api/workspace, see https://rondo.example/docs'), 0);
});

function readProject(): Source[] {
  const entries = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !NOT_OURS.includes(name));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return [...files, ...pathsBelow(...folders)].filter((path) => !NOT_TEXT.test(path)).map(readSource);
}
