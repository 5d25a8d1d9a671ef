import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNone } from './expect-none.ts';
import { readSource } from './sources.ts';

type Manifest = { allowScripts?: Record<string, boolean>; [kind: string]: unknown };
type Locked = {
  hasInstallScript?: boolean;
  integrity?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
};
type Lock = {
  packages: Record<string, Locked>;
};

const manifest = JSON.parse(readSource('package.json').text) as Manifest;
const lock = JSON.parse(readSource('package-lock.json').text) as Lock;

test('every dependency is pinned to one version', () => {
  expectNone(findLoosePins(manifest));
});

test('no package runs a script when it is installed', () => {
  expectNone(findUnansweredScripts(lock, manifest));
});

test('the lock names every package by its integrity and by no address', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  const poor = packages.filter(([, { integrity, resolved }]) => !integrity || resolved).map(([path]) => path);
  assert.deepEqual(poor, [], 'run npm install with the settings of .npmrc');
});

test('the lock holds every platform’s part of a package, or npm ci refuses it', () => {
  expectNone(findMissingParts(lock));
});

test('a loose version and an install script without an answer, a missing part are found', () => {
  assert.equal(findLoosePins({ dependencies: { hono: '^4.0.0', zod: '4.6.7' } }).length, 1);
  const scripted: Lock = { packages: { 'node_modules/a/node_modules/fsevents': { hasInstallScript: true } } };
  assert.equal(findUnansweredScripts(scripted, {}).length, 1);
  assert.equal(findUnansweredScripts(scripted, { allowScripts: { fsevents: true } }).length, 1);
  assert.equal(findUnansweredScripts(scripted, { allowScripts: { fsevents: false } }).length, 0);
  const partial: Lock = { packages: { 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0' } } } };
  assert.equal(findMissingParts(partial).length, 1);
});

function findLoosePins(pins: Manifest): string[] {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const all = kinds.flatMap((kind) => Object.entries((pins[kind] ?? {}) as Record<string, string>));
  const loose = all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  return loose.map(([name, version]) => `${name} "${version}": write one exact version.`);
}

function findUnansweredScripts({ packages }: Lock, { allowScripts = {} }: Manifest): string[] {
  const scripted = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
  const names = scripted.map((path) => path.split('node_modules/').at(-1) ?? path);
  const unanswered = names.filter((name) => allowScripts[name] !== false);
  return unanswered.map(
    (name) => `${name} has an install script: add "${name}": false to allowScripts in package.json.`,
  );
}

function findMissingParts({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => {
    const missing = Object.keys(optionalDependencies).filter((part) => !(`node_modules/${part}` in packages));
    return missing.map(
      (part) => `${path || 'package.json'} wants ${part}: choose a version whose parts are all published.`,
    );
  });
}
