import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './sources.ts';

type Built = { file: string; imports?: string[] };
export type Manifest = Record<string, Built>;

const dist = join(root, 'dist/admin');

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
}

/** The scripts that a browser needs before these modules run, each once: themselves and what they import. */
export function scriptsOf(modules: string[], manifest: Manifest): string[] {
  const seen = new Map<string, string>();
  const visit = (name: string): void => {
    const built = manifest[name];
    if (!built) throw new Error(`${name} was not built: if it has moved, tell this check where.`);
    if (seen.has(name)) return;
    seen.set(name, built.file);
    built.imports?.forEach(visit);
  };
  modules.forEach(visit);
  return [...seen.values()];
}

/** Bytes on the wire, gzip. */
export function packed(files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
}
