/** An offer in a letter that is being written, as the server reads it (L4). */
export interface OfferInLetter {
  linkId: string;
  /** The times to be pressed; none: a way to the link's page. */
  starts: readonly string[];
}

export const OFFER = 'data-rondo-offer';
export const TIMES = 'data-rondo-times';

export function offerHtml({ linkId, starts }: OfferInLetter): string {
  return `<div ${OFFER}="${linkId}" ${TIMES}="${starts.join(',')}"></div>`;
}

/** The links that a letter offers. `html` is the editor's own. */
export function linksIn(html: string): Set<string> {
  return new Set([...html.matchAll(/<div data-rondo-offer="([^"]*)"/g)].map(([, id]) => id!));
}

/** What is kept as a template offers nothing. */
export function withoutOffers(html: string): string {
  return html.replaceAll(/<div data-rondo-offer="[^"]*"[^>]*><\/div>/g, '');
}
