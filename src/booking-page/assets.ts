/** The sheet that stands in every public page; their script and icon, served under names that change with them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Encoding } from '#platform/http/accept-encoding.ts';
import type { Packed } from './pack.ts';

/** `packed` holds its small forms once they have been asked for. */
export type Asset = { body: string; type: string; packed?: Partial<Record<Encoding, Packed['body']>> };

/** Path → body. The name holds a hash of the body: answer with a year of `immutable` caching. */
export function assets(): ReadonlyMap<string, Asset> {
  return (made ??= make()).files;
}

export function assetPaths(): { script: string; icon: string } {
  return (made ??= make()).paths;
}

/** The rules of every public page, for its `<style>`: asked for apart, they would cost a slow line a round trip. */
export function sheet(): string {
  return (made ??= make()).sheet;
}

type Made = { files: Map<string, Asset>; paths: { script: string; icon: string }; sheet: string };
let made: Made | undefined;

const sheets = ['tokens', 'base', 'layout', 'picker', 'fields', 'buttons', 'meeting', 'wide'];

function make(): Made {
  const enhance = named('enhance', 'js', script());
  const icon = named('icon', 'svg', iconDrawing);
  const files = new Map([enhance, icon].map(({ path, body, type }) => [path, { body, type }]));
  const rules = sheets.map((name) => read(`./style/${name}.css`)).join('');
  return { files, paths: { script: enhance.path, icon: icon.path }, sheet: withoutRemarks(rules) };
}

/** One file, so that a slow line asks once: what is imported stands before what imports it. */
function script(): string {
  const seen = new Set<string>();
  const inline = (name: string): string => {
    if (seen.has(name)) return '';
    seen.add(name);
    const plain = stripTypeScriptTypes(read(`./${name}.ts`));
    const before = [...plain.matchAll(ourImport)].map(([, other = '']) => inline(other));
    return [...before, plain.replaceAll(ourImport, '').replaceAll(/^export (?=\w)/gm, '')].join('');
  };
  return withoutRemarks(inline('enhance'));
}

const ourImport = /^import \{[^}]*\} from '\.\/([\w-]+)\.ts';\n/gm;

/** Comments, empty lines and indents go: this is read by browsers, the source by people. */
function withoutRemarks(code: string): string {
  return code.replaceAll(/^\s*(\/\*[^]*?\*\/|\/\/.*)?\s*\n/gm, '').replaceAll(/^[ \t]+|[ \t]+$/gm, '');
}

const types = {
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

function named(name: string, end: keyof typeof types, body: string): Asset & { path: string } {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  return { path: `/assets/${name}.${hash}.${end}`, body, type: types[end] };
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const iconDrawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0e5f48"/><g fill="none" stroke="#fff"><circle cx="16" cy="16" r="8" stroke-width="2.5" opacity=".45"/><path d="M16 8a8 8 0 0 1 8 8" stroke-width="4"/></g></svg>';
