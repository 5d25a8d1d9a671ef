import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';

const load = createRequire(import.meta.url);
let loaded: typeof sanitizeHtml | undefined;

/** Cleans HTML. Loaded with the first text: it brings eighty files, which a start need not wait for. */
export function sanitizer(): typeof sanitizeHtml {
  loaded ??= load('sanitize-html') as typeof sanitizeHtml;
  return loaded;
}
