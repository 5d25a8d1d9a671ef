/** The sheet that stands in every public page; their script and icon, served under names that change with them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Encoding } from '#platform/http/accept-encoding.ts';
import { oneScript, withoutRemarks } from './one-script.ts';
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

const sheets = ['tokens', 'base', 'layout', 'picker', 'fields', 'buttons', 'meeting', 'wide', 'framed'];

function make(): Made {
  const enhance = named('enhance', 'js', oneScript(new URL('./', import.meta.url), 'enhance'));
  const icon = named('icon', 'svg', iconDrawing);
  const files = new Map([enhance, icon].map(({ path, body, type }) => [path, { body, type }]));
  const rules = sheets.map((name) => read(`./style/${name}.css`)).join('');
  return { files, paths: { script: enhance.path, icon: icon.path }, sheet: withDark(withoutRemarks(rules)) };
}

/** What a dark device gets, a website that is dark by itself gets, too. */
function withDark(rules: string): string {
  return rules.replace(
    nightRules,
    (whole, tokens: string) => `${whole}:root[data-theme='dark'] {\n${tokens}}\n`,
  );
}

const nightRules =
  /@media \(prefers-color-scheme: dark\) \{\n:root:not\(\[data-theme='light'\]\) \{\n([^}]*)\}\n\}\n/;

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
