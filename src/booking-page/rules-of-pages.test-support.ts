import assert from 'node:assert/strict';
import type { Visited } from './open-pages.test-support.ts';

/** What holds for every page, whatever it shows: asserted on each one that a test visits. */
export function holdsToTheRules(path: string, visited: Visited, hidden: string[]): void {
  if (visited.html === '') return;
  const say = `${visited.status} ${path}`;
  assert.match(visited.headers.get('content-type') ?? '', /^text\/html; charset=UTF-8$/i, say);
  assert.match(visited.html, /^<!doctype html>\s*<html lang="(en|fr|pl)"/, say);
  hasStrictPolicy(visited, say);
  keepsNothing(visited, say);
  hasNothingInline(visited.html, say);
  asksNobodyElse(visited.html, say);
  if (!/^\/(setup|sign-in|forgotten|reset|invitation|$)/.test(path)) namesNobody(hidden, visited.html, say);
}

function hasStrictPolicy({ headers, html }: Visited, say: string): void {
  const policy = headers.get('content-security-policy') ?? '';
  const [own = '', framers] = policy.split('; frame-ancestors ');
  assert.match(own, /^default-src 'none'/, say);
  assert.doesNotMatch(own, /unsafe|\*|https?:|data:/, say);
  // L5: only a page in frame mode may name websites.
  if (!/<html [^>]*class="framed/.test(html)) assert.equal(framers, "'none'", say);
  const nonce = /'nonce-([\w-]{20,})'/.exec(policy)?.[1];
  assert.ok(nonce !== undefined && html.includes(`<style nonce="${nonce}">`), say);
  assert.equal(headers.get('x-content-type-options'), 'nosniff', say);
}

/** Neither in the visitor's browser nor on the way. */
function keepsNothing({ headers }: Visited, say: string): void {
  assert.equal(headers.get('cache-control'), 'no-store', say);
  assert.deepEqual(headers.getSetCookie(), [], say);
}

function hasNothingInline(html: string, say: string): void {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  for (const tag of tags) assert.doesNotMatch(withoutValues(tag), /\s(style|on\w+)=/i, `${say}: ${tag}`);
  assert.doesNotMatch(html, /="\s*(javascript|vbscript|data):|srcdoc=|<base|<iframe|<object|<embed/i, say);
  const scripts = html.match(/<script[\s\S]*?<\/script>/gi) ?? [];
  for (const script of scripts)
    assert.match(script, /^<script src="\/assets\/[\w.-]+" type="module"><\/script>$/);
}

/** Attributes without what stands in them, so that typed words are not taken for markup. */
function withoutValues(tag: string): string {
  return tag.replaceAll(/"[^"]*"/g, '""');
}

/** Nothing is fetched from, and no form sent to, anybody else. Links may lead out: to a calendar, a video room. */
function asksNobodyElse(html: string, say: string): void {
  const fetched = html.matchAll(/\s(?:src|srcset|action|formaction|data|poster)="([^"]*)"/g);
  for (const [, address = ''] of fetched) assert.match(address, /^\/(?!\/)/, say);
  for (const [, address = ''] of html.matchAll(/\shref="([^"]*)"/g)) {
    assert.match(address, /^(#|\/(?!\/)|tel:|https:\/\/|http:\/\/127\.0\.0\.1:3000\/)/, say);
  }
  for (const [sheet] of html.matchAll(/<link [^>]*>/g)) assert.match(sheet, /href="\/assets\//, say);
  assert.doesNotMatch(html, /@import|url\(/i, say);
}

/** ABUSE 20: who works here is known by name at most. */
function namesNobody(hidden: string[], html: string, say: string): void {
  for (const secret of hidden) assert.ok(!html.includes(secret), `${say} says ${secret}`);
}
