import type sanitizeHtml from 'sanitize-html';
import { sanitizer } from '#platform/sanitizer.ts';

/**
 * A stranger's letter as our pages may show it: with its tables, which people write signatures and offers in, and
 * without anything that runs, loads, tells the sender it was read, or leads anywhere but the web and mail.
 */
export function cleanIncoming(html: string): string {
  return sanitizer()(html, ALLOWED).trim();
}

const TAGS =
  'p br b strong i em u s a ul ol li blockquote pre code h1 h2 h3 hr div span table tbody thead tr td th';

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: TAGS.split(' '),
  allowedAttributes: {
    a: ['href', 'rel'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    '*': ['dir'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 50,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer nofollow' } }),
  },
};
