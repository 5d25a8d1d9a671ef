import { html, httpsAddress } from './markup.ts';
import type { Html } from './markup.ts';

/**
 * Text of a link's owner with its https addresses to be followed: to the privacy policy, in another tab, so that what
 * was typed in the form stays. Everything is escaped, the address is shown as it is, and nothing else becomes a link.
 */
export function linked(text: string): Html {
  const parts = text.split(/(\bhttps:\/\/[^\s<>"'`\\]+)/i);
  return html`${parts.map((part, index) => (index % 2 === 1 ? followed(part) : part))}`;
}

function followed(address: string): Html {
  // The full stop of a sentence and the bracket around an address are not its own.
  const own = address.replace(/[.,;:!?)\]}»”’…]+$/u, '');
  const url = httpsAddress(own);
  if (url === null) return html`${address}`;
  return html`<a href="${url.href}" target="_blank" rel="noopener noreferrer nofollow">${own}</a
    >${address.slice(own.length)}`;
}

/** The same with its line breaks as they were written. */
export function linkedLines(text: string): Html {
  return html`${text.split(/\r?\n/).map((line, index) => html`${index > 0 ? html`<br />` : ''}${linked(line)}`)}`;
}
