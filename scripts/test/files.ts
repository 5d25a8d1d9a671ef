import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

const HOMES = ['checks', 'src', 'migrations', 'demo', 'bench', 'scripts', 'soak', 'journeys'];

/** Every test file of the project, relative to its root; only those named, or below a named folder, if any are. */
export function findTestFiles(only: string[]): string[] {
  const all = HOMES.flatMap((home) => namesBelow(join(root, home))).filter((name) =>
    name.endsWith('.test.ts'),
  );
  const isNamed = (file: string) => only.some((name) => file === name || file.startsWith(name + sep));
  return (only.length > 0 ? all.filter(isNamed) : all).toSorted();
}

function namesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
