import { embedOrigin } from '#links/embed-origin.ts';

/** The website that is meant: people write it without https://, or copy the address of one of its pages. */
export function websiteFrom(typed: string): string | null {
  const text = typed.trim();
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return embedOrigin(whole) ?? embedOrigin(whole.replace(/^(https?:\/\/[^/?#]+)[/?#].*$/i, '$1'));
}
