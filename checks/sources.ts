import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** A file of the project: its path from the root with `/`, and its text. */
export type Source = { path: string; text: string };

const CODE = /\.(ts|tsx|mjs)$/;

/** The code below the named folders. */
export function readCode(...folders: string[]): Source[] {
  return pathsBelow(...folders)
    .filter((path) => CODE.test(path))
    .map(readSource);
}

export function readSource(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

export function pathsBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) => (existsSync(join(root, folder)) ? walk(folder) : [])).toSorted();
}

function walk(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

/** A test, or what tests stand on (`slow-model.test-support.ts`): no part of the product. */
export function isTest(path: string): boolean {
  return /\.test(-support)?\.ts$/.test(path);
}
