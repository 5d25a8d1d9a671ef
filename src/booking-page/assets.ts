/** The sheet, the script and the icon of the public pages, made once and served under names that change with them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

export type Asset = { body: string; type: string };

/** Path → body. The name holds a hash of the body: answer with a year of `immutable` caching. */
export function assets(): ReadonlyMap<string, Asset> {
  return (made ??= make()).files;
}

export function assetPaths(): { style: string; script: string; icon: string } {
  return (made ??= make()).paths;
}

type Made = { files: Map<string, Asset>; paths: { style: string; script: string; icon: string } };
let made: Made | undefined;

const sheets = ['tokens', 'base', 'layout', 'picker', 'fields', 'buttons', 'meeting', 'wide'];

function make(): Made {
  const style = named('page', 'css', sheets.map((name) => read(`./style/${name}.css`)).join('\n'));
  const keys = named('month-keys', 'js', script('month-keys'));
  const enhance = named('enhance', 'js', script('enhance').replace('./month-keys.ts', keys.path));
  const icon = named('icon', 'svg', iconDrawing);
  const files = new Map([style, keys, enhance, icon].map(({ path, body, type }) => [path, { body, type }]));
  return { files, paths: { style: style.path, script: enhance.path, icon: icon.path } };
}

/** Types erased, comments and empty lines too: the script is read by browsers, the source by people. */
function script(name: string): string {
  const plain = stripTypeScriptTypes(read(`./${name}.ts`));
  return plain.replaceAll(/^\s*(\/\*\*[^]*?\*\/|\/\/.*)?\s*\n/gm, '').replaceAll(/[ \t]+$/gm, '');
}

const types = {
  css: 'text/css; charset=utf-8',
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
