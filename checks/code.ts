import { posix } from 'node:path';
import type { Source } from './sources.ts';

/** One import or re-export. `to` is a path from the root for the project's own files, else a package's name. */
export type Import = { to: string; own: boolean; typeOnly: boolean };

const COMMENTS_AND_TEXTS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=[=(,:!&|?;[{}]\s*|return\s|^\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/*\\\n[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*\//gm;

/** The same text with its comments blanked out; line numbers stay. */
export function withoutComments(text: string): string {
  return text.replace(COMMENTS_AND_TEXTS, (found) =>
    isComment(found) ? found.replace(/[^\n]/g, ' ') : found,
  );
}

function isComment(found: string): boolean {
  return found.startsWith('//') || found.startsWith('/*');
}

const STATIC = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"`]([^'"`$\n]+)['"`]/g;

/** TypeScript 7 has no JavaScript API; one style of import (kept by lint and formatter) makes patterns enough. */
export function importsOf({ path, text }: Source): Import[] {
  const code = withoutComments(text);
  const named = [...code.matchAll(STATIC)].map((match) => ({
    name: match[2] ?? '',
    typeOnly: Boolean(match[1]),
  }));
  const unnamed = [...code.matchAll(DYNAMIC)].map((match) => ({ name: match[1] ?? '', typeOnly: false }));
  return [...named, ...unnamed].map(({ name, typeOnly }) => ({ ...locate(path, name), typeOnly }));
}

function locate(path: string, name: string): Pick<Import, 'to' | 'own'> {
  if (name.startsWith('#')) return { to: posix.join('src', name.slice(1)), own: true };
  if (name.startsWith('.')) return { to: posix.join(posix.dirname(path), name), own: true };
  return { to: name, own: false };
}
