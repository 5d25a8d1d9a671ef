import { randomBytes } from 'node:crypto';
import { sanitizer } from '#platform/sanitizer.ts';
import { cleanHtml } from '#platform/rich-text.ts';

/** A link offered within a letter (L4); with `starts` it is exactly these times, each to be pressed. */
export interface Offer {
  linkId: string;
  /** ISO instants, in order, each once. Empty: a way to the link's page. */
  starts: string[];
}

/** A letter that was cleaned, with a mark of its own for each offer, and `marks[i]` standing for `offers[i]`. */
export interface MarkedLetter {
  html: string;
  offers: { linkId: string; times: string }[];
  marks: string[];
}

/**
 * What somebody wrote, cleaned, its offers taken out: `<div data-rondo-offer="{link}" data-rondo-times="{iso,iso…}">`.
 * What stands within such a block is ours to write, so it goes.
 */
export function takeOffersOut(html: string): MarkedLetter {
  const offers: MarkedLetter['offers'] = [];
  const mark = randomBytes(12).toString('hex');
  if (!html.includes(ATTRIBUTE)) return { html: cleanHtml(html), offers, marks: [] };
  const named = sanitizer()(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    nestingLimit: 50,
    transformTags: {
      div: (tagName, attribs) => {
        const linkId = attribs[ATTRIBUTE];
        if (linkId === undefined) return { tagName, attribs };
        offers.push({ linkId, times: attribs[TIMES] ?? '' });
        return { tagName: `o${mark}`, attribs: { at: String(offers.length - 1) } };
      },
    },
  });
  // Well formed by now, and nobody knows the name: what lies between the two tags is the block's.
  const block = new RegExp(`<o${mark} at="(\\d+)">.*?</o${mark}>`, 'gs');
  const marked = cleanHtml(named.replace(block, `<p>${mark}-$1.</p>`));
  return { html: marked, offers, marks: offers.map((_, at) => `${mark}-${at}.`) };
}

/** Puts what is shown for each offer in its place. */
export function putOffersBack(marked: string, marks: readonly string[], shown: readonly string[]): string {
  return marks.reduce(
    (html, mark, at) =>
      html.includes(`<p>${mark}</p>`)
        ? html.replace(`<p>${mark}</p>`, () => shown[at]!)
        : html.replace(mark, () => shown[at]!),
    marked,
  );
}

/** The block as it is kept: a letter that leaves later finds its offers by it. `shown` has no `div` in it. */
export function keptBlock({ linkId, starts }: Offer, shown: string): string {
  return `<div ${ATTRIBUTE}="${linkId}" ${TIMES}="${starts.join(',')}">${shown}</div>`;
}

/** A kept letter with a mark for each offer. */
export function markKept(kept: string): { html: string; offers: Offer[]; marks: string[] } {
  const offers: Offer[] = [];
  const mark = randomBytes(12).toString('hex');
  const html = kept.replace(KEPT, (_all, linkId: string, times: string) => {
    offers.push({ linkId, starts: times === '' ? [] : times.split(',') });
    return `<p>${mark}-${offers.length - 1}.</p>`;
  });
  return { html, offers, marks: offers.map((_, at) => `${mark}-${at}.`) };
}

const ATTRIBUTE = 'data-rondo-offer';
const TIMES = 'data-rondo-times';
const KEPT = /<div data-rondo-offer="([0-9a-f-]{36})" data-rondo-times="([^"]*)">.*?<\/div>/gs;
