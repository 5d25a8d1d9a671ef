import type sanitizeHtml from 'sanitize-html';
import { sanitizer } from './sanitizer.ts';

/** Characters that rich text may have as it is sent; what is kept may be longer, since signs are escaped. */
export const LONGEST_RICH_TEXT = 20_000;

/** Who a mention names: their name, or undefined when nobody here is meant, and it becomes plain text. */
export type MentionNames = (memberId: string) => string | undefined;

/**
 * What somebody wrote in an editor or sent through the API, as HTML that any page may show as it is (ABUSE 23): a
 * short list of tags, addresses with https, http or mailto only, and everything else dropped with its scripts and
 * styles. Text without paragraphs keeps its lines.
 */
export function cleanHtml(html: string, nameOf: MentionNames = () => undefined): string {
  const clean = sanitizer()(html, RULES).replaceAll('<br />', '<br>');
  const said = withoutEmptyEnds(withMentions(clean, nameOf));
  return HAS_BLOCKS.test(said) ? said : said.replaceAll(LINE_END, '<br>');
}

/** The members that a text mentions, each once, in their order. Whether they exist is not known here. */
export function mentionsIn(html: string): string[] {
  const found = new Set<string>();
  cleanHtml(html, (id) => void found.add(id));
  return [...found];
}

/** What clean HTML says, line by line, without markup: for a snippet or a mail's text part. */
export function textOf(html: string): string {
  const lines = html.replaceAll(/<br>|<\/(p|li|h3|blockquote|pre)>/g, '\n').replaceAll(/<[^>]*>/g, '');
  const text = lines.replaceAll(/&(#\d+|\w+);/g, (whole, name: string) => decoded(name) ?? whole);
  return text.replaceAll(/[ \t]*\n\s*/g, '\n').trim();
}

const HAS_BLOCKS = /<(p|br|ul|ol|li|blockquote|h3|pre)>/;
const LINE_END = /\r\n|[\r\n\u2028\u2029]/g;
const NOTHING = /^<p>(?:\s|<br>)*<\/p>/;

const TAGS = 'p br strong em u s a ul ol li blockquote h3 code pre span'.split(' ');
const RENAMED = { b: 'strong', i: 'em', strike: 's', del: 's', ins: 'u', div: 'p' };
const HEADINGS = ['h1', 'h2', 'h4', 'h5', 'h6'];

const RULES: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: { a: ['href', 'rel', 'target'], span: ['data-mention'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 20,
  parseStyleAttributes: false,
  transformTags: {
    ...RENAMED,
    ...Object.fromEntries(HEADINGS.map((tag) => [tag, 'h3'])),
    a: (tagName, { href = '' }) => ({ tagName, attribs: linkTo(href.trim()) }),
    span: (tagName, { 'data-mention': id = '' }) => ({ tagName, attribs: mentionOf(id) }),
  },
  exclusiveFilter: ({ tag, attribs }) =>
    (tag === 'a' || tag === 'span') && Object.keys(attribs).length === 0 && 'excludeTag',
};

function linkTo(href: string): sanitizeHtml.Attributes {
  const leads = /^(https?:\/\/|mailto:)[^\s]+$/i.test(href) && URL.canParse(href);
  return leads ? { href, rel: 'noopener noreferrer nofollow', target: '_blank' } : {};
}

function mentionOf(id: string): sanitizeHtml.Attributes {
  return /^[0-9a-f-]{36}$/.test(id) ? { 'data-mention': id } : {};
}

/** A mention says the member's name and nothing of what was written in it; one of nobody is only its text. */
function withMentions(html: string, nameOf: MentionNames): string {
  const open: (string | undefined)[] = [];
  return html.replaceAll(/<span data-mention="([^"]*)">|<[^>]*>|[^<]+/g, (part, id: string | undefined) => {
    const within = open.some((name) => name !== undefined);
    if (part === '</span>') open.pop();
    else if (id === undefined) return within ? '' : part;
    else open.push(within ? undefined : nameOf(id));
    const name = id === undefined ? undefined : open.at(-1);
    return name === undefined ? '' : mention(id!, name);
  });
}

/** Without the empty lines that an editor leaves before and after. */
function withoutEmptyEnds(html: string): string {
  let said = html.trim();
  for (let before = ''; before !== said;) {
    before = said;
    said = said.replace(/^<br>/, '').replace(NOTHING, '').trim();
    if (said.endsWith('<br>')) said = said.slice(0, -'<br>'.length).trim();
    const last = said.lastIndexOf('<p>');
    if (last > 0 && said.slice(last).replace(NOTHING, '') === '') said = said.slice(0, last).trim();
  }
  return said;
}

function mention(id: string, name: string): string {
  const escaped = name.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<span data-mention="${id}">@${escaped}</span>`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(name: string): string | undefined {
  const code = name.startsWith('#') ? Number(name.slice(1)) : undefined;
  if (code === undefined) return ENTITIES[name];
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
