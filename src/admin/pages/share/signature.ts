import { escaped } from './snippet.ts';

export interface Signature {
  url: string;
  words: string;
  /** '#rrggbb', readable on white. */
  color: string;
}

/**
 * A line for the end of an e-mail: one link, no picture. Its looks are tags, not styles: mail programs keep them, and a
 * browser that copies them asks no page's policy.
 */
export function signatureHtml({ url, words, color }: Signature): string {
  const look = `color="${color}" face="Arial, Helvetica, sans-serif"`;
  return `<a href="${escaped(url)}"><b><font ${look}>${escaped(words.trim())}</font></b></a>`;
}

/** For programs that know no links. */
export function signatureText({ url, words }: Pick<Signature, 'url' | 'words'>): string {
  return `${words.trim()}: ${url}`;
}
