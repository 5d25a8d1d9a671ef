/** Small words of HTML that the templates share. Everything typed goes through `html`, which escapes. */
import { html as escaping, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { T, Key, Values } from '#platform/messages/messages.ts';

export type Html = HtmlEscapedString;

/** Hono's template: every value is escaped. Ours hold no promises, so the answer is there at once. */
export const html = escaping as (strings: TemplateStringsArray, ...values: unknown[]) => Html;
export { raw };

export const nothing = raw('');

/** A boolean attribute, there or not. */
export function flag(on: boolean, attribute: string): Html {
  return on ? raw(attribute) : nothing;
}

/** The French '1er' with a raised end, the rest untouched. */
export function raised(text: string): Html {
  const [before = '', ...after] = text.split(/\b1er\b/);
  return html`${before}${after.map((rest) => html`1<sup>er</sup>${rest}`)}`;
}

/** A message whose values are pieces of HTML: `rich(t, 'page.done.text', { email: html`<b>…</b>` })`. */
export function rich(t: T, key: Key, pieces: Record<string, Html>, values: Values = {}): Html {
  const names = Object.keys(pieces);
  const marks = Object.fromEntries(names.map((name, index) => [name, `\u{E000}${index}\u{E001}`]));
  const parts = t(key, { ...values, ...marks }).split(/\u{E000}(\d+)\u{E001}/u);
  return html`${parts.map((part, index) => (index % 2 ? pieces[names[Number(part)] ?? ''] : raised(part)))}`;
}

/** Hidden fields of a form, in order; empty ones are left out. */
export function hiddenFields(fields: Record<string, string | undefined>): Html {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return html`${filled.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** Only https addresses become links; anything else stays text (no `javascript:`, no surprises). */
export function httpsAddress(text: string | undefined): URL | null {
  if (text === undefined || !/^https:\/\//i.test(text)) return null;
  const url = URL.parse(text);
  return url !== null && url.username === '' && url.password === '' ? url : null;
}
