import { fold } from '#platform/fold.ts';

/** What a record can be found by. */
export interface Findable {
  name: string;
  emails?: readonly { address: string }[];
  website?: string | null;
}

/** More words than any name has; a name that holds more is found by its first ones. */
const MOST_TERMS = 60;
const LONGEST_TERM = 100;

/**
 * What a record is found by (P10): every word of its name and addresses, and the rest of it from every sign on, so that
 * 'lodz' finds biuro@piekarnia-lodz.example. Folded: case and accents are away, ł is l; all other signs stay.
 */
export function termsOf({ name, emails = [], website }: Findable): string[] {
  const addresses = emails.map(({ address }) => address);
  const site = website ? [website.replace(/^https?:\/\//, '').replace(/\/$/, '')] : [];
  const words = [name, ...addresses, ...site].flatMap((text) => wordsOf(text));
  return [...new Set(words.flatMap(fromEverySign))].slice(0, MOST_TERMS);
}

/** The words of a question: each must be how a term begins. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_TERM).toWellFormed());
}

function fromEverySign(word: string): string[] {
  const starts = [...word.matchAll(/[^\p{L}\p{N}](?=[\p{L}\p{N}])/gu)].map(({ index }) => index + 1);
  return [word, ...starts.map((at) => word.slice(at))];
}
