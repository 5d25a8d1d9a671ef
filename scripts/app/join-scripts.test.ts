import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinScripts, type Script } from './join-scripts.ts';

const screen = (file: string, ...imports: string[]): Script => ({
  file,
  imports,
  bytes: 5000,
  begins: 'later',
});
const shared = (file: string, bytes: number, ...imports: string[]): Script => ({ file, imports, bytes });

test('what the same screens load becomes one script; what few need stays apart', () => {
  const joined = joinScripts([
    screen('leads', 'table', 'filter'),
    screen('deals', 'table', 'filter', 'board'),
    screen('week', 'grid', 'table'),
    shared('table', 1000),
    shared('filter', 1000),
    shared('board', 40_000),
    shared('grid', 40_000),
  ]);
  assert.deepEqual(joined, [['table', 'filter']]);
});

test('where a beginning weighs more, less is loaded there without need', () => {
  const scripts = (weight: number): Script[] => [
    { ...screen('home', 'table'), weight },
    screen('leads', 'table', 'filter'),
    screen('deals', 'table', 'filter'),
    shared('table', 900),
    shared('filter', 900),
  ];
  assert.deepEqual(joinScripts(scripts(1)), [['table', 'filter']]);
  assert.deepEqual(joinScripts(scripts(10)), []);
});

test('two are not joined while a third stands between them', () => {
  const scripts = [
    screen('leads', 'top', 'bottom'),
    screen('deals', 'top', 'bottom'),
    shared('top', 100, 'middle'),
    { ...screen('middle', 'bottom') },
    shared('bottom', 100),
  ];
  assert.deepEqual(joinScripts(scripts), []);
});

test('what comes with the page is never joined with what comes later', () => {
  const page: Script = { file: 'app', imports: ['react', 'router'], bytes: 1, begins: 'page' };
  const joined = joinScripts([
    page,
    screen('home', 'react', 'list'),
    shared('react', 9),
    shared('router', 9),
    shared('list', 9),
  ]);
  assert.deepEqual(joined, [['react', 'router']]);
});

test('however a build is cut: nobody waits for each other, nothing is joined twice, beginnings stay', () => {
  fc.assert(
    fc.property(builds, (scripts) => {
      const joined = joinScripts(scripts);
      const files = joined.flat();
      assert.equal(new Set(files).size, files.length);
      assert.ok(files.every((file) => scripts.find((one) => one.file === file)!.begins === undefined));
      assert.ok(isInOrder(scripts, joined));
    }),
  );
});

/** Builds whose scripts need only those after them, as a bundler's do. */
const builds = fc
  .array(
    fc.record({
      bytes: fc.integer({ min: 1, max: 9000 }),
      needs: fc.array(fc.nat(12), { maxLength: 5 }),
      begins: fc.constantFrom<Script['begins'][]>(undefined, undefined, undefined, 'later'),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((cut) => [
    { file: 'app', imports: ['s0'], bytes: 1, begins: 'page' as const },
    ...cut.map(({ bytes, needs, begins }, at): Script => {
      const imports = needs.map((step) => `s${at + 1 + step}`);
      return { file: `s${at}`, bytes, imports, ...(begins && { begins }) };
    }),
  ]);

/** Taking away, again and again, what needs nothing that is left takes away everything. */
function isInOrder(scripts: Script[], joined: string[][]): boolean {
  const nameOf = (file: string) => joined.find((files) => files.includes(file))?.[0] ?? file;
  const known = new Set(scripts.map(({ file }) => file));
  const needs = new Map<string, Set<string>>();
  for (const { file, imports } of scripts) {
    const name = nameOf(file);
    const all = needs.get(name) ?? new Set();
    for (const one of imports) if (known.has(one) && nameOf(one) !== name) all.add(nameOf(one));
    needs.set(name, all);
  }
  for (let gone = true; gone;) {
    const free = [...needs.keys()].filter((name) => ![...needs.get(name)!].some((one) => needs.has(one)));
    free.forEach((name) => needs.delete(name));
    gone = free.length > 0;
  }
  return needs.size === 0;
}
